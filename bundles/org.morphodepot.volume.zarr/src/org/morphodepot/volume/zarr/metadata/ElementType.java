package org.morphodepot.volume.zarr.metadata;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.zarr.codec.Elements;

/**
 * The type of an array's values.
 *
 * @param voxel how we hold such values; empty for fixed-size types that are no numbers, such as strings: their arrays
 *     can be described but not read
 * @param word the type's name for people: a {@link VoxelType#id()}, else the file's word
 * @param size bytes of one value
 * @param bigEndian byte order, where the metadata's type tells it (Zarr v2)
 */
public record ElementType(Optional<VoxelType> voxel, String word, int size, boolean bigEndian) {

    private static final Pattern NUMPY = Pattern.compile("([<>|=]?)([biufcSUVMm])([0-9]{1,7})(\\[[^]]*])?");
    private static final Map<Character, String> FAMILIES = Map.of('b', "bool", 'i', "int", 'u', "uint", 'f', "float");

    /** A Zarr v2 {@code dtype}, in numpy's notation. */
    public static ElementType ofNumpy(Json dtype) throws VolumeException {
        Matcher matcher = NUMPY.matcher(dtype.isText() ? dtype.text() : "");
        if (!matcher.matches()) {
            throw dtype.unsupported("values of type " + dtype + " cannot be read");
        }
        boolean bigEndian = matcher.group(1).equals(">");
        char family = matcher.group(2).charAt(0);
        int bytes = Integer.parseInt(matcher.group(3));
        if (FAMILIES.containsKey(family)) {
            String id = family == 'b' && bytes == 1 ? "bool" : FAMILIES.get(family) + 8 * bytes;
            return new ElementType(Optional.of(voxelType(id, dtype)), id, bytes, bigEndian && bytes > 1);
        }
        int size = family == 'U' ? 4 * bytes : family == 'M' || family == 'm' ? 8 : bytes;
        return new ElementType(Optional.empty(), dtype.text(), Math.max(1, size), bigEndian);
    }

    /** A Zarr v3 {@code data_type}. */
    public static ElementType ofV3(Json type) throws VolumeException {
        String name = type.isObject() ? type.get("name").text() : type.text();
        int size = opaqueSize(type, name);
        if (size > 0) {
            return new ElementType(Optional.empty(), name, size, false);
        }
        VoxelType voxel = voxelType(name, type);
        return new ElementType(Optional.of(voxel), name, voxel.bytes(), false);
    }

    private static int opaqueSize(Json type, String name) throws VolumeException {
        if (name.matches("r[0-9]{1,6}")) {
            return Math.max(1, Integer.parseInt(name.substring(1)) / 8);
        }
        return switch (name) {
            case "complex64", "numpy.datetime64", "numpy.timedelta64" -> 8;
            case "complex128" -> 16;
            case "fixed_length_utf32", "null_terminated_bytes", "raw_bytes" -> {
                long length = type.get("configuration").get("length_bytes").integer();
                yield Math.clamp(length, 1, 1 << 24);
            }
            default -> 0;
        };
    }

    private static VoxelType voxelType(String id, Json type) throws VolumeException {
        try {
            return VoxelType.of(id);
        } catch (IllegalArgumentException e) {
            throw type.unsupported("values of type " + type + " cannot be read");
        }
    }

    /** Byte-level access to values of this type in the given order; only for numbers. */
    public Elements elements(boolean big) {
        return new Elements(voxel.orElseThrow(), big);
    }
}
