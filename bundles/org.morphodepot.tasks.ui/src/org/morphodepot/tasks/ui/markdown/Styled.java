package org.morphodepot.tasks.ui.markdown;

import java.util.List;

/** Text and how parts of it look. */
public record Styled(String text, List<Span> spans) {

    public Styled {
        spans = List.copyOf(spans);
    }

    /** In what way a part is set apart. */
    public enum Look {
        HEADING, STRONG, EMPHASIS, CODE, QUOTE, LINK
    }

    /**
     * A part of the text.
     *
     * @param target address of a link, else empty
     */
    public record Span(int start, int length, Look look, String target) {
    }
}
