package org.morphodepot.volume.images.dicom;

import java.util.List;

import org.morphodepot.volume.VoxelType;

/**
 * What values mean: {@code slope * stored + intercept} (PS3.3, C.7.6.16.2.9 and C.11.1). As long as whole numbers stay whole,
 * the smallest type that holds them all is used, else real numbers.
 */
record Scale(VoxelType type, boolean identity) {

    static Scale of(List<Frame> frames) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean whole = true;
        boolean identity = true;
        for (Frame frame : frames) {
            PixelFormat format = frame.format();
            double least = format.signed() ? -Math.pow(2, format.stored() - 1) : 0;
            double most = Math.pow(2, format.signed() ? format.stored() - 1 : format.stored()) - 1;
            double a = least * frame.slope() + frame.intercept();
            double b = most * frame.slope() + frame.intercept();
            low = Math.min(low, Math.min(a, b));
            high = Math.max(high, Math.max(a, b));
            whole &= frame.slope() == Math.rint(frame.slope()) && frame.intercept() == Math.rint(frame.intercept());
            identity &= frame.slope() == 1 && frame.intercept() == 0;
        }
        return new Scale(whole ? smallest(low, high) : VoxelType.FLOAT32, identity);
    }

    private static VoxelType smallest(double low, double high) {
        if (low >= 0) {
            return high <= 0xff ? VoxelType.UINT8 : high <= 0xffff ? VoxelType.UINT16 : high <= 0xffffffffL ? VoxelType.UINT32
                    : VoxelType.FLOAT32;
        }
        return low >= Byte.MIN_VALUE && high <= Byte.MAX_VALUE ? VoxelType.INT8
                : low >= Short.MIN_VALUE && high <= Short.MAX_VALUE ? VoxelType.INT16
                : low >= Integer.MIN_VALUE && high <= Integer.MAX_VALUE ? VoxelType.INT32 : VoxelType.FLOAT32;
    }
}
