package org.morphodepot.cli.phantom.anatomy;

import org.morphodepot.cli.phantom.shape.Extent;

/**
 * A few thousand voxels being filled: their places in the animal and what is known of them so far. Used by one thread.
 */
public final class Patch {

    /** Places in millimetres, one entry per voxel. */
    public final float[] x;
    public final float[] y;
    public final float[] z;
    /** CT value of each voxel. */
    public final float[] value;
    /** {@link Structure#label()} of each voxel, 0 for none. */
    public final byte[] label;
    /** Number of voxels in use. */
    public final int voxels;
    /** Width in millimetres over which a surface is smeared. */
    public final float edge;

    private final Extent extent;

    /** Fills in places; {@code voxels} of the arrays are used. */
    public Patch(float[] x, float[] y, float[] z, int voxels, float edge) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.voxels = voxels;
        this.edge = edge;
        value = new float[voxels];
        label = new byte[voxels];
        extent = around(x, y, z, voxels);
    }

    private static Extent around(float[] x, float[] y, float[] z, int voxels) {
        return new Extent(low(x, voxels), low(y, voxels), low(z, voxels), high(x, voxels), high(y, voxels),
                high(z, voxels));
    }

    private static float low(float[] v, int n) {
        float low = v[0];
        for (int i = 1; i < n; i++) {
            low = Math.min(low, v[i]);
        }
        return low;
    }

    private static float high(float[] v, int n) {
        float high = v[0];
        for (int i = 1; i < n; i++) {
            high = Math.max(high, v[i]);
        }
        return high;
    }

    /** A box around all voxels. */
    public Extent extent() {
        return extent;
    }
}
