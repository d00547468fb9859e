package org.morphodepot.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.VoxelSize;

/**
 * Segments and their voxels on the grid of one scan. Immutable: every change makes a new value that shares all
 * untouched blocks, so a snapshot costs nothing.
 *
 * @param size grid of the scan, level 0
 * @param segments in display order
 * @param layers voxel labels; segments of different layers may overlap
 * @param fields header fields that belong to the whole file, as read, kept verbatim when saving
 */
public record Segmentation(VoxelSize size, Geometry geometry, List<Segment> segments, List<LabelLayer> layers,
        List<HeaderField> fields) {

    public Segmentation {
        segments = List.copyOf(segments);
        layers = List.copyOf(layers);
        fields = List.copyOf(fields);
    }

    /** Nothing segmented yet. */
    public static Segmentation empty(VoxelSize size, Geometry geometry) {
        return new Segmentation(size, geometry, List.of(), List.of(LabelLayer.empty(size)), List.of());
    }

    public Optional<Segment> segment(String id) {
        return segments.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** The segment with this label in this layer. */
    public Optional<Segment> segmentAt(int layer, int label) {
        return segments.stream().filter(s -> s.layer() == layer && s.label() == label).findFirst();
    }

    public Segmentation withSegments(List<Segment> newSegments) {
        return new Segmentation(size, geometry, newSegments, layers, fields);
    }

    public Segmentation withLayers(List<LabelLayer> newLayers) {
        return new Segmentation(size, geometry, segments, newLayers, fields);
    }

    /** A copy with one segment changed; unchanged when there is no such segment. */
    public Segmentation withSegment(String id, UnaryOperator<Segment> change) {
        List<Segment> changed = new ArrayList<>(segments);
        changed.replaceAll(s -> s.id().equals(id) ? change.apply(s) : s);
        return withSegments(changed);
    }

    /** The layer of this index; a layer without labels when there is none. */
    public LabelLayer layer(int index) {
        return index < layers.size() ? layers.get(index) : LabelLayer.empty(size);
    }

    /**
     * Whether everything that is saved is equal; how segments are displayed and layers
     * without labels do not count.
     */
    public boolean sameContent(Segmentation other) {
        if (this == other) {
            return true;
        }
        if (segments.size() != other.segments.size() || !size.equals(other.size) || !geometry.equals(other.geometry)
                || !fields.equals(other.fields)) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            if (!segments.get(i).sameContent(other.segments.get(i))) {
                return false;
            }
        }
        for (int i = 0; i < Math.max(layers.size(), other.layers.size()); i++) {
            if (!layer(i).equals(other.layer(i))) {
                return false;
            }
        }
        return true;
    }
}
