package org.morphodepot.volume;

/**
 * A box of voxels, half open: a voxel (x, y, z) is inside when {@code x0 <= x < x1} and so on. Empty when any side is zero
 * or negative.
 */
public record VoxelBox(int x0, int y0, int z0, int x1, int y1, int z1) {

    /** The box without voxels. */
    public static final VoxelBox EMPTY = new VoxelBox(0, 0, 0, 0, 0, 0);

    /** The box that holds exactly {@code point}. */
    public static VoxelBox at(VoxelPoint point) {
        return new VoxelBox(point.x(), point.y(), point.z(), point.x() + 1, point.y() + 1, point.z() + 1);
    }

    public boolean isEmpty() {
        return x1 <= x0 || y1 <= y0 || z1 <= z0;
    }

    public int width() {
        return Math.max(0, x1 - x0);
    }

    public int height() {
        return Math.max(0, y1 - y0);
    }

    public int depth() {
        return Math.max(0, z1 - z0);
    }

    /** Number of voxels inside. */
    public long voxels() {
        return (long) width() * height() * depth();
    }

    /** Lower bound along {@code axis}, inclusive. */
    public int min(int axis) {
        return axis == 0 ? x0 : axis == 1 ? y0 : z0;
    }

    /** Upper bound along {@code axis}, exclusive. */
    public int max(int axis) {
        return axis == 0 ? x1 : axis == 1 ? y1 : z1;
    }

    public boolean contains(int x, int y, int z) {
        return x >= x0 && x < x1 && y >= y0 && y < y1 && z >= z0 && z < z1;
    }

    public boolean contains(VoxelPoint point) {
        return contains(point.x(), point.y(), point.z());
    }

    /** The voxels in both boxes; may be empty. */
    public VoxelBox intersect(VoxelBox other) {
        return new VoxelBox(Math.max(x0, other.x0), Math.max(y0, other.y0), Math.max(z0, other.z0), Math.min(x1, other.x1),
                Math.min(y1, other.y1), Math.min(z1, other.z1));
    }

    /** The smallest box around both; an empty box does not count. */
    public VoxelBox union(VoxelBox other) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        return new VoxelBox(Math.min(x0, other.x0), Math.min(y0, other.y0), Math.min(z0, other.z0), Math.max(x1, other.x1),
                Math.max(y1, other.y1), Math.max(z1, other.z1));
    }

    /** This box grown by {@code margin} voxels on every side. */
    public VoxelBox grow(int margin) {
        return new VoxelBox(x0 - margin, y0 - margin, z0 - margin, x1 + margin, y1 + margin, z1 + margin);
    }

    /** This box moved. */
    public VoxelBox shift(int dx, int dy, int dz) {
        return new VoxelBox(x0 + dx, y0 + dy, z0 + dz, x1 + dx, y1 + dy, z1 + dz);
    }
}
