package org.morphodepot.volume.nrrd.header;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.volume.VoxelType;

/** The format's words for scalar types. */
public final class ScalarType {

    private static final Map<String, VoxelType> TYPES = new HashMap<>();

    static {
        put(VoxelType.INT8, "signed char", "char", "int8", "int8_t");
        put(VoxelType.UINT8, "uchar", "unsigned char", "uint8", "uint8_t");
        put(VoxelType.INT16, "short", "short int", "signed short", "signed short int", "int16", "int16_t");
        put(VoxelType.UINT16, "ushort", "unsigned short", "unsigned short int", "uint16", "uint16_t");
        put(VoxelType.INT32, "int", "signed int", "int32", "int32_t");
        put(VoxelType.UINT32, "uint", "unsigned int", "uint32", "uint32_t");
        put(VoxelType.INT64, "longlong", "long long", "long long int", "signed long long", "signed long long int",
                "int64", "int64_t");
        put(VoxelType.UINT64, "ulonglong", "unsigned long long", "unsigned long long int", "uint64", "uint64_t");
        put(VoxelType.FLOAT32, "float");
        put(VoxelType.FLOAT64, "double");
    }

    private ScalarType() {
    }

    private static void put(VoxelType type, String... words) {
        for (String word : words) {
            TYPES.put(word, type);
        }
    }

    /** The type of a {@code type:} field, whatever its case and blanks. */
    public static Optional<VoxelType> of(String word) {
        return Optional.ofNullable(TYPES.get(word.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")));
    }

    /** The word to write; bool is written as 0 and 1 of {@code unsigned char}, half precision as {@code float}. */
    public static String word(VoxelType type) {
        return switch (type) {
            case BOOL, UINT8 -> "unsigned char";
            case INT8 -> "signed char";
            case INT16 -> "short";
            case UINT16 -> "unsigned short";
            case INT32 -> "int";
            case UINT32 -> "unsigned int";
            case INT64 -> "long long int";
            case UINT64 -> "unsigned long long int";
            case FLOAT16, FLOAT32 -> "float";
            case FLOAT64 -> "double";
        };
    }
}
