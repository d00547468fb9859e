package org.morphodepot.label.segnrrd;

import java.util.Map;
import java.util.Optional;

import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;

/** Reads the shape of a file from the texts of its header, to decide what can stay when it is saved again. */
final class HeaderShape {

    private static final Map<String, VoxelType> TYPES = Map.ofEntries(Map.entry("signed char", VoxelType.INT8),
            Map.entry("int8", VoxelType.INT8), Map.entry("int8_t", VoxelType.INT8), Map.entry("uchar", VoxelType.UINT8),
            Map.entry("unsigned char", VoxelType.UINT8), Map.entry("uint8", VoxelType.UINT8),
            Map.entry("uint8_t", VoxelType.UINT8), Map.entry("short", VoxelType.INT16),
            Map.entry("int16", VoxelType.INT16), Map.entry("int16_t", VoxelType.INT16),
            Map.entry("signed short", VoxelType.INT16), Map.entry("ushort", VoxelType.UINT16),
            Map.entry("unsigned short", VoxelType.UINT16), Map.entry("uint16", VoxelType.UINT16),
            Map.entry("uint16_t", VoxelType.UINT16), Map.entry("int", VoxelType.INT32),
            Map.entry("int32", VoxelType.INT32),
            Map.entry("int32_t", VoxelType.INT32), Map.entry("signed int", VoxelType.INT32),
            Map.entry("unsigned int", VoxelType.UINT32), Map.entry("uint", VoxelType.UINT32),
            Map.entry("uint32", VoxelType.UINT32), Map.entry("uint32_t", VoxelType.UINT32),
            Map.entry("float", VoxelType.FLOAT32), Map.entry("double", VoxelType.FLOAT64));

    private HeaderShape() {
    }

    /** Empty when the header is not one we would write in the same way. */
    static Optional<FileShape> of(SegHeader header) {
        Optional<VoxelType> type = header.basic("type").flatMap(t -> Optional.ofNullable(TYPES.get(t)));
        Optional<double[]> sizes = header.basic("sizes").flatMap(HeaderText::numbers);
        if (type.isEmpty() || sizes.isEmpty() || header.legacyOffset().isPresent()) {
            return Optional.empty();
        }
        double[] n = sizes.get();
        boolean list = n.length == 4;
        int axis = header.listAxis();
        int from = list && axis == 0 ? 1 : 0;
        if (n.length != 3 && !list) {
            return Optional.empty();
        }
        try {
            VoxelSize size = new VoxelSize((int) n[from], (int) n[from + 1], (int) n[from + 2]);
            int layers = list ? (int) n[axis] : 1;
            return geometry(header).map(g -> new FileShape(new Grid(size, g), layers, list && axis == 3, type.get()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Geometry> geometry(SegHeader header) {
        double[] sign = switch (header.basic("space").orElse("").toLowerCase(java.util.Locale.ROOT)) {
            case "left-posterior-superior", "lps" -> new double[] {1, 1, 1};
            case "right-anterior-superior", "ras" -> new double[] {-1, -1, 1};
            default -> null;
        };
        Optional<double[]> vectors = header.basic("spacedirections").map(t -> t.replace("none", " "))
                .flatMap(HeaderText::numbers).filter(n -> n.length == 9);
        Optional<double[]> origin = header.basic("spaceorigin").flatMap(HeaderText::numbers).filter(n -> n.length == 3);
        if (sign == null || vectors.isEmpty() || origin.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(geometry(vectors.get(), origin.get(), sign, unit(header)));
    }

    private static Geometry geometry(double[] vectors, double[] origin, double[] sign, String unit) {
        double[] spacing = new double[3];
        for (int i = 0; i < 9; i++) {
            vectors[i] *= sign[i % 3];
        }
        for (int axis = 0; axis < 3; axis++) {
            spacing[axis] = Math.hypot(Math.hypot(vectors[3 * axis], vectors[3 * axis + 1]), vectors[3 * axis + 2]);
            origin[axis] *= sign[axis];
        }
        for (int i = 0; i < 9; i++) {
            vectors[i] /= spacing[i / 3];
        }
        return new Geometry(spacing, vectors, origin, unit);
    }

    private static String unit(SegHeader header) {
        String[] quoted = header.basic("spaceunits").orElse("").split("\"", -1);
        return quoted.length > 1 ? quoted[1] : "";
    }
}
