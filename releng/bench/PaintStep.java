import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;

import org.morphodepot.label.Edit;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.tool.Intensities;
import org.morphodepot.label.tool.MaskRule;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.label.tool.Stroke;
import org.morphodepot.label.tool.StrokePoint;
import org.morphodepot.label.tool.StrokeTool;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

/**
 * Measures painting without a window: time of a brush step, of finishing and applying a stroke, and of undo. From the root:
 *
 * <pre>
 * releng/bench/paint-step [X,Y,Z] [strokes] [mask]
 * </pre>
 *
 * Without sizes it runs two: 800 x 800 x 781 (500 Mvoxel) and 1832 x 1832 x 2399 (8 Gvoxel). {@code mask} paints with an
 * editable intensity range, values computed, not read from disk. A stroke has 40 samples, 8 voxels apart on average, of a
 * sphere of 50 voxels, in one of three segments; the first 20 strokes warm up and are not counted.
 */
public final class PaintStep {

    private static final int WARM_UP = 20;
    private static final int SAMPLES = 40;

    private PaintStep() {
    }

    public static void main(String[] args) throws IOException {
        boolean masked = Arrays.asList(args).contains("mask");
        int strokes = Arrays.stream(args).filter(a -> a.matches("\\d+")).mapToInt(Integer::parseInt).findFirst().orElse(100);
        Optional<String> size = Arrays.stream(args).filter(a -> a.contains(",")).findFirst();
        for (String each : size.map(List::of).orElse(List.of("800,800,781", "1832,1832,2399"))) {
            int[] n = Arrays.stream(each.split(",")).mapToInt(Integer::parseInt).toArray();
            measure(new VoxelSize(n[0], n[1], n[2]), strokes, masked);
        }
    }

    private static void measure(VoxelSize size, int strokes, boolean masked) throws IOException {
        StrokeTool brush = ServiceLoader.load(StrokeTool.class).stream()
                .filter(p -> p.type().getSimpleName().equals("Brush")).findFirst().orElseThrow().get();
        Labelling labelling = new Labelling(start(size));
        Random random = new Random(1);
        double[] steps = new double[strokes * SAMPLES];
        double[] finish = new double[strokes];
        double[] apply = new double[strokes];
        long blocks = 0;
        for (int s = -WARM_UP; s < strokes; s++) {
            StrokePoint point = at(size, random);
            Stroke stroke = brush.begin(context(labelling, 1 + Math.floorMod(s, 3), masked), point);
            for (int i = 0; i < SAMPLES; i++) {
                point = next(point, random);
                long t = System.nanoTime();
                stroke.move(point);
                if (s >= 0) {
                    steps[s * SAMPLES + i] = (System.nanoTime() - t) / 1e6;
                }
            }
            long t = System.nanoTime();
            Edit edit = stroke.finish(Progress.NONE);
            long finished = System.nanoTime();
            labelling.apply(edit);
            if (s >= 0) {
                finish[s] = (finished - t) / 1e6;
                apply[s] = (System.nanoTime() - finished) / 1e6;
                blocks += edit.blocks().size();
            }
        }
        double[] undo = new double[strokes];
        for (int s = 0; s < strokes; s++) {
            long t = System.nanoTime();
            labelling.undo();
            undo[s] = (System.nanoTime() - t) / 1e6;
        }
        report(size, strokes, masked, steps, finish, apply, undo, blocks);
    }

    private static void report(VoxelSize size, int strokes, boolean masked, double[] steps, double[] finish, double[] apply,
            double[] undo, long blocks) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(Locale.ROOT, "%s (%d Mvoxel), %d strokes of %d samples%s, %d blocks per stroke, heap in use %d MB%n",
                size, size.voxels() / 1_000_000, strokes, SAMPLES, masked ? ", intensity range" : "", blocks / strokes,
                runtime.totalMemory() - runtime.freeMemory() >> 20);
        line("brush step", steps);
        line("finish stroke", finish);
        line("apply edit", apply);
        line("undo", undo);
    }

    private static void line(String what, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        System.out.printf(Locale.ROOT, "  %-14s p50 %7.3f ms  p95 %7.3f ms  p99 %7.3f ms  max %7.3f ms%n", what,
                at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    private static Segmentation start(VoxelSize size) {
        List<Segment> segments = List.of(segment(1), segment(2), segment(3));
        return new Segmentation(size, Geometry.of(0.03, 0.03, 0.03, "mm"), segments, List.of(LabelLayer.empty(size)),
                List.of());
    }

    private static Segment segment(int label) {
        return new Segment("Segment_" + label, "bone " + label, new SegmentColor(1, 0, 0), 0, label, "", List.of(), true, true,
                1);
    }

    private static ToolContext context(Labelling labelling, int label, boolean masked) {
        MaskRule rule = masked ? new MaskRule(MaskRule.Area.EVERYWHERE, Optional.empty(),
                Optional.of(new DisplayRange(100, 900)), MaskRule.Overwrite.ALL) : MaskRule.DEFAULT;
        Settings settings = Settings.NONE.with("diameter", 50).with("shape", "sphere");
        return new ToolContext(labelling.current(), "Segment_" + label, rule, settings, new Computed());
    }

    private static StrokePoint at(VoxelSize size, Random random) {
        // Strokes come near one another, as in real work.
        return new StrokePoint(size.x() / 2 + random.nextInt(200) - 100, size.y() / 2 + random.nextInt(200) - 100,
                size.z() / 2 + random.nextInt(200) - 100, 2);
    }

    private static StrokePoint next(StrokePoint p, Random random) {
        return new StrokePoint(p.x() + random.nextDouble() * 16 - 6, p.y() + random.nextDouble() * 16 - 6, p.z(), 2);
    }

    /** Values from a formula, so that no store is measured. */
    private static final class Computed implements Intensities {

        @Override
        public void read(VoxelBox box, float[] out) {
            int o = 0;
            for (int z = box.z0(); z < box.z1(); z++) {
                for (int y = box.y0(); y < box.y1(); y++) {
                    for (int x = box.x0(); x < box.x1(); x++) {
                        out[o++] = (x * 31 + y * 17 + z * 7) % 1000;
                    }
                }
            }
        }

        @Override
        public DisplayRange range() {
            return new DisplayRange(0, 1000);
        }
    }
}
