package org.morphodepot.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of bytes as people read and write them; decimal, as disks and networks are sold. */
final class ByteCount {

    private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)\\s*([kMGT]?)(?:i?B)?(?:/s)?",
            Pattern.CASE_INSENSITIVE);
    private static final String UNITS = "kMGT";

    private ByteCount() {
    }

    /** Such as {@code 12.3 MB}. */
    static String of(double bytes) {
        if (bytes < 1000) {
            return Math.round(bytes) + " B";
        }
        double value = bytes;
        int unit = -1;
        while (value >= 999.5 && unit < UNITS.length() - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f %sB" : "%.0f %sB", value, UNITS.charAt(unit));
    }

    /** Reads {@code 500k}, {@code 20M}, {@code 1.5GB}; throws {@link IllegalArgumentException}. */
    static long parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        double value = parts.matches() ? Double.parseDouble(parts.group(1)) : 0;
        if (value <= 0) {
            throw new IllegalArgumentException("'" + text + "' is not a number of bytes such as 500k or 20M");
        }
        int unit = UNITS.toLowerCase(Locale.ROOT).indexOf(parts.group(2).toLowerCase(Locale.ROOT));
        return Math.round(value * Math.pow(1000, parts.group(2).isEmpty() ? 0 : unit + 1));
    }
}
