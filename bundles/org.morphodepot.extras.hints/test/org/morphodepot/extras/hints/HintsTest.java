package org.morphodepot.extras.hints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;

import org.junit.jupiter.api.Test;

class HintsTest {

    @Test
    void parse_ordersByNumberAndSplitsTheKey() throws IOException {
        List<Hint> hints = Hints.parse(new StringReader("20 = No key here\n3 = Esc | Leave\n"));
        assertEquals(List.of(new Hint("Esc", "Leave"), new Hint("", "No key here")), hints);
    }

    @Test
    void shippedFile_hasTextInEveryHint() {
        List<Hint> hints = Hints.load();
        assertFalse(hints.isEmpty());
        hints.forEach(hint -> assertFalse(hint.text().isEmpty()));
    }
}
