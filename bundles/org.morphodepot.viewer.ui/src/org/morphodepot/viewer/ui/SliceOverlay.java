package org.morphodepot.viewer.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.morphodepot.viewer.Lengths;
import org.morphodepot.viewer.SliceOrientation;
import org.morphodepot.viewer.SlicePlane;
import org.morphodepot.viewer.SliceScene;
import org.morphodepot.viewer.ViewTransform;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.VoxelPoint;

/** What lies over the picture: orientation letters, scale bar, crosshair. Stateless; UI thread. */
final class SliceOverlay {

    private static final Color LIGHT = new Color(0xe6, 0xe8, 0xea);
    private static final Color SHADE = new Color(0, 0, 0);
    private static final int MARGIN = 8;
    /** The crosshair leaves the voxel itself free. */
    private static final int GAP = 10;
    private static final int MOST_LINES = 4;

    private final GC gc;
    private final Rectangle area;
    private final double scale;

    /** {@code scale} is the number of drawn pixels in one unit of {@code area}. */
    SliceOverlay(GC gc, Rectangle area, double scale) {
        this.gc = gc;
        this.area = area;
        this.scale = scale;
        gc.setAntialias(SWT.ON);
    }

    void letters(SlicePlane plane) {
        int lineHeight = gc.getFontMetrics().getHeight();
        int middle = area.height / 2 - lineHeight / 2;
        text(plane.letters().get(0), MARGIN, middle);
        text(plane.letters().get(1), area.width - MARGIN - gc.textExtent(plane.letters().get(1)).x, middle);
        text(plane.letters().get(2), centred(plane.letters().get(2)), MARGIN / 2);
        text(plane.letters().get(3), centred(plane.letters().get(3)), area.height - lineHeight - MARGIN / 2);
    }

    void scaleBar(SliceScene scene) {
        double zoom = scene.transform().camera().zoom() / scale;
        Lengths.Bar bar = Lengths.bar(area.width * 0.22 / zoom, scene.volume().geometry().unit());
        int length = (int) Math.round(bar.length() * zoom);
        int y = area.height - MARGIN - 4;
        gc.setBackground(SHADE);
        gc.setAlpha(120);
        gc.fillRectangle(MARGIN - 1, y - 1, length + 2, 5);
        gc.setAlpha(255);
        gc.setBackground(LIGHT);
        gc.fillRectangle(MARGIN, y, length, 3);
        text(bar.label(), MARGIN, y - 4 - gc.getFontMetrics().getHeight());
    }

    /** Lines where the other two planes cut this one, in their colours. */
    void crosshair(Session session, ViewTransform view, VoxelPoint at) {
        double x = view.screenX(at.get(view.plane().right())) / scale;
        double y = view.screenY(at.get(view.plane().down())) / scale;
        gc.setAlpha(170);
        gc.setLineWidth(1);
        gc.setForeground(colorOf(session, view.plane().right()));
        line(x, 0, x, y - GAP);
        line(x, y + GAP, x, area.height);
        gc.setForeground(colorOf(session, view.plane().down()));
        line(0, y, x - GAP, y);
        line(x + GAP, y, area.width, y);
        gc.setAlpha(255);
    }

    /** Text on a dark ground near the lower edge, for hints and errors; wrapped, and cut after a few lines. */
    void note(String note, boolean error) {
        List<String> lines = wrapped(note, area.width - 4 * MARGIN, text -> gc.textExtent(text).x);
        int lineHeight = gc.getFontMetrics().getHeight();
        int width = lines.stream().mapToInt(line -> gc.textExtent(line).x).max().orElse(0);
        int x = Math.max(MARGIN, (area.width - width) / 2);
        int y = area.height - lines.size() * lineHeight - 3 * MARGIN - lineHeight;
        gc.setAlpha(210);
        gc.setBackground(error ? new Color(0x7a, 0x1c, 0x1c) : new Color(0x24, 0x27, 0x2c));
        gc.fillRoundRectangle(x - MARGIN, y - 4, width + 2 * MARGIN, lines.size() * lineHeight + 8, 8, 8);
        gc.setAlpha(255);
        gc.setForeground(LIGHT);
        for (int i = 0; i < lines.size(); i++) {
            gc.drawText(lines.get(i), x, y + i * lineHeight, true);
        }
    }

    /** A few words in the lower right corner. */
    void corner(String words) {
        Point size = gc.textExtent(words);
        text(words, area.width - size.x - MARGIN, area.height - size.y - MARGIN / 2);
    }

    /** Lines no wider than {@code width}, broken at spaces, or inside words that are too long such as addresses. */
    static List<String> wrapped(String text, int width, ToIntFunction<String> measure) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty() && lines.size() < MOST_LINES) {
            int end = rest.length();
            while (end > 1 && measure.applyAsInt(rest.substring(0, end)) > width) {
                int space = rest.lastIndexOf(' ', end - 1);
                end = space > 0 ? space : end - 1;
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            String last = lines.removeLast();
            lines.add(last.substring(0, Math.max(0, last.length() - 1)) + "…");
        }
        return lines;
    }

    private void line(double x0, double y0, double x1, double y1) {
        if (x1 > x0 || y1 > y0) {
            gc.drawLine((int) Math.round(x0), (int) Math.round(y0), (int) Math.round(x1), (int) Math.round(y1));
        }
    }

    private int centred(String letters) {
        return (area.width - gc.textExtent(letters).x) / 2;
    }

    private void text(String text, int x, int y) {
        gc.setForeground(SHADE);
        gc.drawText(text, x + 1, y + 1, true);
        gc.setForeground(LIGHT);
        gc.drawText(text, x, y, true);
    }

    private static Color colorOf(Session session, int normal) {
        for (SliceOrientation orientation : SliceOrientation.values()) {
            if (session.planes().get(orientation).normal() == normal) {
                int rgb = orientation.rgb();
                return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
            }
        }
        return LIGHT;
    }
}
