package org.morphodepot.volume;

/** The scalar type of a voxel. Values are held as little-endian bytes whatever the order in the file. */
public enum VoxelType {
    BOOL(1, "bool"), INT8(1, "int8"), UINT8(1, "uint8"), INT16(2, "int16"), UINT16(2, "uint16"), INT32(4, "int32"),
    UINT32(4, "uint32"), INT64(8, "int64"), UINT64(8, "uint64"), FLOAT16(2, "float16"), FLOAT32(4, "float32"),
    FLOAT64(8, "float64");

    private final int bytes;
    private final String id;

    VoxelType(int bytes, String id) {
        this.bytes = bytes;
        this.id = id;
    }

    /** Bytes of one voxel. */
    public int bytes() {
        return bytes;
    }

    /** The name used in headers and reports, such as {@code uint16}. */
    public String id() {
        return id;
    }

    /** Whether values are IEEE floating point numbers. */
    public boolean isFloat() {
        return this == FLOAT16 || this == FLOAT32 || this == FLOAT64;
    }

    /** The type of this {@link #id()}; throws {@link IllegalArgumentException} for an unknown name. */
    public static VoxelType of(String id) {
        for (VoxelType type : values()) {
            if (type.id.equals(id)) {
                return type;
            }
        }
        throw new IllegalArgumentException("unknown voxel type " + id);
    }
}
