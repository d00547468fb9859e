package org.morphodepot.cli;

import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.VoxelSize;

import picocli.CommandLine.TypeConversionException;

/** Reads the texts of arguments. */
final class Arguments {

    private Arguments() {
    }

    static Address address(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("an empty address");
        }
        try {
            return Address.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** Three whole numbers, such as {@code 320,288,256}. */
    static VoxelSize size(String text) {
        try {
            double[] n = triple(text);
            for (double v : n) {
                if (v != Math.rint(v) || v < 1 || v > Integer.MAX_VALUE) {
                    throw new TypeConversionException("'" + text + "' is not a size in voxels such as 320,288,256");
                }
            }
            VoxelSize size = new VoxelSize((int) n[0], (int) n[1], (int) n[2]);
            Math.multiplyExact(size.voxels(), 8);
            return size;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new TypeConversionException("'" + text + "' is not a size in voxels such as 320,288,256");
        }
    }

    /** Three positive lengths, or one for all three; {@code text} may be null. */
    static Optional<double[]> lengths(String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            double[] n = text.matches("[^,x]+") ? triple(text + "," + text + "," + text) : triple(text);
            for (double v : n) {
                if (!(v > 0 && v < 1e12)) {
                    throw new TypeConversionException("'" + text + "' is not a spacing such as 42 or 42,42,60");
                }
            }
            return Optional.of(n);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a spacing such as 42 or 42,42,60");
        }
    }

    private static double[] triple(String text) {
        String[] parts = text.split("[,x]", -1);
        if (parts.length != 3) {
            throw new NumberFormatException(text);
        }
        return new double[] {Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()),
                Double.parseDouble(parts[2].strip())};
    }
}
