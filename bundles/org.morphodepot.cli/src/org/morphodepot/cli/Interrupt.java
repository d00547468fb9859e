package org.morphodepot.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.morphodepot.volume.Progress;

/**
 * Progress of a long command: shown on a terminal, and cancelled by Ctrl+C. On Ctrl+C the virtual machine waits until
 * the command has cleaned up what it had written so far.
 */
final class Interrupt implements Progress, AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final ProgressLine line;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "cancel");
    private volatile boolean cancelled;

    private Interrupt(ProgressLine line) {
        this.line = line;
    }

    /** Watches until closed. */
    static Interrupt watch(PrintWriter err) {
        Interrupt interrupt = new Interrupt(new ProgressLine(err, Terminal.isOnError()));
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    /** Runs when the virtual machine was told to end. */
    private void stop() {
        cancelled = true;
        try {
            done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void report(long doneSoFar, long total, String what) {
        line.show(doneSoFar, total, what);
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public void close() {
        line.clear();
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // already ending: the hook is running and may go on
        }
    }
}
