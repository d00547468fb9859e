package org.morphodepot.viewer.session;

import java.io.IOException;
import java.util.List;

import org.morphodepot.label.tool.Intensities;
import org.morphodepot.viewer.AutoWindow;
import org.morphodepot.viewer.Histogram;
import org.morphodepot.viewer.Samples;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.cache.ChunkCache;

/**
 * A scan at one channel and time, and what its values are like.
 *
 * @param window to begin with
 * @param autoRange the window that suits the values
 * @param intensities of the volume
 */
record Shown(Scan scan, DisplayRange window, DisplayRange autoRange, Histogram values, Intensities intensities) {

    private static final int BINS = 256;

    Shown(Scan scan, ChunkCache cache, DisplayRange window, Histogram values) {
        this(scan, window, window, values, intensities(scan, cache, values));
    }

    /** Looks at some values of the scan. Blocks. */
    static Shown of(Scan scan, ChunkCache cache) throws IOException {
        float[] samples = scan.blank() ? new float[] {0, 1} : samples(scan.volume(), cache);
        DisplayRange auto = AutoWindow.of(samples);
        Histogram values = Histogram.of(samples, BINS);
        DisplayRange window = scan.volume().displayRange().filter(given -> isChoice(given, values)).orElse(auto);
        return new Shown(scan, window, auto, values, intensities(scan, cache, values));
    }

    /** Whether a window from the file leaves some values out but not all; else it only repeats what the values are like. */
    private static boolean isChoice(DisplayRange given, Histogram values) {
        return (given.low() > values.low() || given.high() < values.high())
                && given.low() < values.high() && given.high() > values.low();
    }

    private static Intensities intensities(Scan scan, ChunkCache cache, Histogram values) {
        return new CachedIntensities(scan.volume(), cache, new DisplayRange(values.low(), values.high()));
    }

    private static float[] samples(Volume volume, ChunkCache cache) throws IOException {
        Object requester = new Object();
        cache.want(requester, volume, Samples.chunks(volume));
        try {
            return Samples.of(volume, key -> cache.get(volume, key));
        } finally {
            cache.want(requester, volume, List.of());
        }
    }
}
