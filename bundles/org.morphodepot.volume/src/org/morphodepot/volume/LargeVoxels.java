package org.morphodepot.volume;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A dense block of voxel values of any size in memory outside the heap: little-endian bytes, x fastest, then y, then z. Who
 * allocated the memory frees it. Threads may write different voxels at once.
 *
 * @param bytes exactly the size's voxels times the type's bytes
 */
public record LargeVoxels(VoxelType type, VoxelSize size, MemorySegment bytes) {

    private static final int DIGEST_BUFFER = 1 << 16;

    /** Checks that {@code bytes} is exactly as long as the voxels need. */
    public LargeVoxels {
        if (byteSize(type, size) != bytes.byteSize()) {
            throw new IllegalArgumentException(size + " " + type + " needs other memory than " + bytes.byteSize() + " bytes");
        }
    }

    /** Bytes of that many voxels; throws {@link ArithmeticException} beyond 63 bits. */
    public static long byteSize(VoxelType type, VoxelSize size) {
        return Math.multiplyExact(size.voxels(), type.bytes());
    }

    /** Where the value of a voxel begins. */
    public long offset(int x, int y, int z) {
        return (((long) z * size.y() + y) * size.x() + x) * type.bytes();
    }

    /** Bytes from one voxel to the next along {@code axis} 0, 1 or 2. */
    public long stride(int axis) {
        long row = (long) size.x() * type.bytes();
        return axis == 0 ? type.bytes() : axis == 1 ? row : row * size.y();
    }

    /** Copies a block of the same type so that its first voxel lies at (x, y, z). */
    public void put(Voxels block, int x, int y, int z) {
        MemorySegment from = MemorySegment.ofArray(block.bytes());
        long row = (long) block.size().x() * type.bytes();
        long at = 0;
        for (int k = 0; k < block.size().z(); k++) {
            for (int j = 0; j < block.size().y(); j++, at += row) {
                MemorySegment.copy(from, at, bytes, offset(x, y + j, z + k), row);
            }
        }
    }

    /** SHA-256 of all values as little-endian bytes, in hexadecimal. */
    public String sha256() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        byte[] buffer = new byte[DIGEST_BUFFER];
        for (long at = 0; at < bytes.byteSize(); at += buffer.length) {
            int length = (int) Math.min(buffer.length, bytes.byteSize() - at);
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, buffer, 0, length);
            digest.update(buffer, 0, length);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
