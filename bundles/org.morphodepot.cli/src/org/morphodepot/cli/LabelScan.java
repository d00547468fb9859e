package org.morphodepot.cli;

import java.io.IOException;

import org.morphodepot.cli.bench.StreamedScan;
import org.morphodepot.label.segnrrd.Grid;
import org.morphodepot.label.tool.Intensities;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.cache.ChunkCache;

/** The values of the scan that labels belong to. One thread. */
final class LabelScan implements Intensities, AutoCloseable {

    private final Volume volume;
    private final ChunkCache cache;
    private final StreamedScan values;

    private LabelScan(Volume volume) {
        this.volume = volume;
        cache = new ChunkCache(Runtime.getRuntime().maxMemory() / 4);
        values = new StreamedScan(volume, cache);
    }

    static LabelScan open(Address scan, Volumes volumes) throws IOException {
        return new LabelScan(Scans.open(scan, volumes).volume());
    }

    /** The voxels of a scan; reads no values. */
    static Grid grid(Address scan, Volumes volumes) throws IOException {
        try (Volume volume = Scans.open(scan, volumes).volume()) {
            return new Grid(volume.levels().getFirst().size(), volume.geometry());
        }
    }

    @Override
    public void read(VoxelBox box, float[] out) throws IOException {
        values.read(box, out);
    }

    @Override
    public DisplayRange range() {
        return values.range();
    }

    @Override
    public void close() throws IOException {
        cache.close();
        volume.close();
    }
}
