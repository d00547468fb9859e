package org.morphodepot.label.segnrrd;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts of NRRD header fields. */
final class HeaderText {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;()]+");

    private HeaderText() {
    }

    /** The value that {@code raw} stands for: {@code \n} is a line break and {@code \\} a backslash. */
    static String unescaped(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            char next = i + 1 < raw.length() ? raw.charAt(i + 1) : 0;
            if (c == '\\' && (next == 'n' || next == '\\')) {
                text.append(next == 'n' ? '\n' : '\\');
                i++;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n");
    }

    /** The shortest text that reads back as the same number, without a fraction when there is none. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        String text = Double.toString(value);
        return text.indexOf('E') < 0 ? text : new BigDecimal(text).toPlainString();
    }

    /**
     * The numbers in a text, separated by blanks, commas, semicolons or brackets; empty when something else is there.
     */
    static Optional<double[]> numbers(String text) {
        String[] parts = SEPARATORS.split(text.strip().replaceFirst("^[\\s,;()]+", ""));
        if (parts.length == 1 && parts[0].isEmpty()) {
            return Optional.of(new double[0]);
        }
        double[] numbers = new double[parts.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                numbers[i] = Double.parseDouble(parts[i]);
            }
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return Optional.of(numbers);
    }

    /** Exactly {@code count} whole numbers. */
    static Optional<int[]> integers(String text, int count) {
        Optional<double[]> numbers = numbers(text).filter(n -> n.length == count);
        int[] integers = new int[count];
        for (int i = 0; numbers.isPresent() && i < count; i++) {
            double n = numbers.get()[i];
            integers[i] = (int) n;
            if (n != integers[i]) {
                return Optional.empty();
            }
        }
        return numbers.map(n -> integers);
    }

    static String join(int... numbers) {
        StringBuilder text = new StringBuilder();
        for (int number : numbers) {
            text.append(text.isEmpty() ? "" : " ").append(number);
        }
        return text.toString();
    }

    /** {@code (a,b,c)} as NRRD writes vectors. */
    static String vector(double a, double b, double c) {
        return "(" + number(a) + "," + number(b) + "," + number(c) + ")";
    }
}
