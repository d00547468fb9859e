package org.morphodepot.viewer;

/** Mixes opaque colours. */
final class Blend {

    private Blend() {
    }

    /** {@code color} laid over {@code ground} with an opacity of 0 to 1. */
    static int over(int ground, int color, float opacity) {
        return over(ground, color, Math.round(opacity * 256));
    }

    /** The same with an opacity of 0 to 256. Red and blue are mixed in one multiplication. */
    static int over(int ground, int color, int opacity) {
        int rest = 256 - opacity;
        int redBlue = (ground & 0xff00ff) * rest + (color & 0xff00ff) * opacity >>> 8 & 0xff00ff;
        int green = (ground & 0x00ff00) * rest + (color & 0x00ff00) * opacity >>> 8 & 0x00ff00;
        return 0xff000000 | redBlue | green;
    }
}
