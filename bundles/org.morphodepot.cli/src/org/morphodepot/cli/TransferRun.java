package org.morphodepot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.CancellationException;

import org.morphodepot.transfer.Item;
import org.morphodepot.transfer.Totals;
import org.morphodepot.transfer.Transfer;
import org.morphodepot.transfer.TransferListener;
import org.morphodepot.transfer.TransferOrder;
import org.morphodepot.volume.Volumes;

/** Carries out an order of the command line: progress and trouble to standard error, results to standard output. */
final class TransferRun implements TransferListener {

    private static final long LOOK_MILLIS = 200;

    private final TransferOrder order;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;

    TransferRun(TransferOptions options, TransferOrder order) {
        this.order = order;
        this.out = options.spec().commandLine().getOut();
        this.err = options.spec().commandLine().getErr();
        this.json = options.json();
    }

    /** Gives the exit code: 1 when a file failed. */
    int run() throws IOException {
        Transfer transfer = new Transfer(order, Volumes.fromClassPath(), this);
        Totals totals;
        try (Interrupt interrupt = Interrupt.watch(err)) {
            Thread watcher = Thread.ofVirtual().start(() -> watch(transfer, interrupt));
            try {
                totals = transfer.run();
            } catch (CancellationException e) {
                tell(TransferLines.end(transfer.totals(), true), "Cancelled; complete files stay, and parts of others are used"
                        + " when the command is given again");
                return 1;
            } finally {
                watcher.interrupt();
            }
        }
        tell(TransferLines.end(totals, false), summary(totals));
        return totals.failed() == 0 ? 0 : 1;
    }

    private static void watch(Transfer transfer, Interrupt interrupt) {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                if (interrupt.cancelled()) {
                    transfer.cancel();
                }
                Totals now = transfer.totals();
                String what = now.done() + " of " + now.found() + " files, " + ByteCount.of(now.bytesPerSecond()) + "/s,";
                interrupt.report(now.doneBytes(), now.searching() ? -1 : now.bytes(), what);
            }
        } catch (InterruptedException e) {
            // the transfer has ended
        }
    }

    private synchronized void tell(String machine, String person) {
        out.println(json ? machine : person);
    }

    @Override
    public void changed(Item item) {
        if (json) {
            TransferLines.of(item, order.dryRun()).ifPresent(line -> tell(line, ""));
            return;
        }
        switch (item.state()) {
            case DONE -> {
                if (order.dryRun()) {
                    tell("", "copy " + Failure.line(item.key()) + " (" + ByteCount.of(item.size()) + ")");
                } else {
                    item.sha256().ifPresent(sum -> tell("", sum + "  " + Failure.line(item.key())));
                }
            }
            case FAILED -> complain(item);
            case WAITING, RUNNING, SKIPPED, CANCELLED -> {
                // counted at the end
            }
        }
    }

    private synchronized void complain(Item item) {
        err.println(Failure.line(item.key()) + ": " + Failure.line(item.problem().orElse("failed")));
    }

    @Override
    public void deleted(String key) {
        tell(TransferLines.deleted(key, order.dryRun()), (order.dryRun() ? "remove " : "removed ") + Failure.line(key));
    }

    private String summary(Totals totals) {
        String text = String.format(Locale.ROOT, "%s %d files, %s in %.1f s (%s/s)", order.dryRun() ? "Would copy" : "Copied",
                totals.done(), ByteCount.of(order.dryRun() ? totals.bytes() : totals.doneBytes()), totals.seconds(),
                ByteCount.of(order.dryRun() ? 0 : totals.doneBytes() / Math.max(1e-3, totals.seconds())));
        return text.replace(" (0 B/s)", "") + (totals.skipped() > 0 ? "; " + totals.skipped() + " were there already" : "")
                + (totals.deleted() > 0 ? "; " + totals.deleted() + " removed" : "")
                + (totals.failed() > 0 ? "; " + totals.failed() + " failed" : "");
    }
}
