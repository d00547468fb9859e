package org.morphodepot.tasks.ui.markdown;

import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.morphodepot.tasks.ui.markdown.Styled.Span;
import org.morphodepot.ui.Ids;

/** Shows Markdown as text that can be selected but not changed; links open in the browser. UI thread. */
public final class MarkdownLabel {

    private final StyledText text;

    public MarkdownLabel(Composite parent) {
        text = Ids.unstyled(new StyledText(parent, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP));
        text.setCaret(null);
        text.addListener(SWT.Paint, _ -> blend(parent));
        blend(parent);
        text.addListener(SWT.MouseUp, this::follow);
    }

    /** It is text of the page, not a field: themes may change below it. */
    private void blend(Composite parent) {
        if (!text.getBackground().equals(parent.getBackground())) {
            text.setBackground(parent.getBackground());
        }
        if (!text.getForeground().equals(parent.getForeground())) {
            text.setForeground(parent.getForeground());
        }
    }

    public StyledText control() {
        return text;
    }

    public void show(String markdown) {
        Styled styled = MarkdownReader.read(markdown);
        text.setText(styled.text());
        styled.spans().forEach(span -> text.setStyleRange(range(span)));
    }

    private StyleRange range(Span span) {
        StyleRange range = new StyleRange();
        range.start = span.start();
        range.length = span.length();
        switch (span.look()) {
            case HEADING, STRONG -> range.fontStyle = SWT.BOLD;
            case EMPHASIS, QUOTE -> range.fontStyle = SWT.ITALIC;
            case CODE -> range.font = JFaceResources.getTextFont();
            case LINK -> {
                range.underline = true;
                range.underlineStyle = SWT.UNDERLINE_LINK;
                range.foreground = JFaceColors.getHyperlinkText(text.getDisplay());
                range.data = span.target();
            }
        }
        return range;
    }

    private void follow(Event event) {
        int offset = text.getOffsetAtPoint(new Point(event.x, event.y));
        if (offset >= 0 && text.getSelectionCount() == 0) {
            StyleRange range = text.getStyleRangeAtOffset(offset);
            if (range != null && range.data instanceof String target && !target.isEmpty()) {
                Program.launch(target);
            }
        }
    }
}
