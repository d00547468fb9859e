package org.morphodepot.volume.nrrd.header;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.io.LenientUtf8;
import org.morphodepot.volume.nrrd.file.Faults;
import org.morphodepot.volume.nrrd.file.Source;

/**
 * The lines of a header, not yet interpreted.
 *
 * @param magic first line, such as {@code NRRD0004}
 * @param fields every later line in file order, comments under the name {@code #}
 * @param listed the file names that follow {@code data file: LIST}
 * @param dataStart position of the first byte after the blank line that ends the header
 */
public record HeaderText(String magic, List<HeaderField> fields, List<String> listed, long dataStart) {

    /** Longest header read; 65,535 segments of 3D Slicer have some 30 MiB. */
    static final int LIMIT = 64 << 20;
    /** Most lines, so that a hostile header cannot fill the memory with tiny fields; 65,535 segments have 600,000. */
    private static final int MOST_LINES = 1 << 20;
    private static final int FIRST_READ = 64 << 10;
    private static final byte[] MAGIC = "NRRD".getBytes(StandardCharsets.US_ASCII);

    /** Copies the lists. */
    public HeaderText {
        fields = List.copyOf(fields);
        listed = List.copyOf(listed);
    }

    /** All fields, the first line before them under its own text as name. */
    public List<HeaderField> withMagic() {
        List<HeaderField> all = new ArrayList<>(fields.size() + 1);
        all.add(new HeaderField(magic, "", false));
        all.addAll(fields);
        return all;
    }

    /** Reads the header of {@code source}; empty when it does not begin as an NRRD file. */
    public static Optional<HeaderText> read(Source source, Faults faults) throws IOException {
        byte[] bytes = new byte[FIRST_READ];
        int length = 0;
        int searched = 0;
        while (true) {
            int more = source.read(length, bytes, length, bytes.length - length);
            length += more;
            if (length < MAGIC.length || !Arrays.equals(MAGIC, 0, 4, bytes, 0, 4)) {
                return Optional.empty();
            }
            int end = endOfHeader(bytes, searched, length);
            if (end >= 0 || length < bytes.length) {
                return Optional.of(parse(bytes, end < 0 ? length : end, faults));
            }
            if (length >= LIMIT) {
                throw faults.tooLarge("its header does not end within " + (LIMIT >> 20)
                        + " MiB; is this an NRRD file?");
            }
            searched = length - 3;
            bytes = Arrays.copyOf(bytes, Math.min(LIMIT, 2 * bytes.length));
        }
    }

    /** Position after the first blank line, or -1. */
    private static int endOfHeader(byte[] bytes, int from, int length) {
        for (int i = Math.max(0, from); i + 1 < length; i++) {
            if (bytes[i] != '\n') {
                continue;
            }
            if (bytes[i + 1] == '\n') {
                return i + 2;
            }
            if (bytes[i + 1] == '\r' && i + 2 < length && bytes[i + 2] == '\n') {
                return i + 3;
            }
        }
        return -1;
    }

    private static HeaderText parse(byte[] bytes, int end, Faults faults) throws IOException {
        List<String> lines = lines(bytes, end, faults);
        String magic = lines.getFirst().strip();
        if (!magic.matches("NRRD(\\d{4}|00\\.01)")) {
            throw faults.malformed("its first line is " + Faults.quote(magic) + " instead of NRRD0001 to NRRD0005");
        }
        List<HeaderField> fields = new ArrayList<>();
        int next = 1;
        boolean list = false;
        while (next < lines.size() && !list) {
            String line = lines.get(next++);
            HeaderField field = HeaderLine.parse(line).orElseThrow(
                    () -> faults.malformed("its header has a line that is no field: " + Faults.quote(line)));
            fields.add(field);
            list = !field.custom() && DataFiles.isList(field);
        }
        return new HeaderText(magic, fields, lines.subList(next, lines.size()), end);
    }

    /** Lines up to the blank one, without their ends. */
    private static List<String> lines(byte[] bytes, int end, Faults faults) throws IOException {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < end) {
            int stop = start;
            while (stop < end && bytes[stop] != '\n') {
                stop++;
            }
            int textEnd = stop > start && bytes[stop - 1] == '\r' ? stop - 1 : stop;
            if (textEnd == start) {
                break;
            }
            if (lines.size() == MOST_LINES) {
                throw faults.tooLarge("its header has more than " + MOST_LINES + " lines");
            }
            lines.add(LenientUtf8.decode(bytes, start, textEnd));
            start = stop + 1;
        }
        return lines;
    }
}
