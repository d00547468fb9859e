package org.morphodepot.volume;

/** Number of voxels along x, y, z; each is at least 1. */
public record VoxelSize(int x, int y, int z) {

    /** Checks that every side is positive. */
    public VoxelSize {
        if (x < 1 || y < 1 || z < 1) {
            throw new IllegalArgumentException("size must be positive: " + x + " x " + y + " x " + z);
        }
    }

    /** The side along {@code axis} 0, 1 or 2. */
    public int get(int axis) {
        return switch (axis) {
            case 0 -> x;
            case 1 -> y;
            case 2 -> z;
            default -> throw new IndexOutOfBoundsException(axis);
        };
    }

    /** Number of voxels. */
    public long voxels() {
        return Math.multiplyExact(Math.multiplyExact((long) x, y), z);
    }

    /** The box from (0, 0, 0) to this size. */
    public VoxelBox box() {
        return new VoxelBox(0, 0, 0, x, y, z);
    }

    @Override
    public String toString() {
        return x + " x " + y + " x " + z;
    }
}
