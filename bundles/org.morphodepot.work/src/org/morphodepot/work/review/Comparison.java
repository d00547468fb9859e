package org.morphodepot.work.review;

import java.util.List;
import java.util.Optional;

import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Progress;

/**
 * What a contribution changes: per structure, as a layer of labels, and as spots to look at. Immutable.
 *
 * @param base what it started from
 * @param contribution on the grid of the base
 * @param difference labels of {@link Spot.Kind}: 1 added, 2 removed, 3 changed
 * @param structures those that differ, in the order of the contribution, then those that are gone
 * @param spots largest first
 * @param moreSpots how many smaller ones are left out
 */
public record Comparison(Segmentation base, Segmentation contribution, LabelLayer difference,
        List<StructureChange> structures, List<Spot> spots, int moreSpots) {

    public Comparison {
        structures = List.copyOf(structures);
        spots = List.copyOf(spots);
    }

    /**
     * Compares. Blocks that nobody touched cost nothing; the rest takes some ten milliseconds per million voxels. Not on the
     * UI thread.
     *
     * @throws IllegalArgumentException when they are not of one grid
     * @throws java.util.concurrent.CancellationException when {@code progress} says so
     */
    public static Comparison of(Segmentation base, Segmentation contribution, Progress progress) {
        if (!base.size().equals(contribution.size())) {
            throw new IllegalArgumentException("segmentations of " + base.size() + " and " + contribution.size() + " voxels");
        }
        return new Counting(base, contribution, progress).compare();
    }

    /** Whether nothing differs. */
    public boolean isNothing() {
        return structures.isEmpty();
    }

    /** The change of the structure with this id on either side. */
    public Optional<StructureChange> structure(String segmentId) {
        return structures.stream().filter(change -> change.before().filter(s -> s.id().equals(segmentId)).isPresent()
                || change.after().filter(s -> s.id().equals(segmentId)).isPresent()).findFirst();
    }

    /** All voxels that differ, by kind. */
    public long voxels(Spot.Kind kind) {
        long sum = structures.stream().mapToLong(change -> switch (kind) {
            case ADDED -> change.added();
            case REMOVED -> change.removed();
            case CHANGED -> change.changed();
        }).sum();
        return kind == Spot.Kind.CHANGED ? sum / 2 : sum; // one structure's loss is the other's gain
    }
}
