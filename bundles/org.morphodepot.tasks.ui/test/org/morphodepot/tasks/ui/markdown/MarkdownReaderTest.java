package org.morphodepot.tasks.ui.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.morphodepot.tasks.ui.markdown.Styled.Look;
import org.morphodepot.tasks.ui.markdown.Styled.Span;

class MarkdownReaderTest {

    @Test
    void paragraphsAndLists_keepTheirShape() {
        Styled styled = MarkdownReader.read("# Eyes\n\nPaint both,\nplease.\n\n- left\n- right\n  1. rim\n  2. lens\n");
        assertEquals("Eyes\n\nPaint both, please.\n\n\u2022 left\n\u2022 right\n   1. rim\n   2. lens", styled.text());
        assertEquals(new Span(0, 4, Look.HEADING, ""), styled.spans().getFirst());
    }

    @Test
    void looks_coverTheirWords() {
        Styled styled = MarkdownReader.read("a **b** `c` *d* [e](https://x.org/y)");
        assertEquals("a b c d e", styled.text());
        assertEquals(List.of(new Span(2, 1, Look.STRONG, ""), new Span(4, 1, Look.CODE, ""),
                new Span(6, 1, Look.EMPHASIS, ""), new Span(8, 1, Look.LINK, "https://x.org/y")), styled.spans());
    }

    @Test
    void hostileText_opensAndShowsNothing() {
        Styled styled = MarkdownReader.read("[run](file:///bin/sh) <script>alert(1)</script> ![p](javascript:x)");
        assertTrue(styled.spans().stream().allMatch(span -> span.target().isEmpty()), styled.toString());
        assertEquals("run alert(1) [picture: p]", styled.text());
        MarkdownReader.read("> ".repeat(50_000) + "deep");
        MarkdownReader.read("[".repeat(90_000));
    }

    @Test
    void spans_lieInsideTheText() {
        Styled styled = MarkdownReader.read("> quoted\n\n```\ncode\n\n\n```\n\n");
        styled.spans().forEach(span -> assertTrue(span.start() + span.length() <= styled.text().length(), span.toString()));
    }
}
