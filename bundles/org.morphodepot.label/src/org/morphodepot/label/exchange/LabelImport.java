package org.morphodepot.label.exchange;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.label.Edit;
import org.morphodepot.label.Edit.BlockEdit;
import org.morphodepot.label.Edit.SegmentsEdit;
import org.morphodepot.label.FreePlaces;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.UniformBlock;
import org.morphodepot.label.segnrrd.Grid;
import org.morphodepot.label.segnrrd.Placement;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelBox;

/**
 * Brings label maps of other programs into a segmentation: NIfTI, OME-Zarr labels, plain NRRD, TIFF, whatever can be opened
 * and has whole numbers. Each value becomes a segment of its own; a segmentation file brings its segments with their names.
 */
public final class LabelImport {

    private LabelImport() {
    }

    /**
     * Reads a label map onto the grid of the scan. Blocks, bounded memory.
     *
     * @throws org.morphodepot.label.segnrrd.GridMismatch when it was made on another grid; ask, then try again with another
     *             placement
     * @throws org.morphodepot.volume.VolumeException when it cannot be read or holds numbers that are no labels
     */
    public static Segmentation read(Dataset dataset, Grid scan, Placement placement, Progress progress)
            throws IOException {
        return LabelNames.apply(dataset.info().fields(), SegNrrd.read(dataset, scan, placement, progress));
    }

    /**
     * Reads what is at an address: a segmentation or label map, or as many layers as there are label maps in a group, such as
     * OME-Zarr {@code labels}, also in that of an image. Blocks, bounded memory.
     *
     * @param scan grid to put them on; empty for their own
     * @throws org.morphodepot.label.segnrrd.GridMismatch as {@link #read(Dataset, Grid, Placement, Progress)}
     */
    public static Segmentation read(Address address, Volumes volumes, Optional<Grid> scan, Placement placement,
            Progress progress) throws IOException {
        List<Address> maps = volumes.labelMaps(address);
        Optional<Grid> grid = scan;
        List<Segmentation> read = new ArrayList<>();
        for (Address map : maps.isEmpty() ? List.of(address) : maps) {
            try (Dataset dataset = volumes.open(map, progress)) {
                Segmentation one = grid.isPresent() ? read(dataset, grid.get(), placement, progress)
                        : LabelNames.apply(dataset.info().fields(), SegNrrd.read(dataset, grid, progress));
                grid = Optional.of(new Grid(one.size(), one.geometry()));
                read.add(one);
            }
        }
        return read.size() == 1 ? read.getFirst() : layered(read);
    }

    /** All segments, each map in layers of its own. */
    private static Segmentation layered(List<Segmentation> maps) {
        Segmentation first = maps.getFirst();
        List<LabelLayer> layers = new ArrayList<>();
        List<Segment> segments = new ArrayList<>();
        FreePlaces free = FreePlaces.in(Segmentation.empty(first.size(), first.geometry()), 0);
        for (Segmentation map : maps) {
            for (Segment s : map.segments()) {
                segments.add(new Segment(free.id(s.id()), s.name(), s.color(), layers.size() + s.layer(), s.label(), s.tags(),
                        s.fields(), s.visible(), s.locked(), s.opacity()));
            }
            layers.addAll(map.layers());
        }
        return new Segmentation(first.size(), first.geometry(), segments, layers, List.of());
    }

    /**
     * Adds the segments of {@code imported}, all on the grid of {@code state}, at the end of its list, as one edit. Their
     * voxels come into layers of their own, so nothing that is there changes.
     *
     * @param name of the file, for the history
     */
    public static Edit edit(Segmentation state, Segmentation imported, String name) {
        if (!state.size().equals(imported.size())) {
            throw new IllegalArgumentException("labels of " + imported.size() + " for a scan of " + state.size());
        }
        int firstLayer = isUnused(state) ? 0 : state.layers().size();
        FreePlaces free = FreePlaces.in(state, firstLayer);
        List<Segment> after = new ArrayList<>(state.segments());
        for (Segment s : imported.segments()) {
            // a value has no id; two imported maps must not share one
            String id = free.id(s.id().equals(s.name()) ? "" : s.id());
            after.add(new Segment(id, s.name(), s.color(), firstLayer + s.layer(), s.label(), s.tags(), s.fields(), true,
                    true, 1));
        }
        List<BlockEdit> blocks = new ArrayList<>();
        VoxelBox box = VoxelBox.EMPTY;
        for (int i = 0; i < imported.layers().size(); i++) {
            box = box.union(add(imported.layers().get(i), firstLayer + i, blocks));
        }
        return new Edit("Import " + name, "labels.import", Instant.now(), Map.of("file", name), blocks,
                new SegmentsEdit(state.segments(), after), box);
    }

    private static boolean isUnused(Segmentation state) {
        return state.segments().isEmpty() && state.layers().stream().allMatch(layer -> layer.occupied().isEmpty());
    }

    private static VoxelBox add(LabelLayer layer, int to, List<BlockEdit> blocks) {
        layer.forEachBlock((bx, by, bz, block) -> blocks.add(new BlockEdit(to, bx, by, bz, UniformBlock.BACKGROUND, block)));
        return layer.occupied();
    }
}
