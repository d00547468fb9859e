package org.morphodepot.volume;

/** A voxel's index (i, j, k) in one level. */
public record VoxelPoint(int x, int y, int z) {

    /** The index along {@code axis} 0, 1 or 2. */
    public int get(int axis) {
        return switch (axis) {
            case 0 -> x;
            case 1 -> y;
            case 2 -> z;
            default -> throw new IndexOutOfBoundsException(axis);
        };
    }

    /** A copy with the index along {@code axis} replaced. */
    public VoxelPoint with(int axis, int value) {
        return new VoxelPoint(axis == 0 ? value : x, axis == 1 ? value : y, axis == 2 ? value : z);
    }
}
