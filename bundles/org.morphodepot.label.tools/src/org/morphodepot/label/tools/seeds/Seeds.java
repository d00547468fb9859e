package org.morphodepot.label.tools.seeds;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

import org.morphodepot.label.Block;
import org.morphodepot.label.Blocks;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.tool.BlockBits;
import org.morphodepot.label.tool.BlockMask;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;

/** The visible segments, numbered from 1 on, as seeds; all other labels are {@link Growth#WALL}. For one thread. */
final class Seeds {

    private final Segmentation segmentation;
    private final List<Segment> segments;
    private final char[][] numbers;
    private final BitSet present = new BitSet();
    private final char[] labels = new char[Block.VOXELS];
    private final long[] bits = new long[BlockMask.WORDS];
    private VoxelBox box = VoxelBox.EMPTY;

    private Seeds(Segmentation segmentation) {
        this.segmentation = segmentation;
        segments = segmentation.segments().stream().filter(Segment::visible).toList();
        if (segments.size() >= Growth.WALL) {
            throw new IllegalStateException("Growing works with at most 65,534 visible segments: hide some");
        }
        numbers = new char[segmentation.layers().size()][];
        for (int layer = 0; layer < numbers.length; layer++) {
            numbers[layer] = new char[1 << 16];
            Arrays.fill(numbers[layer], 1, 1 << 16, Growth.WALL);
        }
        IntStream.range(0, segments.size()).filter(i -> segments.get(i).layer() < numbers.length)
                .forEach(i -> numbers[segments.get(i).layer()][segments.get(i).label()] = (char) (i + 1));
    }

    /** Finds which segments have voxels, and where. */
    static Seeds of(Segmentation segmentation, Progress progress) {
        Seeds seeds = new Seeds(segmentation);
        for (int layer = 0; layer < seeds.numbers.length; layer++) {
            int l = layer;
            segmentation.layers().get(layer).forEachBlock((bx, by, bz, block) -> {
                progress.check();
                seeds.look(l, bx, by, bz, block);
                return true;
            });
        }
        return seeds;
    }

    private void look(int layer, int bx, int by, int bz, Block block) {
        boolean any = false;
        for (char label : Blocks.labels(block)) {
            char number = numbers[layer][label];
            if (number != 0 && number != Growth.WALL) {
                present.set(number);
                any = true;
            }
        }
        if (any && !box.equals(box.union(BlockBits.cell(bx, by, bz)))) {
            box = box.union(seeded(layer, bx, by, bz, block));
        }
    }

    private VoxelBox seeded(int layer, int bx, int by, int bz, Block block) {
        block.copyTo(labels);
        Arrays.fill(bits, 0);
        for (int i = 0; i < labels.length; i++) {
            char number = numbers[layer][labels[i]];
            if (number != 0 && number != Growth.WALL) {
                bits[i >> 6] |= 1L << i;
            }
        }
        return BlockBits.bounds(bits, bx, by, bz).intersect(segmentation.size().box());
    }

    /** The smallest box around all seeds. */
    VoxelBox box() {
        return box;
    }

    /** Number of segments that have voxels. */
    int present() {
        return present.cardinality();
    }

    /** The segment with a number. */
    Segment segment(int number) {
        return segments.get(number - 1);
    }

    int count() {
        return segments.size();
    }

    /** The numbers of the seeds in a box, x fastest; where layers overlap the first seed counts. */
    char[] read(VoxelBox part, Progress progress) {
        char[] result = new char[Math.toIntExact(part.voxels())];
        char[] slice = new char[part.width() * part.height()];
        for (int layer = 0; layer < numbers.length; layer++) {
            LabelLayer voxels = segmentation.layers().get(layer);
            for (int z = part.z0(), i = 0; z < part.z1(); z++) {
                progress.check();
                voxels.read(new VoxelBox(part.x0(), part.y0(), z, part.x1(), part.y1(), z + 1), slice);
                for (char label : slice) {
                    char number = numbers[layer][label];
                    if (number != 0 && (result[i] == 0 || result[i] == Growth.WALL)) {
                        result[i] = number;
                    }
                    i++;
                }
            }
        }
        return result;
    }
}
