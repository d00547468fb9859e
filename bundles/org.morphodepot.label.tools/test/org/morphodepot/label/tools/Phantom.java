package org.morphodepot.label.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.morphodepot.label.Edit;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.tool.Intensities;
import org.morphodepot.label.tool.MaskRule;
import org.morphodepot.label.tool.Painting;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.label.tool.VoxelMask;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

/** A small scan made of a formula, with segments, for tests of tools. Sets of voxels are bits of x-fastest indices. */
public final class Phantom implements Intensities {

    /** The value of a voxel. */
    @FunctionalInterface
    public interface Formula {
        double at(int x, int y, int z);
    }

    /** Whether a voxel is in a set. */
    @FunctionalInterface
    public interface Shape {
        boolean holds(int x, int y, int z);
    }

    private final VoxelSize size;
    private final Formula formula;
    private Segmentation segmentation;
    private VoxelBox read = VoxelBox.EMPTY;

    public Phantom(int x, int y, int z, Formula formula) {
        this(new VoxelSize(x, y, z), Geometry.of(1, 1, 1, "mm"), formula);
    }

    public Phantom(VoxelSize size, Geometry geometry, Formula formula) {
        this.size = size;
        this.formula = formula;
        segmentation = new Segmentation(size, geometry, List.of(), List.of(LabelLayer.empty(size)), List.of());
    }

    /** Adds a locked, visible segment in the first layer, with the next label. */
    public Phantom with(String id, Shape shape) {
        List<Segment> segments = new ArrayList<>(segmentation.segments());
        segments.add(new Segment(id, id, new SegmentColor(1, 0, 0), 0, segments.size() + 1, "", List.of(), true, true, 1));
        segmentation = segmentation.withSegments(segments);
        Labelling labelling = new Labelling(segmentation);
        VoxelMask mask = new VoxelMask();
        set(shape).stream().forEach(i -> mask.add(x(i), y(i), z(i)));
        try {
            labelling.apply(Painting.paint(context(id, Settings.NONE), mask, "Paint", "test", Progress.NONE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        segmentation = labelling.current();
        return this;
    }

    public Segmentation segmentation() {
        return segmentation;
    }

    public ToolContext context(String id, Settings settings) {
        return new ToolContext(segmentation, id, MaskRule.DEFAULT, settings, this);
    }

    public ToolContext context(String id, MaskRule mask, Settings settings) {
        return new ToolContext(segmentation, id, mask, settings, this);
    }

    /** The phantom after an edit. */
    public Segmentation after(Edit edit) {
        Labelling labelling = new Labelling(segmentation);
        labelling.apply(edit);
        return labelling.current();
    }

    /** Voxels of a segment. */
    public BitSet voxels(Segmentation state, String id) {
        Segment segment = state.segment(id).orElseThrow();
        LabelLayer layer = state.layers().get(segment.layer());
        return set((x, y, z) -> layer.label(x, y, z) == segment.label());
    }

    public BitSet set(Shape shape) {
        BitSet set = new BitSet();
        for (int i = 0; i < size.voxels(); i++) {
            set.set(i, shape.holds(x(i), y(i), z(i)));
        }
        return set;
    }

    public int x(int index) {
        return index % size.x();
    }

    public int y(int index) {
        return index / size.x() % size.y();
    }

    public int z(int index) {
        return index / size.x() / size.y();
    }

    public int index(int x, int y, int z) {
        return (z * size.y() + y) * size.x() + x;
    }

    /** Says in one line how two sets differ; empty when they do not. */
    public String difference(BitSet expected, BitSet actual) {
        BitSet missing = (BitSet) expected.clone();
        missing.andNot(actual);
        BitSet extra = (BitSet) actual.clone();
        extra.andNot(expected);
        return missing.isEmpty() && extra.isEmpty() ? "" : missing.cardinality() + " missing" + first(missing) + ", "
                + extra.cardinality() + " too many" + first(extra);
    }

    private String first(BitSet set) {
        int i = set.nextSetBit(0);
        return i < 0 ? "" : " such as (" + x(i) + ", " + y(i) + ", " + z(i) + ")";
    }

    /** A box around all values that were read. */
    public VoxelBox read() {
        return read;
    }

    @Override
    public void read(VoxelBox box, float[] out) {
        if (!box.equals(box.intersect(size.box()))) {
            throw new AssertionError(box + " is not inside " + size);
        }
        read = read.union(box);
        int o = 0;
        for (int z = box.z0(); z < box.z1(); z++) {
            for (int y = box.y0(); y < box.y1(); y++) {
                for (int x = box.x0(); x < box.x1(); x++) {
                    out[o++] = (float) formula.at(x, y, z);
                }
            }
        }
    }

    @Override
    public DisplayRange range() {
        return new DisplayRange(0, 100);
    }
}
