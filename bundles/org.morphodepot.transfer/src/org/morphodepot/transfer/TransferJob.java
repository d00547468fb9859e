package org.morphodepot.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;

import org.morphodepot.volume.Volumes;

/** A transfer on a thread of its own, with the files it is busy with. Any thread. */
public final class TransferJob {

    private static final int MOST_FAILED = 1000;

    /** What has become of it. */
    public enum State {
        RUNNING, PAUSED, DONE,
        /** Some files failed, or it could not begin. */
        FAILED, CANCELLED;

        /** Whether nothing more will happen by itself. */
        public boolean isEnd() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    private final Transfer transfer;
    private final Runnable changed;
    private final Set<Item> busy = ConcurrentHashMap.newKeySet();
    private final Set<Item> failed = ConcurrentHashMap.newKeySet();
    private volatile State end;
    private volatile String problem = "";

    TransferJob(TransferOrder order, Volumes volumes, Runnable changed) {
        this.transfer = new Transfer(order, volumes, new Watch());
        this.changed = changed;
    }

    private final class Watch implements TransferListener {
        @Override
        public void changed(Item item) {
            if (item.state() == Item.State.RUNNING) {
                busy.add(item);
                failed.remove(item);
            } else {
                busy.remove(item);
            }
            if (item.state() == Item.State.FAILED && failed.size() < MOST_FAILED) {
                failed.add(item);
            }
        }
    }

    private interface Work {
        Totals run() throws IOException;
    }

    void start() {
        begin(transfer::run);
    }

    /** Tries the files again that failed, or all if it could not begin; only after its end and if it was not cancelled. */
    public void retry() {
        if (end == State.FAILED) {
            begin(transfer.totals().found() == 0 ? transfer::run : transfer::retry);
        }
    }

    private void begin(Work work) {
        end = null;
        problem = "";
        Thread.ofVirtual().name("transfer").start(() -> {
            end = run(work);
            changed.run();
        });
    }

    private State run(Work work) {
        try {
            Totals totals = work.run();
            problem = totals.failed() == 0 ? "" : totals.failed() + " of " + totals.found() + " files failed";
            return totals.failed() == 0 ? State.DONE : State.FAILED;
        } catch (CancellationException e) {
            return State.CANCELLED;
        } catch (IOException | RuntimeException e) {
            problem = e.getMessage() == null ? e.toString() : e.getMessage();
            return State.FAILED;
        }
    }

    public TransferOrder order() {
        return transfer.order();
    }

    public State state() {
        State last = end;
        return last != null ? last : transfer.isPaused() ? State.PAUSED : State.RUNNING;
    }

    /** Why it failed, in one line; empty when it did not. */
    public String problem() {
        return problem;
    }

    public Totals totals() {
        return transfer.totals();
    }

    /** Files that are on their way now. */
    public List<Item> busy() {
        return sorted(busy);
    }

    /** Files that failed; of very many the first. */
    public List<Item> failed() {
        return sorted(failed);
    }

    private static List<Item> sorted(Collection<Item> items) {
        List<Item> list = new ArrayList<>(items);
        list.sort(java.util.Comparator.comparing(Item::key));
        return list;
    }

    public void pause() {
        transfer.pause();
    }

    public void resume() {
        transfer.resume();
    }

    /** Stops soon; what has come through of large files is used when the same is copied again. */
    public void cancel() {
        transfer.cancel();
    }
}
