package org.morphodepot.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

import org.morphodepot.transfer.Item.State;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.BulkStore;

/**
 * One order being carried out. {@link #run} blocks; all else may be called from any thread. A file that fails does not stop the
 * others. Large files go in parts, and what has come through of them is used by the next try, also after a crash.
 */
public final class Transfer {

    private static final int MOST_WAITING = 200_000;
    private static final Task END = new Task(null, "", null);

    private final TransferOrder order;
    private final Volumes volumes;
    private final TransferListener listener;
    private final Throttle throttle;
    private final Tally tally = new Tally();
    private final LinkedBlockingQueue<Task> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final ConcurrentLinkedQueue<Task> failed = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicBoolean running = new AtomicBoolean();

    /** Nothing happens before {@link #run}. */
    public Transfer(TransferOrder order, Volumes volumes, TransferListener listener) {
        this.order = order;
        this.volumes = volumes;
        this.listener = listener;
        this.throttle = new Throttle(order.bytesPerSecond());
    }

    /**
     * Carries the order out and waits for its end.
     *
     * @return what became of it; files that failed are counted there
     * @throws VolumeException when it could not begin: nothing is there, or it cannot be listed
     * @throws CancellationException after {@link #cancel}
     */
    public Totals run() throws IOException {
        return work(search -> search.find(this::wait), true);
    }

    /** Tries the files again that failed; as {@link #run}. */
    public Totals retry() throws IOException {
        List<Task> again = new ArrayList<>();
        for (Task task = failed.poll(); task != null; task = failed.poll()) {
            again.add(task);
        }
        return work(_ -> {
            for (Task task : again) {
                tally.again();
                wait(task);
            }
        }, false);
    }

    private interface Finding {
        void find(Search search) throws IOException;
    }

    private Totals work(Finding finding, boolean first) throws IOException {
        if (!running.compareAndSet(false, true)) {
            throw new IllegalStateException("already running");
        }
        try (BulkStore from = volumes.bulk(order.from().base()); BulkStore to = volumes.bulk(order.to().address())) {
            tally.start();
            Search search = new Search(order, from, to, tally, listener);
            CountDownLatch ended = startWorkers(new FileCopy(order, from, to, throttle));
            try {
                finding.find(search);
            } finally {
                tally.found();
                finish(ended);
            }
            refuseCancelled();
            if (first && order.delete()) {
                search.deleteOthers(failed.isEmpty());
            }
            return tally.totals();
        } finally {
            running.set(false);
        }
    }

    private CountDownLatch startWorkers(FileCopy copy) {
        CountDownLatch ended = new CountDownLatch(order.parallel());
        synchronized (threads) {
            threads.clear();
            for (int i = 0; i < order.parallel(); i++) {
                threads.add(Thread.ofPlatform().daemon().name("transfer-" + i).start(() -> {
                    try {
                        takeTurns(copy);
                    } finally {
                        ended.countDown();
                    }
                }));
            }
        }
        return ended;
    }

    private void finish(CountDownLatch ended) {
        boolean interrupted = false;
        if (throttle.isCancelled()) {
            waiting.clear();
        }
        while (true) {
            try {
                waiting.put(END);
                ended.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                cancel();
            }
        }
        waiting.clear();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeTurns(FileCopy copy) {
        while (true) {
            try {
                Task task = waiting.take();
                if (task == END) {
                    waiting.put(END); // for the next one
                    return;
                }
                if (throttle.isCancelled()) {
                    ended(task, State.CANCELLED, "");
                } else {
                    copy(copy, task);
                }
            } catch (InterruptedException e) {
                if (throttle.isCancelled()) {
                    return;
                }
            }
        }
    }

    private void copy(FileCopy copy, Task task) {
        Item item = task.item();
        item.start();
        listener.changed(item);
        try {
            if (!order.dryRun()) {
                copy.copy(task);
            }
            ended(task, State.DONE, "");
        } catch (CancellationException e) {
            ended(task, State.CANCELLED, "");
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            boolean stopped = throttle.isCancelled();
            failed.add(task);
            ended(task, stopped ? State.CANCELLED : State.FAILED, stopped ? "" : reason(e));
        }
    }

    private static String reason(Throwable e) {
        String text = e instanceof IOException ? e.getMessage() : e instanceof OutOfMemoryError ? "not enough memory" : null;
        return text == null || text.isBlank() ? "unexpected trouble: " + e : text.lines().findFirst().orElse("");
    }

    private void ended(Task task, State state, String problem) {
        task.item().end(state, problem);
        tally.ended(task.item());
        listener.changed(task.item());
    }

    /** Queues a file that was found, or notes that it is there already. */
    private void wait(Task task) throws IOException {
        tally.add(task.item());
        listener.changed(task.item());
        if (task.item().state() == State.SKIPPED) {
            return;
        }
        try {
            waiting.put(task);
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
        }
        refuseCancelled();
    }

    private void refuseCancelled() {
        if (throttle.isCancelled()) {
            throw new CancellationException("cancelled");
        }
    }

    /** Holds all files where they are; connections stay open. */
    public void pause() {
        throttle.pause(true);
    }

    public void resume() {
        throttle.pause(false);
    }

    public boolean isPaused() {
        return throttle.isPaused();
    }

    /** Stops soon; cannot be taken back. Parts of large files stay for another try. */
    public void cancel() {
        throttle.cancel();
        synchronized (threads) {
            threads.forEach(Thread::interrupt);
        }
    }

    public boolean isCancelled() {
        return throttle.isCancelled();
    }

    /** How far it is. */
    public Totals totals() {
        return tally.totals();
    }

    /** What is carried out. */
    public TransferOrder order() {
        return order;
    }

    /** Refuses orders that would copy a place into itself. */
    static VolumeException intoItself(TransferOrder order) {
        return new VolumeException(Kind.UNSUPPORTED, order.to().address() + " is in what is copied; choose another place");
    }
}
