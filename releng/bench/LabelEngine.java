import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.morphodepot.label.Block;
import org.morphodepot.label.Edit;
import org.morphodepot.label.Edit.BlockEdit;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.SegmentationDiff;
import org.morphodepot.label.journal.LabelJournal;
import org.morphodepot.label.merge.SegmentationMerge;
import org.morphodepot.label.statistics.SegmentStatistics;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

/** Memory of blocks and history, undo from memory and from the journal, diff, merge and statistics.   See label-engine. */
class LabelEngine {

    private static final int RADIUS = 25;

    public static void main(String[] args) throws Exception {
        VoxelSize size = LabelShapes.size(args.length > 0 ? args[0] : "512,512,512");
        long scan = 1832L * 1832 * 2399;
        memory("bones, 40 segments", LabelShapes.bones(size, 40), scan);
        memory("dense, 3 segments", LabelShapes.dense(size, 3), scan);
        memory("dense, 40 segments", LabelShapes.dense(size, 40), scan);
        Segmentation bones = LabelShapes.bones(size, 40);
        history(bones, Long.MAX_VALUE, "in memory");
        history(bones, 0, "on the disk");
        compare(bones);
        long start = System.nanoTime();
        SegmentStatistics.of(bones, bones.segments(), Optional.empty(), Progress.NONE);
        System.out.printf("statistics of 40 segments, %.0f Mvoxel: %.2f s%n", size.voxels() / 1e6, seconds(start));
    }

    private static void memory(String what, Segmentation state, long scan) {
        long[] bytes = {0};
        long[] blocks = {0};
        state.layer(0).forEachBlock((bx, by, bz, block) -> {
            bytes[0] += block.bytes();
            blocks[0] += block.bytes() > 16 ? 1 : 0;
            return true;
        });
        double part = (double) scan / state.size().voxels();
        System.out.printf("%s: %.1f MB, %d mixed blocks; a scan of 1832 x 1832 x 2399 alike would need %.0f MB%n", what,
                bytes[0] / 1e6, blocks[0], bytes[0] * part / 1e6);
    }

    private static void history(Segmentation start, long budget, String where) throws Exception {
        Path folder = Files.createTempDirectory("label-engine");
        Path file = folder.resolve("work.journal");
        Random random = new Random(1);
        Labelling labelling = new Labelling(start, budget);
        int strokes = 300;
        try (LabelJournal journal = LabelJournal.open(file, "base")) {
            journal.attach(labelling);
            for (int i = 0; i < strokes; i++) {
                labelling.apply(ball(labelling.current(), random));
                journal.synced().get();
            }
            System.gc();
            double[] undone = new double[strokes];
            for (int i = 0; i < strokes; i++) {
                long from = System.nanoTime();
                labelling.undo();
                undone[i] = seconds(from) * 1e3;
            }
            Arrays.sort(undone);
            System.out.printf("history of %d strokes of 50 voxels %s: %.1f MB of blocks held, journal %.1f MB, undo p50 %.2f ms "
                    + "p95 %.2f ms%n", strokes, where, labelling.historyBytes() / 1e6, Files.size(file) / 1e6,
                    undone[strokes / 2], undone[strokes * 95 / 100]);
        }
        Files.delete(file);
        Files.delete(folder);
    }

    static Edit ball(Segmentation state, Random random) {
        VoxelSize size = state.size();
        int cx = RADIUS + random.nextInt(size.x() - 2 * RADIUS);
        int cy = RADIUS + random.nextInt(size.y() - 2 * RADIUS);
        int cz = RADIUS + random.nextInt(size.z() - 2 * RADIUS);
        char label = (char) (1 + random.nextInt(40));
        LabelLayer layer = state.layer(0);
        List<BlockEdit> blocks = new ArrayList<>();
        for (int bz = cz - RADIUS >> 5; bz <= cz + RADIUS - 1 >> 5; bz++) {
            for (int by = cy - RADIUS >> 5; by <= cy + RADIUS - 1 >> 5; by++) {
                for (int bx = cx - RADIUS >> 5; bx <= cx + RADIUS - 1 >> 5; bx++) {
                    char[] labels = new char[Block.VOXELS];
                    layer.block(bx, by, bz).copyTo(labels);
                    for (int i = 0; i < labels.length; i++) {
                        int x = (bx << 5) + (i & 31) - cx;
                        int y = (by << 5) + (i >> 5 & 31) - cy;
                        int z = (bz << 5) + (i >> 10) - cz;
                        labels[i] = x * x + y * y + z * z < RADIUS * RADIUS ? label : labels[i];
                    }
                    blocks.add(new BlockEdit(0, bx, by, bz, layer.block(bx, by, bz), Block.of(labels)));
                }
            }
        }
        return new Edit("Paint", "brush", Instant.now(), Map.of(), blocks, null, new VoxelBox(cx - RADIUS, cy - RADIUS,
                cz - RADIUS, cx + RADIUS, cy + RADIUS, cz + RADIUS));
    }

    /** One block in a hundred differs; equal blocks are other objects, as after reading two files. */
    private static void compare(Segmentation base) {
        Segmentation ours = LabelShapes.bones(base.size(), 40);
        Labelling changed = new Labelling(LabelShapes.bones(base.size(), 40));
        long blocks = base.size().voxels() / Block.VOXELS;
        Random random = new Random(2);
        for (int i = 0; i < blocks / 100 / 8 + 1; i++) {
            changed.apply(ball(changed.current(), random));
        }
        Segmentation theirs = changed.current();
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            int differ = SegmentationDiff.between(ours, theirs).size();
            double diff = seconds(start);
            start = System.nanoTime();
            int conflicts = SegmentationMerge.of(base, ours, theirs).conflicts().size();
            System.out.printf("%.0f Mvoxel, 1 %% of the blocks differ: diff %.3f s (%d segments), merge %.3f s (%d conflicts)%n",
                    base.size().voxels() / 1e6, diff, differ, seconds(start), conflicts);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
