package org.morphodepot.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Breaks good bytes and texts, in the ways that disks, networks and attackers break them: bits flipped, pieces cut off or
 * repeated, values replaced by nasty ones. The seed decides, so a failing round can be repeated. One thread.
 */
public final class Damage {

    /** Values of texts: numbers, and what stands in quotes. */
    private static final Pattern VALUE = Pattern.compile("-?\\d+(?:\\.\\d+)?|\"[^\"\\n]*\"");
    private static final List<String> NASTY = List.of("null", "-1", "0", "1e308", "1e400", "9223372036854775807", "2147483648",
            "65536", "0.5", "NaN", "true", "[]", "{}", "[[[[[1]]]]]", "\"\"", "\"..\"", "\"../../etc/passwd\"", "\"\\u0000\"",
            "\"x\"", "", ",", "[".repeat(5000), "9".repeat(5000), "\"" + "long ".repeat(2000) + "\"");
    private static final String STRUCTURE = "0123456789-.,:;=|{}[]()\"\\ \n\t#<>%";

    private final Random random;

    public Damage(long seed) {
        random = new Random(seed);
    }

    /** How many damages each sample gets: {@code usual}, or what {@code -Drounds} says. */
    public static int rounds(int usual) {
        return Integer.getInteger("rounds", usual);
    }

    /** A broken copy; now and then it is as good as the original. */
    public byte[] of(byte[] good) {
        byte[] bad = good.clone();
        for (int n = random.nextInt(4); n >= 0 && bad.length > 0; n--) {
            int at = random.nextInt(random.nextBoolean() ? bad.length : Math.min(bad.length, 64));
            switch (random.nextInt(4)) {
                case 0 -> bad[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bad[at] = (byte) random.nextInt(256);
                case 2 -> Arrays.fill(bad, at, Math.min(bad.length, at + 1 + random.nextInt(8)), (byte) -random.nextInt(2));
                default -> System.arraycopy(good, 0, bad, at, Math.min(random.nextInt(20), good.length - at));
            }
        }
        return bad.length > 0 && random.nextInt(4) == 0 ? Arrays.copyOf(bad, random.nextInt(bad.length)) : bad;
    }

    /** A broken copy of a text such as JSON or a table. */
    public String of(String good) {
        StringBuilder bad = new StringBuilder(good);
        for (int n = random.nextInt(3); n >= 0; n--) {
            switch (random.nextInt(4)) {
                case 0, 1 -> replaceValue(bad);
                case 2 -> bad.insert(random.nextInt(bad.length() + 1), STRUCTURE.charAt(random.nextInt(STRUCTURE.length())));
                default -> removeSome(bad);
            }
        }
        return random.nextInt(6) == 0 ? bad.substring(0, random.nextInt(bad.length() + 1)) : bad.toString();
    }

    private void replaceValue(StringBuilder text) {
        List<MatchResult> values = new ArrayList<>(VALUE.matcher(text).results().toList());
        if (!values.isEmpty()) {
            MatchResult value = values.get(random.nextInt(values.size()));
            text.replace(value.start(), value.end(), NASTY.get(random.nextInt(NASTY.size())));
        }
    }

    private void removeSome(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        text.delete(at, Math.min(text.length(), at + random.nextInt(12)));
    }
}
