import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;

import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.merge.SegmentationMerge;
import org.morphodepot.volume.VoxelSize;

/** Three-way merge of opened segmentations of which each side changed one block in a hundred.   See merge. */
class MergeTime {

    private static final int ROUNDS = 7;

    public static void main(String[] args) {
        VoxelSize size = LabelShapes.size(args.length > 0 ? args[0] : "1216,1216,1216");
        // equal blocks are other objects, as after reading three files
        Segmentation base = LabelShapes.bones(size, 40);
        Segmentation ours = changed(size, 2);
        Segmentation theirs = changed(size, 3);
        System.gc();
        System.out.printf("%.2f Gvoxel, 40 segments, three opened: %.0f MB of heap of %.0f MB%n", size.voxels() / 1e9, used(),
                Runtime.getRuntime().maxMemory() / 1e6);
        double[] seconds = new double[ROUNDS];
        int conflicts = 0;
        long collecting = collecting();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            SegmentationMerge merge = SegmentationMerge.of(base, ours, theirs);
            seconds[i] = (System.nanoTime() - start) / 1e9;
            conflicts = merge.conflicts().size();
            if (i == 0) {
                System.gc();
                System.out.printf("with the merged one: %.0f MB%n", used());
            }
        }
        double first = seconds[0];
        Arrays.sort(seconds);
        System.out.printf("merge: first %.2f s, median %.2f s, worst %.2f s; %d conflicts; collections %d ms in all%n", first,
                seconds[ROUNDS / 2], seconds[ROUNDS - 1], conflicts, collecting() - collecting);
    }

    private static Segmentation changed(VoxelSize size, long seed) {
        Labelling labelling = new Labelling(LabelShapes.bones(size, 40), 0);
        Random random = new Random(seed);
        long blocks = size.voxels() >> 15;
        for (int i = 0; i < blocks / 100 / 8 + 1; i++) { // a ball of 50 voxels lies in about eight blocks
            labelling.apply(LabelEngine.ball(labelling.current(), random));
        }
        return labelling.current();
    }

    private static double used() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }

    private static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
    }
}
