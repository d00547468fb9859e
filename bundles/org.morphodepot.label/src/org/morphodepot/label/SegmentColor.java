package org.morphodepot.label;

/** Red, green, blue, each 0 to 1. */
public record SegmentColor(double red, double green, double blue) {

    /** Opaque 0xFFRRGGBB. */
    public int argb() {
        return 0xff000000 | byteOf(red) << 16 | byteOf(green) << 8 | byteOf(blue);
    }

    public static SegmentColor ofRgb(int rgb) {
        return new SegmentColor((rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0);
    }

    private static int byteOf(double value) {
        return (int) Math.round(Math.clamp(value, 0, 1) * 255);
    }
}
