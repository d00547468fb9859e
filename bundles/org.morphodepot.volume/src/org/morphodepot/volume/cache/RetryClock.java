package org.morphodepot.volume.cache;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** An alarm clock with one alarm: the earliest asked for. Thread-safe. */
final class RetryClock implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("chunk-retry").factory());
    private final Runnable alarm;
    private ScheduledFuture<?> planned;

    RetryClock(Runnable alarm) {
        this.alarm = alarm;
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Rings after {@code nanos}, unless it rings before that anyway. Never blocks. */
    synchronized void wakeAfter(long nanos) {
        if (planned != null && !planned.isDone()) {
            if (planned.getDelay(TimeUnit.NANOSECONDS) <= nanos) {
                return;
            }
            planned.cancel(false);
        }
        try {
            planned = timer.schedule(this::ring, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            planned = null; // closed meanwhile: nobody waits for the alarm any more
        }
    }

    private void ring() {
        synchronized (this) {
            planned = null;
        }
        alarm.run();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
