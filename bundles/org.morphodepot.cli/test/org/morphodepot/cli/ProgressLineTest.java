package org.morphodepot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final StringWriter text = new StringWriter();

    @Test
    void text_saysHowMuchAndHowLong() {
        assertEquals("writing 45 %, 12 s left", ProgressLine.text(45, 100, "writing", 10));
        assertEquals("writing 45 %", ProgressLine.text(45, 100, "writing", 1));
        assertEquals("writing 10 %, 4 h 30 min left", ProgressLine.text(10, 100, "writing", 1800));
        assertEquals("writing", ProgressLine.text(45, -1, "writing", 10));
        assertEquals("writing 100 %, 0 s left", ProgressLine.text(101, 100, "writing", 10));
    }

    @Test
    void line_isWrittenOverAndCleared() {
        ProgressLine line = new ProgressLine(new PrintWriter(text), true);
        line.show(1, 2, "abc");
        line.show(2, 2, "too soon");
        line.clear();
        line.clear();
        assertEquals("\rabc 50 %\r        \r", text.toString());
    }

    @Test
    void withoutATerminal_nothingIsWritten() {
        ProgressLine line = new ProgressLine(new PrintWriter(text), false);
        line.show(1, 2, "abc");
        line.clear();
        assertEquals("", text.toString());
    }
}
