package org.morphodepot.transfer.ui;

import java.util.OptionalLong;

import org.morphodepot.transfer.Source;
import org.morphodepot.transfer.Target;
import org.morphodepot.transfer.TransferOrder;

/** What was entered in the dialog as an order; {@link IllegalArgumentException}s say what is wrong with it. */
final class CopyOrder {

    private CopyOrder() {
    }

    static TransferOrder of(String from, String to, boolean sync, boolean verify, OptionalLong rate) {
        Target target = Target.of(to.strip());
        String scheme = target.address().uri().getScheme();
        if (scheme.startsWith("http")) {
            throw new IllegalArgumentException("Web addresses are only read; copy to a folder or to an s3:// address");
        }
        return new TransferOrder(Source.of(from.strip()), target, sync, false, false, verify, false, TransferOrder.PARALLEL,
                TransferOrder.PART_BYTES, rate);
    }

    /** Megabytes per second; empty for an empty text. */
    static OptionalLong rate(String text) {
        if (text.isBlank()) {
            return OptionalLong.empty();
        }
        String number = text.strip().replaceFirst("(?i)\\s*MB(/s)?$", "");
        if (!number.matches("\\d{1,6}(\\.\\d{1,3})?") || Double.parseDouble(number) <= 0) {
            throw new IllegalArgumentException("\"" + text.strip() + "\" is not a number of MB per second, such as 20");
        }
        return OptionalLong.of(Math.round(Double.parseDouble(number) * 1e6));
    }
}
