package org.morphodepot.label.segnrrd;

import java.util.List;
import java.util.Optional;

import org.morphodepot.label.Blocks;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.TightBox;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;

/**
 * How a segmentation is laid out in the file to write. What the file it was read from did is kept as long as everything
 * fits: the grid, even a cropped one, the number of layers, the voxel type.
 *
 * @param box voxels to write, in the grid of the segmentation; may reach beyond it when the old file did
 * @param sameGrid whether {@code box} is that of the old file
 * @param sameAxes whether the grid and the layers are those of the old file
 * @param sameType whether the type is that of the old file
 * @param reference place of the first voxel of the file in the index space of the reference image
 * @param content the smallest box around all voxels of each layer
 */
record FileLayout(VoxelBox box, int layers, boolean layersLast, VoxelType type, boolean sameGrid, boolean sameAxes,
        boolean sameType, Offset reference, List<VoxelBox> content) {

    static FileLayout of(Segmentation segmentation, SegHeader header) {
        return of(segmentation, header, false);
    }

    /** The smallest box around all labels; the whole as {@link #of(Segmentation, SegHeader)} when there are none. */
    static FileLayout cropped(Segmentation segmentation, SegHeader header) {
        return of(segmentation, header, true);
    }

    private static FileLayout of(Segmentation segmentation, SegHeader header, boolean crop) {
        List<VoxelBox> content = segmentation.layers().stream().map(TightBox::of).toList();
        Optional<FileShape> old = HeaderShape.of(header);
        Grid grid = new Grid(segmentation.size(), segmentation.geometry());
        Optional<Offset> oldOffset = old.flatMap(o -> o.grid().offsetIn(grid));
        VoxelBox all = content.stream().reduce(VoxelBox.EMPTY, VoxelBox::union);
        Optional<VoxelBox> kept = old.flatMap(o -> kept(o, oldOffset, all));
        VoxelBox box = crop && !all.isEmpty() ? notSingle(all, segmentation.size()) : kept.orElse(segmentation.size().box());
        boolean sameGrid = kept.filter(box::equals).isPresent();
        int needed = layersNeeded(segmentation, content);
        boolean sameLayers = old.isPresent() && old.get().layers() >= needed;
        int highest = highestLabel(segmentation);
        boolean sameType = old.isPresent() && highest <= most(old.get().type());
        return new FileLayout(box, sameLayers ? old.get().layers() : needed,
                sameGrid && sameLayers && old.get().layersLast(),
                sameType ? old.get().type() : highest <= 255 ? VoxelType.UINT8 : VoxelType.UINT16, sameGrid,
                sameGrid && sameLayers, sameType, reference(header, sameGrid, old, oldOffset, box), content);
    }

    /** A file of one voxel means that there are none. */
    private static VoxelBox notSingle(VoxelBox box, VoxelSize size) {
        boolean single = box.width() == 1 && box.height() == 1 && box.depth() == 1;
        return !single ? box : new VoxelBox(Math.max(0, box.x0() - 1), box.y0(), box.z0(),
                Math.min(size.x(), box.x1() + 1), box.y1(), box.z1());
    }

    /** The extent of a layer as 3D Slicer wants it: first and last voxel along i, j, k, in voxels of the file. */
    int[] extent(int layer) {
        VoxelBox inside = layer < content.size() ? content.get(layer) : VoxelBox.EMPTY;
        if (inside.isEmpty()) {
            return new int[] {0, -1, 0, -1, 0, -1};
        }
        VoxelBox b = inside.shift(-box.x0(), -box.y0(), -box.z0());
        return new int[] {b.x0(), b.x1() - 1, b.y0(), b.y1() - 1, b.z0(), b.z1() - 1};
    }

    private static Optional<VoxelBox> kept(FileShape old, Optional<Offset> offset, VoxelBox content) {
        VoxelBox box = old.grid().size().box();
        if (old.isEmpty()) {
            return content.isEmpty() ? Optional.of(box) : Optional.empty();
        }
        return offset.map(o -> box.shift(o.x(), o.y(), o.z()))
                .filter(b -> content.isEmpty() || b.union(content).equals(b));
    }

    private static Offset reference(SegHeader header, boolean same, Optional<FileShape> old,
            Optional<Offset> oldOffset, VoxelBox box) {
        Offset before = header.referenceOffset();
        if (same) {
            return before;
        }
        if (old.isEmpty() || oldOffset.isEmpty() || old.get().isEmpty()) {
            return new Offset(box.x0(), box.y0(), box.z0());
        }
        Offset d = oldOffset.get();
        return new Offset(before.x() - d.x() + box.x0(), before.y() - d.y() + box.y0(),
                before.z() - d.z() + box.z0());
    }

    private static int layersNeeded(Segmentation segmentation, List<VoxelBox> content) {
        int needed = 1;
        for (Segment segment : segmentation.segments()) {
            needed = Math.max(needed, segment.layer() + 1);
        }
        for (int i = 0; i < content.size(); i++) {
            needed = content.get(i).isEmpty() ? needed : Math.max(needed, i + 1);
        }
        return needed;
    }

    private static int highestLabel(Segmentation segmentation) {
        int[] highest = {0};
        for (Segment segment : segmentation.segments()) {
            highest[0] = Math.max(highest[0], segment.label());
        }
        for (LabelLayer layer : segmentation.layers()) {
            layer.forEachBlock((bx, by, bz, block) -> {
                char[] labels = Blocks.labels(block);
                highest[0] = Math.max(highest[0], labels[labels.length - 1]);
                return true;
            });
        }
        return highest[0];
    }

    private static int most(VoxelType type) {
        return switch (type) {
            case BOOL -> 1;
            case INT8 -> 127;
            case UINT8 -> 255;
            case INT16 -> 32_767;
            case FLOAT16 -> 2048;
            case UINT16, INT32, UINT32, INT64, UINT64, FLOAT32, FLOAT64 -> 65_535;
        };
    }
}
