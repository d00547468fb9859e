package org.morphodepot.volume.nrrd.header;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.nrrd.file.Faults;

/**
 * A checked header: sizes are positive and their product times the type's bytes fits a long.
 *
 * @param text the lines it was read from
 * @param sizes values per axis, fastest first; 1 to 16 axes
 * @param order byte order of the data file; little endian where it does not matter
 * @param lineSkip lines before the data, counted before unpacking
 * @param byteSkip bytes before the data after the lines, counted after unpacking; -1 means that the data is at the end
 * @param dataFiles where the data is; empty when it follows the header
 */
public record NrrdHeader(HeaderText text, VoxelType type, List<Long> sizes, Encoding encoding, ByteOrder order,
        long lineSkip, long byteSkip, Optional<DataFiles> dataFiles, Axes axes, Orientation orientation) {

    private static final int MOST_AXES = 16;

    /** Interprets {@code text}. */
    public static NrrdHeader of(HeaderText text, Faults faults) throws VolumeException {
        Fields fields = new Fields(text.fields(), faults);
        VoxelType type = type(fields);
        List<Long> sizes = sizes(fields, type);
        Encoding encoding = encoding(fields);
        Axes axes = Axes.of(fields, sizes.size());
        return new NrrdHeader(text, type, sizes, encoding, order(fields, type, encoding), lineSkip(fields),
                byteSkip(fields, encoding), dataFiles(fields, text, sizes), axes, Orientation.of(fields, axes));
    }

    /** Number of values. */
    public long values() {
        return sizes.stream().reduce(1L, (a, b) -> a * b);
    }

    /** Bytes of all values when unpacked. */
    public long bytes() {
        return values() * type.bytes();
    }

    private static VoxelType type(Fields fields) throws VolumeException {
        String word = fields.required(FieldName.TYPE);
        Optional<VoxelType> type = ScalarType.of(word);
        if (type.isEmpty() && word.equalsIgnoreCase("block")) {
            throw fields.faults().unsupported("its values are opaque blocks (type: block), not numbers; this cannot"
                    + " be shown");
        }
        return type.orElseThrow(() -> fields.faults().unsupported("its type " + Faults.quote(word) + " is not known"));
    }

    private static List<Long> sizes(Fields fields, VoxelType type) throws VolumeException {
        long dimension = fields.integer(FieldName.DIMENSION, fields.required(FieldName.DIMENSION));
        if (dimension < 1 || dimension > MOST_AXES) {
            throw fields.faults().malformed("it says it has " + dimension + " axes; NRRD allows 1 to " + MOST_AXES);
        }
        fields.required(FieldName.SIZES);
        List<String> words = fields.words(FieldName.SIZES);
        if (words.size() != dimension) {
            throw fields.count(FieldName.SIZES, words.size(), (int) dimension);
        }
        List<Long> sizes = new ArrayList<>();
        long bytes = type.bytes();
        for (String word : words) {
            long size = fields.integer(FieldName.SIZES, word);
            if (size < 1) {
                throw fields.wrong(FieldName.SIZES, word, "a number of at least 1");
            }
            if (bytes > Long.MAX_VALUE / size) {
                throw fields.faults().tooLarge("its header claims more values than any disk can hold ("
                        + String.join(" x ", words) + ")");
            }
            bytes *= size;
            sizes.add(size);
        }
        return List.copyOf(sizes);
    }

    private static Encoding encoding(Fields fields) throws VolumeException {
        String word = fields.required(FieldName.ENCODING);
        return Encoding.of(word).orElseThrow(() -> fields.faults().unsupported("its encoding " + Faults.quote(word)
                + " is not supported (known: raw, gzip, bzip2, ascii, hex)"));
    }

    private static ByteOrder order(Fields fields, VoxelType type, Encoding encoding) throws VolumeException {
        Optional<String> word = fields.text(FieldName.ENDIAN);
        if (word.isEmpty() && type.bytes() > 1 && encoding != Encoding.TEXT) {
            fields.required(FieldName.ENDIAN);
        }
        return switch (word.orElse("little").toLowerCase(java.util.Locale.ROOT)) {
            case "little" -> ByteOrder.LITTLE_ENDIAN;
            case "big" -> ByteOrder.BIG_ENDIAN;
            default -> throw fields.wrong(FieldName.ENDIAN, word.orElse(""), "\"little\" or \"big\"");
        };
    }

    private static long lineSkip(Fields fields) throws VolumeException {
        long skip = fields.integer(FieldName.LINE_SKIP, 0);
        if (skip < 0) {
            throw fields.wrong(FieldName.LINE_SKIP, Long.toString(skip), "0 or more");
        }
        return skip;
    }

    private static long byteSkip(Fields fields, Encoding encoding) throws VolumeException {
        long skip = fields.integer(FieldName.BYTE_SKIP, 0);
        boolean fromEnd = skip == -1 && encoding != Encoding.TEXT && encoding != Encoding.HEX;
        if (skip < 0 && !fromEnd) {
            throw fields.wrong(FieldName.BYTE_SKIP, Long.toString(skip),
                    "0 or more" + (skip == -1 ? "" : ", or -1 for data at the end of the file,"));
        }
        return skip;
    }

    private static Optional<DataFiles> dataFiles(Fields fields, HeaderText text, List<Long> sizes)
            throws VolumeException {
        Optional<String> value = fields.text(FieldName.DATA_FILE);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        DataFiles files = DataFiles.of(value.get(), text.listed(), sizes.size(), fields.faults());
        long needed = 1;
        for (long size : sizes.subList(files.subDimension(), sizes.size())) {
            needed *= size;
        }
        int named = files.names().size();
        boolean slabs = files.subDimension() == sizes.size();
        if (slabs ? named == 0 || sizes.getLast() % named != 0 : named != needed) {
            throw fields.faults().malformed("its header names " + named + " data files, but its sizes need "
                    + (slabs ? "a number that divides " + sizes.getLast() : needed));
        }
        return Optional.of(files);
    }
}
