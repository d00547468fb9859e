package org.morphodepot.volume.zarr.metadata;

import java.math.BigInteger;
import java.util.Optional;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.zarr.codec.Elements;

/**
 * Reads {@code fill_value} in all its forms: missing or null (zero), numbers, true and false, {@code "NaN"},
 * {@code "Infinity"}, {@code "-Infinity"}, and the bits of a floating point number such as {@code "0x7fc00000"}.
 */
final class FillValue {

    private FillValue() {
    }

    /** The bit pattern, in the low bytes of the result. */
    static long bits(Optional<Json> value, VoxelType type) throws VolumeException {
        if (value.isEmpty()) {
            return 0;
        }
        Json json = value.get();
        if (json.isBoolean()) {
            return new Elements(type, false).toBits(json.bool() ? 1 : 0);
        }
        return type.isFloat() ? floating(json, type) : integer(json, type);
    }

    private static long floating(Json json, VoxelType type) throws VolumeException {
        Elements elements = new Elements(type, false);
        if (!json.isText()) {
            return elements.toBits(json.number());
        }
        return switch (json.text()) {
            case "NaN" -> elements.toBits(Double.NaN);
            case "Infinity" -> elements.toBits(Double.POSITIVE_INFINITY);
            case "-Infinity" -> elements.toBits(Double.NEGATIVE_INFINITY);
            default -> pattern(json, type);
        };
    }

    private static long pattern(Json json, VoxelType type) throws VolumeException {
        String text = json.text();
        if (!text.matches("0[xX][0-9a-fA-F]{1,16}") || text.length() - 2 > 2 * type.bytes()) {
            throw json.wrong("must be a number of type " + type.id());
        }
        return Long.parseUnsignedLong(text.substring(2), 16);
    }

    private static long integer(Json json, VoxelType type) throws VolumeException {
        BigInteger value = whole(json);
        int bits = 8 * type.bytes();
        boolean signed = type.id().startsWith("int");
        BigInteger least = signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
        BigInteger most = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits);
        if (value.compareTo(least) < 0 || value.compareTo(most) >= 0) {
            throw json.wrong("must fit into " + type.id());
        }
        return value.longValue() & (bits == 64 ? -1 : (1L << bits) - 1);
    }

    private static BigInteger whole(Json json) throws VolumeException {
        if (json.isNumber() && json.toString().matches("-?[0-9]{1,20}")) {
            return new BigInteger(json.toString());
        }
        return BigInteger.valueOf(json.integer());
    }
}
