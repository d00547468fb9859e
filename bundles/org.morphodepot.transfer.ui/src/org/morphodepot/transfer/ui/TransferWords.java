package org.morphodepot.transfer.ui;

import java.util.Locale;

import org.morphodepot.transfer.Item;
import org.morphodepot.transfer.Totals;
import org.morphodepot.transfer.TransferJob;

/** What the view says about transfers and files. */
final class TransferWords {

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private TransferWords() {
    }

    static String title(TransferJob job) {
        String pattern = job.order().from().pattern().map(text -> "/" + text).orElse("");
        return job.order().from().base() + pattern + " \u2192 " + job.order().to().address();
    }

    /** The same by names only, for a narrow column. */
    static String name(TransferJob job) {
        String from = job.order().from().pattern().orElseGet(() -> job.order().from().base().name());
        return from + " \u2192 " + job.order().to().address().name();
    }

    static String state(TransferJob job) {
        Totals totals = job.totals();
        String files = (totals.done() + totals.skipped()) + " of " + totals.found() + (totals.searching() ? " and more" : "")
                + " files" + (totals.failed() > 0 ? ", " + totals.failed() + " failed" : "");
        return switch (job.state()) {
            case RUNNING -> files;
            case PAUSED -> "Paused, " + files;
            case DONE -> "Done: " + totals.done() + " copied" + (totals.skipped() > 0 ? ", " + totals.skipped()
                    + " were there already" : "");
            case FAILED -> job.problem();
            case CANCELLED -> "Cancelled after " + files;
        };
    }

    static String rate(TransferJob job) {
        Totals totals = job.totals();
        return switch (job.state()) {
            case RUNNING -> bytes(totals.bytesPerSecond()) + "/s";
            case PAUSED -> "";
            case DONE, FAILED, CANCELLED -> bytes(totals.doneBytes());
        };
    }

    static String left(TransferJob job) {
        return job.state() == TransferJob.State.RUNNING && job.totals().secondsLeft().isPresent()
                ? time(job.totals().secondsLeft().getAsDouble()) : "";
    }

    /** From 0 to 1. */
    static double part(TransferJob job) {
        Totals totals = job.totals();
        return job.state() == TransferJob.State.DONE ? 1
                : job.state() == TransferJob.State.CANCELLED ? 0 // what was under way counts no more
                : totals.bytes() <= 0 ? 0 : Math.clamp((double) totals.doneBytes() / totals.bytes(), 0, 1);
    }

    static double part(Item item) {
        return item.size() == 0 ? 0 : (double) item.done() / item.size();
    }

    static String bytes(double bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, unit > 0 && value < 9.95 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }

    static String time(double seconds) {
        long s = Math.round(seconds);
        return s < 100 ? s + " s" : s < 6000 ? s / 60 + " min" : s / 3600 + " h " + s / 60 % 60 + " min";
    }
}
