package org.morphodepot.volume.images.nifti;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.images.plane.Faults;

/** How a NIfTI file stores a value. */
enum NiftiScalar {
    UINT8(2, 1, VoxelType.UINT8), INT16(4, 2, VoxelType.INT16), INT32(8, 4, VoxelType.INT32), FLOAT32(16, 4, VoxelType.FLOAT32),
    FLOAT64(64, 8, VoxelType.FLOAT64), RGB24(128, 3, VoxelType.UINT8), INT8(256, 1, VoxelType.INT8),
    UINT16(512, 2, VoxelType.UINT16), UINT32(768, 4, VoxelType.UINT32), INT64(1024, 8, VoxelType.INT64),
    UINT64(1280, 8, VoxelType.UINT64);

    private final int code;
    private final int bytes;
    private final VoxelType type;

    NiftiScalar(int code, int bytes, VoxelType type) {
        this.code = code;
        this.bytes = bytes;
        this.type = type;
    }

    static NiftiScalar of(int code, Faults faults) throws VolumeException {
        for (NiftiScalar scalar : values()) {
            if (scalar.code == code) {
                return scalar;
            }
        }
        throw faults.unsupported("values of NIfTI type " + code + " are not read (whole and real numbers and RGB are)");
    }

    /** Bytes of a stored value. */
    int bytes() {
        return bytes;
    }

    /** The type of a stored value, colours as their brightness. */
    VoxelType type() {
        return type;
    }

    /** The type of the values given out. */
    VoxelType shownAs(boolean scaled) {
        return !scaled ? type : this == FLOAT64 ? VoxelType.FLOAT64 : VoxelType.FLOAT32;
    }
}
