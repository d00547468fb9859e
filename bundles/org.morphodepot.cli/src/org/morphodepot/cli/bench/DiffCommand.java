package org.morphodepot.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.morphodepot.cli.Version;
import org.morphodepot.label.Block;
import org.morphodepot.label.BlockMemory;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.SegmentationDiff;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelSize;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench diff}: compares two segmentations that share nothing and differ in one block of a hundred. */
@Command(name = "diff", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = "Compares two computed segmentations full of segments, of which one block in a hundred differs.")
final class DiffCommand implements Callable<Integer> {

    private static final int EVERY = 100;
    private static final int ROUNDS = 5;

    @Spec
    private CommandSpec spec;

    @Option(names = "--size", paramLabel = "X,Y,Z", description = "1216,1216,1216 (1.8 Gvoxel) when not given.")
    private VoxelSize size = new VoxelSize(1216, 1216, 1216);

    @Option(names = "--segments", paramLabel = "N", description = "40 when not given.")
    private int segments = 40;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (segments < 1 || segments > 255) {
            throw new ParameterException(spec.commandLine(), "--segments must be between 1 and 255");
        }
        Geometry place = Geometry.of(1, 1, 1, "mm");
        Segmentation one = DenseLabels.of(size, place, segments);
        Segmentation other = changed(DenseLabels.of(size, place, segments));
        Durations durations = new Durations();
        int differ = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            differ = SegmentationDiff.between(one, other).size();
            durations.add(System.nanoTime() - start);
        }
        new Report().add("size", "voxels", size.toString()).count("segments", "segments that differ", differ)
                .durations("diff", "comparison", durations)
                .seconds("first", "the first", durations.first())
                .bytes("blocks", "blocks of labels in memory", BlockMemory.shared().held())
                .bytes("pages", "on the disk", BlockMemory.shared().onDisk())
                .print(spec.commandLine().getOut(), json);
        return 0;
    }

    /** Turns a few voxels of every hundredth block into another segment. */
    private static Segmentation changed(Segmentation state) {
        List<LabelLayer.BlockChange> changes = new ArrayList<>();
        int[] count = {0};
        state.layer(0).forEachBlock((bx, by, bz, block) -> {
            if (count[0]++ % EVERY == 0) {
                char[] labels = new char[Block.VOXELS];
                block.copyTo(labels);
                for (int i = 0; i < Block.SIDE; i++) {
                    labels[i * Block.SIDE] = 1;
                }
                changes.add(new LabelLayer.BlockChange(bx, by, bz, Block.of(labels)));
            }
            return true;
        });
        return state.withLayers(List.of(state.layer(0).with(changes)));
    }
}
