package org.morphodepot.label.tool;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.morphodepot.label.Segment;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.VoxelBox;

import static org.morphodepot.label.Block.SHIFT;

/** The voxels that the mask rule lets tools change: editable area and editable intensities. For one thread. */
public final class EditableArea {

    private final ToolContext context;
    private final LabelStack stack;
    private final VoxelBox scan;
    private final List<boolean[]> named;
    private final boolean inside;
    private final Optional<DisplayRange> range;
    private final long[] area = new long[BlockMask.WORDS];
    private float[] values = {};

    public EditableArea(ToolContext context) {
        this(context, new LabelStack(context.segmentation()));
    }

    EditableArea(ToolContext context, LabelStack stack) {
        this.context = context;
        this.stack = stack;
        scan = context.segmentation().size().box();
        named = named(context);
        inside = switch (context.mask().area()) {
            case EVERYWHERE, OUTSIDE_ALL, OUTSIDE_VISIBLE -> false;
            case INSIDE_ALL, INSIDE_VISIBLE, INSIDE_SEGMENT -> true;
        };
        range = context.mask().intensities();
    }

    /**
     * Takes away the voxels that may not be changed, and those outside the scan. Reads intensities only around voxels that
     * passed all else.
     *
     * @return whether any voxel is left
     */
    public boolean restrict(int bx, int by, int bz, long[] bits) throws IOException {
        if (!BlockBits.clip(bits, bx, by, bz, scan)) {
            return false;
        }
        if (!named.isEmpty() && !restrictToArea(bx, by, bz, bits)) {
            return false;
        }
        return range.isEmpty() || restrictToRange(range.get(), bx, by, bz, bits);
    }

    private boolean restrictToArea(int bx, int by, int bz, long[] bits) {
        stack.moveTo(bx, by, bz);
        Arrays.fill(area, 0);
        for (int layer = 0; layer < named.size(); layer++) {
            if (!stack.isBackground(layer)) {
                addNamed(stack.labels(layer), named.get(layer));
            }
        }
        return inside ? BlockBits.and(bits, area) : BlockBits.andNot(bits, area);
    }

    private void addNamed(char[] labels, boolean[] table) {
        for (int w = 0, i = 0; w < area.length; w++) {
            long word = 0;
            for (int k = 0; k < 64; k++, i++) {
                int label = labels[i];
                word |= (label < table.length && table[label] ? 1L : 0) << k;
            }
            area[w] |= word;
        }
    }

    private boolean restrictToRange(DisplayRange editable, int bx, int by, int bz, long[] bits) throws IOException {
        VoxelBox box = BlockBits.bounds(bits, bx, by, bz);
        int count = (int) box.voxels();
        if (values.length < count) {
            values = new float[count];
        }
        context.intensities().read(box, values);
        for (int i = 0, z = box.z0(); z < box.z1(); z++) {
            for (int y = box.y0(); y < box.y1(); y++, i += box.width()) {
                int row = rowInRange(editable, i, box.width()) << box.x0() - (bx << SHIFT);
                keepRow(bits, y - (by << SHIFT), z - (bz << SHIFT), row);
            }
        }
        return !BlockBits.isEmpty(bits);
    }

    private int rowInRange(DisplayRange editable, int offset, int count) {
        int row = 0;
        for (int k = 0; k < count; k++) {
            float value = values[offset + k];
            row |= (value >= editable.low() && value <= editable.high() ? 1 : 0) << k;
        }
        return row;
    }

    private static void keepRow(long[] bits, int y, int z, int row) {
        int gone = BlockBits.row(bits, y, z) & ~row;
        bits[z << SHIFT - 1 | y >> 1] &= ~((gone & 0xffffffffL) << ((y & 1) << SHIFT));
    }

    /** Per layer, which labels bound the area; empty when the area is everything. */
    private static List<boolean[]> named(ToolContext context) {
        String active = context.segmentId();
        return switch (context.mask().area()) {
            case EVERYWHERE -> List.of();
            case INSIDE_ALL -> tables(context, _ -> true);
            case INSIDE_VISIBLE -> tables(context, Segment::visible);
            case INSIDE_SEGMENT -> tables(context, s -> context.mask().inside().filter(s.id()::equals).isPresent());
            // As in 3D Slicer the segment being edited does not shut itself out.
            case OUTSIDE_ALL -> tables(context, s -> !s.id().equals(active));
            case OUTSIDE_VISIBLE -> tables(context, s -> s.visible() && !s.id().equals(active));
        };
    }

    private static List<boolean[]> tables(ToolContext context, Predicate<Segment> counts) {
        List<Segment> segments = context.segmentation().segments();
        return IntStream.range(0, Math.max(1, context.segmentation().layers().size()))
                .mapToObj(layer -> table(segments.stream().filter(s -> s.layer() == layer && counts.test(s)).toList()))
                .toList();
    }

    private static boolean[] table(List<Segment> segments) {
        boolean[] table = new boolean[segments.stream().mapToInt(Segment::label).max().orElse(0) + 1];
        segments.forEach(s -> table[s.label()] = true);
        return table;
    }
}
