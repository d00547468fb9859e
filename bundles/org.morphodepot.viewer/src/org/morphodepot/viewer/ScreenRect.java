package org.morphodepot.viewer;

/** Pixels of a view, half open: {@code x0 <= x < x1}, {@code y0 <= y < y1}. Empty when a side is zero or negative. */
public record ScreenRect(int x0, int y0, int x1, int y1) {

    /** The rectangle without pixels. */
    public static final ScreenRect EMPTY = new ScreenRect(0, 0, 0, 0);

    public boolean isEmpty() {
        return x1 <= x0 || y1 <= y0;
    }

    public int width() {
        return Math.max(0, x1 - x0);
    }

    public int height() {
        return Math.max(0, y1 - y0);
    }

    public ScreenRect intersect(ScreenRect other) {
        return new ScreenRect(Math.max(x0, other.x0), Math.max(y0, other.y0), Math.min(x1, other.x1),
                Math.min(y1, other.y1));
    }

    /** The smallest rectangle around both; an empty one does not count. */
    public ScreenRect union(ScreenRect other) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        return new ScreenRect(Math.min(x0, other.x0), Math.min(y0, other.y0), Math.max(x1, other.x1),
                Math.max(y1, other.y1));
    }
}
