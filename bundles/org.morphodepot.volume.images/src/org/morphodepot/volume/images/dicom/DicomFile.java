package org.morphodepot.volume.images.dicom;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What we need of a DICOM file: its elements, and where the pixels are.
 *
 * @param syntax UID of the transfer syntax
 * @param pixels byte where the value of the pixel data begins; -1 when there is none
 * @param pixelBytes its length; -1 when it comes in fragments
 */
record DicomFile(Path file, String syntax, Elements elements, ByteOrder order, long pixels, long pixelBytes) {

    static final String IMPLICIT = "1.2.840.10008.1.2";
    static final String EXPLICIT = "1.2.840.10008.1.2.1";
    static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";
    static final String DEFLATED = "1.2.840.10008.1.2.1.99";

    private static final int PREAMBLE = 128;
    private static final int LONGEST_VALUE = 64 << 10;
    private static final int MOST_ELEMENTS = 2_000_000;
    private static final int DEEPEST = 16;
    private static final long UNDEFINED = 0xffffffffL;
    private static final Set<String> LONG_FORMS = Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT",
            "UV");

    /** Reads the elements up to the pixels; empty when it is not a DICOM file. */
    static Optional<DicomFile> read(Path file) throws IOException {
        try (Input in = new Input(file)) {
            boolean marked = in.left() > PREAMBLE + 8 && isMarked(in);
            return marked ? Optional.of(new Parser(in, file).marked())
                    : isNamed(file) ? unmarked(file) : Optional.empty();
        }
    }

    private static boolean isMarked(Input in) throws IOException {
        in.skip(PREAMBLE);
        return new String(in.bytes(4), StandardCharsets.ISO_8859_1).equals("DICM");
    }

    /** Whether its name says that it is a DICOM file. */
    static boolean isNamed(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(dcm|ima|dicom)");
    }

    /** Old files begin with their first element; which form it has can be seen. */
    private static Optional<DicomFile> unmarked(Path file) throws IOException {
        byte[] start;
        try (Input look = new Input(file)) {
            if (look.left() < 8) {
                return Optional.empty();
            }
            start = look.bytes(8);
        }
        boolean early = (start[0] == 2 || start[0] == 8) && start[1] == 0 && start[3] == 0;
        if (!early) {
            return Optional.empty();
        }
        boolean explicit = isLetter(start[4]) && isLetter(start[5]);
        try (Input in = new Input(file)) {
            Parser parser = new Parser(in, file);
            return Optional.of(start[0] == 2 ? parser.marked() : parser.dataset(explicit ? EXPLICIT : IMPLICIT));
        }
    }

    private static boolean isLetter(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    /** Goes through a file once. */
    private static final class Parser {

        private final Input in;
        private final Path file;
        private int count;
        private long pixels = -1;
        private long pixelBytes;

        Parser(Input in, Path file) {
            this.in = in;
            this.file = file;
        }

        /** The group of elements about the file, always in explicit little-endian form, then the data set. */
        DicomFile marked() throws IOException {
            Elements meta = new Elements(ByteOrder.LITTLE_ENDIAN);
            while (in.left() >= 8 && in.nextGroup() == 2) {
                int tag = in.tag();
                meta.put(tag, metaValue());
            }
            String syntax = meta.text(Tag.TRANSFER_SYNTAX);
            return dataset(syntax.isEmpty() ? EXPLICIT : syntax);
        }

        private byte[] metaValue() throws IOException {
            String form = new String(in.bytes(2), StandardCharsets.ISO_8859_1);
            long length = in.unsignedShort();
            if (LONG_FORMS.contains(form)) {
                length = in.unsignedInt();
            }
            return in.bytes((int) Math.min(length, Integer.MAX_VALUE));
        }

        DicomFile dataset(String syntax) throws IOException {
            if (syntax.equals(BIG_ENDIAN)) {
                in.setOrder(ByteOrder.BIG_ENDIAN);
            }
            Elements elements = new Elements(in.order());
            if (!syntax.equals(DEFLATED)) {
                elements(elements, Long.MAX_VALUE, !syntax.equals(IMPLICIT), 0);
            }
            return new DicomFile(file, syntax, elements, in.order(), pixels, pixelBytes);
        }

        /** Reads until {@code end}, the end of the item or the pixels. */
        private void elements(Elements into, long end, boolean explicit, int depth) throws IOException {
            if (depth > DEEPEST) {
                throw new IOException("its sequences are too deep");
            }
            while (in.left() >= 8 && in.position() < end && pixels < 0) {
                if (++count > MOST_ELEMENTS) {
                    throw new IOException("it has too many elements");
                }
                int tag = in.tag();
                if (tag == Tag.ITEM_END || tag == Tag.SEQUENCE_END) {
                    in.skip(4);
                    return;
                }
                element(into, tag, explicit, depth);
            }
        }

        private void element(Elements into, int tag, boolean explicit, int depth) throws IOException {
            String form = explicit ? new String(in.bytes(2), StandardCharsets.ISO_8859_1) : "";
            long length;
            if (!explicit) {
                length = in.unsignedInt();
            } else if (LONG_FORMS.contains(form)) {
                in.skip(2);
                length = in.unsignedInt();
            } else {
                length = in.unsignedShort();
            }
            if (tag == Tag.PIXEL_DATA && depth == 0) {
                pixels = in.position();
                pixelBytes = length == UNDEFINED ? -1 : length;
            } else if (form.equals("SQ") || length == UNDEFINED || Tag.SEQUENCES.contains(tag)) {
                into.put(tag, items(length, explicit && !form.equals("UN"), depth));
            } else if (length <= LONGEST_VALUE) {
                into.put(tag, in.bytes((int) length));
            } else {
                in.skip(length);
            }
        }

        private List<Elements> items(long length, boolean explicit, int depth) throws IOException {
            long end = length == UNDEFINED ? Long.MAX_VALUE : in.position() + length;
            List<Elements> items = new ArrayList<>();
            while (in.left() >= 8 && in.position() < end) {
                int tag = in.tag();
                long size = in.unsignedInt();
                if (tag == Tag.SEQUENCE_END) {
                    return items;
                }
                if (tag != Tag.ITEM || ++count > MOST_ELEMENTS) {
                    throw new IOException("a sequence is damaged");
                }
                Elements item = new Elements(in.order());
                elements(item, size == UNDEFINED ? Long.MAX_VALUE : in.position() + size, explicit, depth + 1);
                items.add(item);
            }
            return items;
        }
    }
}
