package org.morphodepot.volume.nrrd.data;

import java.io.IOException;
import java.util.Locale;

import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.nrrd.file.Faults;

/**
 * Reads one number written as text.
 *
 * @param type what it becomes
 */
record NumberWord(VoxelType type) {

    /** The bit pattern in the low bytes. */
    long bits(String word) throws IOException {
        try {
            return switch (type) {
                case FLOAT32 -> Float.floatToRawIntBits((float) real(word));
                case FLOAT64 -> Double.doubleToRawLongBits(real(word));
                case UINT64 -> word.startsWith("-") ? Long.parseLong(word) : Long.parseUnsignedLong(word);
                default -> inRange(Long.parseLong(word), word);
            };
        } catch (NumberFormatException e) {
            throw new IOException("it has " + Faults.quote(word) + " where a number is expected", e);
        }
    }

    /** Also negative numbers of unsigned types, which some writers use for the highest values. */
    private long inRange(long value, String word) throws IOException {
        int bits = 8 * type.bytes();
        if (bits < 64 && (value >= 1L << bits || value < -(1L << bits - 1))) {
            throw new IOException("it has " + Faults.quote(word) + ", which is no value of its type " + type.id());
        }
        return value;
    }

    private static double real(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "nan", "-nan", "+nan" -> Double.NaN;
            case "inf", "+inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(word);
        };
    }
}
