package org.morphodepot.work.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segmentation;

/** Where a block of a segmentation is, in blocks; in the order z, y, x. */
record BlockPlace(int bx, int by, int bz) {

    private static final Comparator<BlockPlace> ROW_BY_ROW = Comparator.comparingInt(BlockPlace::bz)
            .thenComparingInt(BlockPlace::by).thenComparingInt(BlockPlace::bx);

    /** The blocks that may differ, row by row: those that do when labels mean the same on both sides, else all painted ones. */
    static List<BlockPlace> thatMayDiffer(Segmentation base, Segmentation contribution, boolean sameLabels) {
        Set<BlockPlace> places = new HashSet<>();
        int layers = Math.max(base.layers().size(), contribution.layers().size());
        for (int i = 0; i < layers; i++) {
            LabelLayer before = base.layer(i);
            LabelLayer after = contribution.layer(i);
            if (sameLabels) {
                after.forEachDifference(before, (bx, by, bz, _, _) -> add(places, bx, by, bz));
            } else {
                before.forEachBlock((bx, by, bz, _) -> add(places, bx, by, bz));
                after.forEachBlock((bx, by, bz, _) -> add(places, bx, by, bz));
            }
        }
        List<BlockPlace> sorted = new ArrayList<>(places);
        sorted.sort(ROW_BY_ROW);
        return sorted;
    }

    private static boolean add(Set<BlockPlace> places, int bx, int by, int bz) {
        places.add(new BlockPlace(bx, by, bz));
        return true;
    }
}
