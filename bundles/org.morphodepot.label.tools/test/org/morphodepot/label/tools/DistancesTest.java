package org.morphodepot.label.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.morphodepot.volume.VoxelBox;

class DistancesTest {

    private static final VoxelBox BOX = new VoxelBox(3, 4, 5, 19, 18, 17);
    private static final double[] SPACING = {1, 1.3, 2.2};

    @Test
    void distances_areThoseToTheNearestTarget() {
        Random random = new Random(1);
        for (int run = 0; run < 8; run++) {
            boolean[] set = new boolean[(int) BOX.voxels()];
            double share = run == 0 ? 0 : run == 1 ? 1 : Math.pow(random.nextDouble(), 4);
            for (int i = 0; i < set.length; i++) {
                set[i] = random.nextDouble() < share;
            }
            boolean target = run % 2 == 0;
            double[] nearest = plain(target, set);
            float[] squared = Distances.squaredTo(target, set, BOX, SPACING);
            // The first radii look around, the last one builds envelopes.
            for (double radius : new double[] {0, 1.65, 5.05, 11.5}) {
                boolean[] within = Distances.within(radius, target, set, BOX, SPACING);
                for (int i = 0; i < set.length; i++) {
                    assertEquals(nearest[i] <= radius, within[i], "voxel " + i + " at " + nearest[i] + " of " + radius);
                }
            }
            for (int i = 0; i < set.length; i++) {
                assertEquals(nearest[i], Math.sqrt(squared[i]), nearest[i] * 1e-5);
            }
        }
    }

    private static double[] plain(boolean target, boolean[] set) {
        double[] nearest = new double[set.length];
        for (int i = 0; i < set.length; i++) {
            double best = Double.POSITIVE_INFINITY;
            for (int k = 0; k < set.length; k++) {
                if (set[k] == target) {
                    double x = (k % BOX.width() - i % BOX.width()) * SPACING[0];
                    double y = (k / BOX.width() % BOX.height() - i / BOX.width() % BOX.height()) * SPACING[1];
                    double z = (k / BOX.width() / BOX.height() - i / BOX.width() / BOX.height()) * SPACING[2];
                    best = Math.min(best, x * x + y * y + z * z);
                }
            }
            nearest[i] = Math.sqrt(best);
        }
        return nearest;
    }
}
