package org.morphodepot.label;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Gives out ids and labels that nothing uses. Labels that only voxels have, without a segment, count as used: a new
 * segment must begin empty. One thread.
 */
public final class FreePlaces {

    /** Highest label a voxel can have, and so the number of segments a layer can hold. */
    public static final int MAX_LABEL = 65_535;

    private final Set<String> ids = new HashSet<>();
    private final BitSet labels = new BitSet();

    private FreePlaces() {
    }

    /** Free ids of the segmentation and free labels of one layer, which need not exist yet. */
    public static FreePlaces in(Segmentation state, int layer) {
        FreePlaces free = new FreePlaces();
        free.labels.set(0);
        for (Segment segment : state.segments()) {
            free.ids.add(segment.id());
            if (segment.layer() == layer) {
                free.labels.set(segment.label());
            }
        }
        if (layer < state.layers().size()) {
            state.layers().get(layer).forEachBlock((bx, by, bz, block) -> free.take(block));
        }
        return free;
    }

    /**
     * {@code wanted}, or when it is empty or taken a new one that nobody else gives out either, so that the segments of
     * several people can be told apart: {@code 2.25.} and a random UUID as a number, as DICOM and 3D Slicer write it.
     */
    public String id(String wanted) {
        String id = wanted;
        while (id.isBlank() || !ids.add(id)) {
            id = "2.25." + new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16);
        }
        return id;
    }

    /**
     * {@code wanted}, or when it is taken the label after the highest one.
     *
     * @throws IllegalStateException when all labels are taken
     */
    public int label(int wanted) {
        int label = wanted;
        if (wanted < 1 || wanted > MAX_LABEL || labels.get(wanted)) {
            label = labels.length() <= MAX_LABEL ? labels.length() : labels.nextClearBit(1);
        }
        if (label > MAX_LABEL) {
            throw new IllegalStateException("a layer holds at most 65,535 segments; remove some before adding others");
        }
        labels.set(label);
        return label;
    }

    /** Whether {@link #label} has another one to give. */
    public boolean hasLabel() {
        return labels.nextClearBit(1) <= MAX_LABEL;
    }

    private boolean take(Block block) {
        for (char label : Blocks.labels(block)) {
            labels.set(label);
        }
        return true;
    }
}
