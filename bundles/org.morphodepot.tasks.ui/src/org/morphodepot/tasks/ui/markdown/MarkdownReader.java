package org.morphodepot.tasks.ui.markdown;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.morphodepot.tasks.ui.markdown.Styled.Look;
import org.morphodepot.tasks.ui.markdown.Styled.Span;

/** Turns Markdown into text with spans. Raw HTML is left out; of pictures the words are kept. */
public final class MarkdownReader extends AbstractVisitor {

    private static final int LONGEST = 100_000;
    private static final int DEEPEST = 100;

    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();
    private int depth;
    private int nesting;

    private MarkdownReader() {
    }

    /** Longer texts are cut: nobody reads them here. */
    public static Styled read(String markdown) {
        String some = markdown.length() > LONGEST ? markdown.substring(0, LONGEST) : markdown;
        MarkdownReader reader = new MarkdownReader();
        Parser.builder().build().parse(some).accept(reader);
        int end = reader.text.toString().stripTrailing().length();
        List<Span> inside = reader.spans.stream().filter(span -> span.start() + span.length() <= end).toList();
        return new Styled(reader.text.substring(0, end), inside);
    }

    /** What somebody nested without end would end the stack. */
    @Override
    protected void visitChildren(Node parent) {
        if (nesting < DEEPEST) {
            nesting++;
            super.visitChildren(parent);
            nesting--;
        }
    }

    private void styled(Node node, Look look, String target) {
        int start = text.length();
        visitChildren(node);
        add(start, look, target);
    }

    private void add(int start, Look look, String target) {
        if (text.length() > start) {
            spans.add(new Span(start, text.length() - start, look, target));
        }
    }

    private void gap() {
        text.append(depth > 0 ? "\n" : "\n\n");
    }

    @Override
    public void visit(Text node) {
        text.append(node.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak node) {
        text.append(' ');
    }

    @Override
    public void visit(HardLineBreak node) {
        text.append('\n');
    }

    @Override
    public void visit(Paragraph node) {
        visitChildren(node);
        gap();
    }

    @Override
    public void visit(Heading node) {
        styled(node, Look.HEADING, "");
        gap();
    }

    @Override
    public void visit(StrongEmphasis node) {
        styled(node, Look.STRONG, "");
    }

    @Override
    public void visit(Emphasis node) {
        styled(node, Look.EMPHASIS, "");
    }

    @Override
    public void visit(Code node) {
        int start = text.length();
        text.append(node.getLiteral());
        add(start, Look.CODE, "");
    }

    @Override
    public void visit(FencedCodeBlock node) {
        code(node.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock node) {
        code(node.getLiteral());
    }

    private void code(String literal) {
        int start = text.length();
        text.append(literal.stripTrailing());
        add(start, Look.CODE, "");
        gap();
    }

    @Override
    public void visit(BlockQuote node) {
        styled(node, Look.QUOTE, "");
    }

    @Override
    public void visit(Link node) {
        styled(node, Look.LINK, safe(node.getDestination()));
    }

    @Override
    public void visit(Image node) {
        int start = text.length();
        text.append("[picture");
        if (node.getFirstChild() != null) {
            text.append(": ");
            visitChildren(node);
        }
        text.append(']');
        add(start, Look.LINK, safe(node.getDestination()));
    }

    /** Only the web is opened from a text that anybody may have written. */
    private static String safe(String target) {
        return target.startsWith("https://") || target.startsWith("http://") ? target : "";
    }

    @Override
    public void visit(BulletList node) {
        list(node, 0);
    }

    @Override
    public void visit(OrderedList node) {
        list(node, node.getMarkerStartNumber() == null ? 1 : node.getMarkerStartNumber());
    }

    private void list(Node list, int first) {
        depth++;
        int number = first;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                text.append("   ".repeat(depth - 1)).append(first > 0 ? number++ + ". " : "\u2022 ");
                visitChildren(item);
            }
        }
        depth--;
        if (depth == 0) {
            text.append('\n');
        }
    }

    @Override
    public void visit(ThematicBreak node) {
        text.append("\u2014\n");
    }
}
