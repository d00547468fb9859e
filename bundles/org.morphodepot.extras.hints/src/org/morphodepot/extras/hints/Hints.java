package org.morphodepot.extras.hints;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;

/** The tips of {@code hints.properties}, in the order of their numbers: {@code 10 = B | Paint with the brush}. */
final class Hints {

    private static final String FILE = "hints.properties";

    private Hints() {
    }

    static List<Hint> load() {
        try (Reader reader = new InputStreamReader(Hints.class.getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
            return parse(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The add-on's own " + FILE + " cannot be read", e);
        }
    }

    static List<Hint> parse(Reader reader) throws IOException {
        Properties lines = new Properties();
        lines.load(reader);
        return lines.stringPropertyNames().stream().sorted(Comparator.comparingInt(Integer::parseInt))
                .map(number -> hint(lines.getProperty(number))).toList();
    }

    private static Hint hint(String line) {
        int bar = line.indexOf('|');
        return bar < 0 ? new Hint("", line.strip())
                : new Hint(line.substring(0, bar).strip(), line.substring(bar + 1).strip());
    }
}
