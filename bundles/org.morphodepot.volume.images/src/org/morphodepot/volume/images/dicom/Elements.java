package org.morphodepot.volume.images.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Elements of a data set or of an item of a sequence. Filled by one thread, then only read. */
final class Elements {

    private final ByteOrder order;
    private final Map<Integer, byte[]> values = new HashMap<>();
    private final Map<Integer, List<Elements>> sequences = new HashMap<>();

    Elements(ByteOrder order) {
        this.order = order;
    }

    void put(int tag, byte[] value) {
        values.put(tag, value);
    }

    void put(int tag, List<Elements> items) {
        sequences.put(tag, items);
    }

    /** Without padding; empty when it is missing. */
    String text(int tag) {
        byte[] value = values.get(tag);
        return value == null ? "" : new String(value, StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
    }

    /** An unsigned 16-bit number. */
    int number(int tag, int otherwise) {
        byte[] value = values.get(tag);
        return value == null || value.length < 2 ? otherwise : ByteBuffer.wrap(value).order(order).getShort() & 0xffff;
    }

    /** Exactly so many numbers written as text. */
    Optional<double[]> reals(int tag, int count) {
        String[] parts = text(tag).split("\\\\", -1);
        if (parts.length != count) {
            return Optional.empty();
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            try {
                numbers[i] = Double.parseDouble(parts[i].strip());
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
            if (!(Math.abs(numbers[i]) < 1e12)) {
                return Optional.empty();
            }
        }
        return Optional.of(numbers);
    }

    OptionalDouble real(int tag) {
        return reals(tag, 1).map(n -> OptionalDouble.of(n[0])).orElse(OptionalDouble.empty());
    }

    /** The items of a sequence; none when it is missing. */
    List<Elements> items(int tag) {
        return sequences.getOrDefault(tag, List.of());
    }
}
