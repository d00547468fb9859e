package org.morphodepot.cli.bench;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;

import org.morphodepot.label.Edit;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.SegmentEdits;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.tool.BrushSize;
import org.morphodepot.label.tool.MaskRule;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.label.tool.Stroke;
import org.morphodepot.label.tool.StrokePoint;
import org.morphodepot.label.tool.StrokeTool;
import org.morphodepot.label.tool.Tool;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.cache.ChunkCache;

/** Paints random walks with three segments in turn. Every duration is kept, those of a cold start too. */
final class Painter {

    private static final int SEGMENTS = 3;
    /** Voxels from sample to sample: a quick hand at full resolution. */
    private static final double STRIDE = 6;

    private final Labelling labelling;
    private final StreamedScan scan;
    private final VoxelSize size;
    private final Settings settings;
    private final int samples;
    private final StrokeTool brush = brush();
    private final Random random = new Random(1);
    private final Durations steps = new Durations();
    private final Durations applies = new Durations();
    private final Durations undos = new Durations();
    private final Durations redos = new Durations();

    Painter(Volume volume, ChunkCache cache, Labelling labelling, int diameter, int samples) throws IOException {
        size = volume.levels().getFirst().size();
        scan = new StreamedScan(volume, cache);
        this.labelling = labelling;
        this.samples = samples;
        settings = new Settings(Map.of(BrushSize.DIAMETER, "" + diameter, BrushSize.SHAPE, "sphere"));
    }

    /** Segments to paint where there are none. */
    static Labelling threeSegments(Segmentation empty) {
        Segmentation start = empty;
        for (int i = 0; i < SEGMENTS; i++) {
            Labelling labelling = new Labelling(start);
            labelling.apply(SegmentEdits.add(start, "Segment " + (i + 1), SegmentColor.ofRgb(0x4080c0 * (i + 1)), ""));
            start = labelling.current();
        }
        return new Labelling(start);
    }

    private static StrokeTool brush() throws IOException {
        return ServiceLoader.load(StrokeTool.class).stream().map(ServiceLoader.Provider::get)
                .filter(tool -> tool.getClass().isAnnotationPresent(Tool.class)
                        && tool.getClass().getAnnotation(Tool.class).id().equals("brush"))
                .findFirst().orElseThrow(() -> new VolumeException(Kind.UNSUPPORTED, "the brush is not installed"));
    }

    void run(int strokes, Report report) throws IOException {
        int before = labelling.position();
        for (int i = 0; i < strokes; i++) {
            stroke(labelling.current().segments().get(i % SEGMENTS));
        }
        while (labelling.position() > before) {
            undos.add(time(labelling::undo));
        }
        int undone = labelling.history().size() - before;
        for (int i = 0; i < undone; i++) {
            redos.add(time(labelling::redo));
        }
        report.durations("step", "brush step", steps).durations("apply", "stroke end", applies)
                .durations("undo", "undo", undos).durations("redo", "redo", redos);
    }

    private void stroke(Segment segment) throws IOException {
        double[] at = {random.nextDouble() * size.x(), random.nextDouble() * size.y(), random.nextDouble() * size.z()};
        int normal = random.nextInt(3);
        double heading = random.nextDouble() * 2 * Math.PI;
        scan.lookAt(new VoxelPoint((int) at[0], (int) at[1], (int) at[2]));
        ToolContext context = new ToolContext(labelling.current(), segment.id(), MaskRule.DEFAULT, settings, scan);
        Stroke[] stroke = new Stroke[1];
        for (int i = 0; i < samples; i++) {
            heading += (random.nextDouble() - 0.5) * 0.6;
            move(at, (normal + 1) % 3, STRIDE * Math.cos(heading));
            move(at, (normal + 2) % 3, STRIDE * Math.sin(heading));
            StrokePoint point = new StrokePoint(at[0], at[1], at[2], normal);
            steps.add(time(() -> {
                if (stroke[0] == null) {
                    stroke[0] = brush.begin(context, point);
                } else {
                    stroke[0].move(point);
                }
            }));
        }
        long start = System.nanoTime();
        Edit edit = stroke[0].finish(Progress.NONE);
        labelling.apply(edit);
        applies.add(System.nanoTime() - start);
    }

    private void move(double[] at, int axis, double by) {
        at[axis] = Math.clamp(at[axis] + by, 0, size.get(axis) - 1.0);
    }

    private static long time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }
}
