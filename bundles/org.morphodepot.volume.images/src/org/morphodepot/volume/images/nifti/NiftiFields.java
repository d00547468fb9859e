package org.morphodepot.volume.images.nifti;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The fields of both versions of the header under one name each; nifti1.h and nifti2.h give the places. */
record NiftiFields(ByteBuffer in) {

    private boolean second() {
        return length() == NiftiHeader.LONGEST;
    }

    int length() {
        return in.getInt(0);
    }

    String magic() {
        return text(second() ? 4 : 344, 3);
    }

    int dataType() {
        return in.getShort(second() ? 12 : 70);
    }

    /** Number of axes for 0, voxels along an axis for 1 to 7. */
    long dim(int axis) {
        return second() ? in.getLong(16 + 8 * axis) : in.getShort(40 + 2 * axis);
    }

    /** Distance of voxels for 1 to 3; the handedness of the quaternion for 0. */
    double pixdim(int axis) {
        return second() ? in.getDouble(104 + 8 * axis) : in.getFloat(76 + 4 * axis);
    }

    double offset() {
        return second() ? in.getLong(168) : in.getFloat(108);
    }

    double slope() {
        return second() ? in.getDouble(176) : in.getFloat(112);
    }

    double intercept() {
        return second() ? in.getDouble(184) : in.getFloat(116);
    }

    String description() {
        return text(second() ? 240 : 148, 80);
    }

    int units() {
        return second() ? in.getInt(500) : in.get(123);
    }

    int quaternionCode() {
        return second() ? in.getInt(344) : in.getShort(252);
    }

    int matrixCode() {
        return second() ? in.getInt(348) : in.getShort(254);
    }

    /** b, c, d and the three offsets of the quaternion form. */
    double quaternion(int i) {
        return second() ? in.getDouble(352 + 8 * i) : in.getFloat(256 + 4 * i);
    }

    double matrix(int row, int column) {
        return second() ? in.getDouble(400 + 32 * row + 8 * column) : in.getFloat(280 + 16 * row + 4 * column);
    }

    private String text(int at, int length) {
        int end = at;
        while (end < at + length && in.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - at];
        in.get(at, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
