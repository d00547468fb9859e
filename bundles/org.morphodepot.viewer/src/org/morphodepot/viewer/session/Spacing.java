package org.morphodepot.viewer.session;

import org.morphodepot.volume.LengthUnit;

/** How far the voxels of a scan are apart where its file does not say it; what a file says is never overruled. */
public sealed interface Spacing {

    /** Not known yet: opening such a scan ends with {@link SpacingUnknown}. */
    record Ask() implements Spacing {
    }

    /** Not known to anybody: lengths are counted in voxels. */
    record Voxels() implements Spacing {
    }

    /**
     * What the user says.
     *
     * @param x positive, as y and z, in {@code unit}
     * @param unit one that {@link LengthUnit} knows
     */
    record Sides(double x, double y, double z, String unit) implements Spacing {

        public Sides {
            if (!(isLength(x) && isLength(y) && isLength(z))) {
                throw new IllegalArgumentException("a spacing is three numbers greater than 0");
            }
            if (LengthUnit.known(unit).isEmpty()) {
                throw new IllegalArgumentException(unit + " is not a unit of length");
            }
        }

        private static boolean isLength(double side) {
            return side > 1e-9 && side < 1e9;
        }
    }
}
