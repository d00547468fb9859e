package org.morphodepot.label.statistics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.label.Block;
import org.morphodepot.label.Blocks;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.tool.Intensities;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;

/**
 * The statistics of one segment.
 *
 * @param shape empty when the segment has no voxels
 * @param surface empty when the segment has no voxels
 * @param intensities empty when no scan was given or the segment has no voxels
 */
public record SegmentStatistics(Segment segment, Optional<ShapeStatistics> shape, Optional<ClosedSurface> surface,
        Optional<IntensityStatistics> intensities) {

    /**
     * Measures segments, in their order; blocks that hold none of them cost nothing.
     *
     * @param segments some of those of {@code state}, such as the ones that an edit touched
     * @param scan values, read block by block; empty to leave them out
     * @throws java.util.concurrent.CancellationException when {@code progress} says so
     */
    public static List<SegmentStatistics> of(Segmentation state, Collection<Segment> segments,
            Optional<Intensities> scan, Progress progress) throws IOException {
        Geometry millimetres = state.geometry().inMillimetres();
        Map<Integer, ShapeSums[]> shapes = new HashMap<>();
        Map<Integer, SurfaceSums[]> surfaces = new HashMap<>();
        Map<Integer, IntensitySums[]> values = new HashMap<>();
        for (Segment segment : segments) {
            int layer = segment.layer();
            if (!shapes.containsKey(layer)) {
                boolean[] wanted = wanted(segments, layer);
                Aside<SurfaceSums[]> surface = Aside.run("surfaces", progress,
                        quiet -> SurfaceScan.of(state.layer(layer), wanted, quiet));
                try (surface) {
                    shapes.put(layer, new LayerScan(state.layer(layer), wanted).run(progress));
                    surfaces.put(layer, surface.result());
                }
                values.put(layer, scan.isPresent() ? values(state.layer(layer), wanted, scan.get(), progress)
                        : new IntensitySums[Character.MAX_VALUE + 1]);
            }
        }
        List<SegmentStatistics> all = new ArrayList<>();
        for (Segment s : segments) {
            all.add(new SegmentStatistics(s, Optional.ofNullable(shapes.get(s.layer())[s.label()])
                    .map(sums -> ShapeStatistics.of(sums, millimetres)),
                    Optional.ofNullable(surfaces.get(s.layer())[s.label()]).map(sums -> sums.surface(millimetres)),
                    Optional.ofNullable(values.get(s.layer())[s.label()]).flatMap(IntensitySums::statistics)));
        }
        return all;
    }

    private static boolean[] wanted(Collection<Segment> segments, int layer) {
        boolean[] wanted = new boolean[Character.MAX_VALUE + 1];
        segments.stream().filter(s -> s.layer() == layer).forEach(s -> wanted[s.label()] = true);
        return wanted;
    }

    private static IntensitySums[] values(LabelLayer layer, boolean[] wanted, Intensities scan, Progress progress)
            throws IOException {
        IntensitySums[] sums = new IntensitySums[Character.MAX_VALUE + 1];
        List<int[]> places = new ArrayList<>();
        layer.forEachBlock((bx, by, bz, block) -> {
            for (char label : Blocks.labels(block)) {
                if (wanted[label]) {
                    return places.add(new int[] {bx, by, bz});
                }
            }
            return true;
        });
        float[] values = new float[Block.VOXELS];
        char[] labels = new char[Block.VOXELS];
        for (int n = 0; n < places.size(); n++) {
            progress.check();
            progress.report(n, places.size(), "Reading the scan's values");
            int[] p = places.get(n);
            VoxelBox box = layer.voxels(p[0], p[1], p[2]);
            scan.read(box, values);
            layer.read(box, labels);
            add(labels, values, (int) box.voxels(), wanted, sums);
        }
        return sums;
    }

    private static void add(char[] labels, float[] values, int count, boolean[] wanted, IntensitySums[] sums) {
        for (int i = 0; i < count; i++) {
            char label = labels[i];
            if (wanted[label]) {
                if (sums[label] == null) {
                    sums[label] = new IntensitySums();
                }
                sums[label].add(values[i]);
            }
        }
    }
}
