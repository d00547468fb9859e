package org.morphodepot.volume.nrrd.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.nrrd.file.Faults;
import org.morphodepot.volume.nrrd.file.Source;
import org.morphodepot.volume.nrrd.gzip.GzipBytes;
import org.morphodepot.volume.nrrd.header.NrrdHeader;

/**
 * The values in one data file.
 *
 * @param source the file
 * @param from where skipping begins: behind an attached header, else 0
 * @param bytes of the values when unpacked
 */
public record Piece(Source source, long from, long bytes) {

    private static final int BUFFER = 64 << 10;
    /** Most unpacked bytes in front of values that are said to be at the end of compressed data. */
    private static final long MOST_BEFORE_END = 1L << 30;

    /** Errors that name this file. */
    Faults faults() {
        return new Faults(source.name());
    }

    /** Position of the first value of a file that is not packed. */
    public long rawStart(NrrdHeader header) throws IOException {
        if (header.byteSkip() >= 0) {
            return plus(afterLines(header), header.byteSkip());
        }
        long start = source.size() - bytes;
        if (start < from) {
            throw tooShort(source.size() - from);
        }
        return start;
    }

    /** Fails unless a raw file holds all values; does nothing for packed ones. */
    public void checkRawSize(NrrdHeader header) throws IOException {
        long there = source.size() - rawStart(header);
        if (there < bytes) {
            throw tooShort(Math.max(0, there));
        }
    }

    /** The unpacked values and whatever follows them, in the file's byte order. */
    InputStream open(NrrdHeader header) throws IOException {
        return switch (header.encoding()) {
            case RAW -> source.stream(rawStart(header));
            case HEX -> new HexBytes(buffered(rawStart(header)));
            case TEXT -> new TextBytes(buffered(rawStart(header)), header.type());
            case GZIP, BZIP2 -> afterSkip(header);
        };
    }

    VolumeException tooShort(long there) {
        return faults().malformed("it ends after " + there + " of " + bytes + " bytes; download or copy it again");
    }

    private InputStream afterSkip(NrrdHeader header) throws IOException {
        long skip = header.byteSkip() >= 0 ? header.byteSkip() : beforeEnd(header);
        InputStream in = unpack(header);
        try {
            if (drop(in, skip) < skip) {
                throw tooShort(0);
            }
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Unpacks once to learn how much there is in front of the values. */
    private long beforeEnd(NrrdHeader header) throws IOException {
        long most = plus(bytes, MOST_BEFORE_END);
        try (InputStream in = unpack(header)) {
            long all = drop(in, most);
            if (all < bytes) {
                throw tooShort(all);
            }
            if (all == most) {
                throw faults().tooLarge("it unpacks to far more than the values its header describes");
            }
            return all - bytes;
        }
    }

    private InputStream unpack(NrrdHeader header) throws IOException {
        InputStream in = source.stream(afterLines(header));
        try {
            return switch (header.encoding()) {
                case BZIP2 -> new BZip2CompressorInputStream(new BufferedInputStream(in, BUFFER), true);
                default -> new GzipBytes(in);
            };
        } catch (IOException | RuntimeException e) {
            in.close();
            throw damaged(e, 0);
        }
    }

    /** What a decoder's complaint means for people. */
    VolumeException damaged(Exception cause, long done) {
        if (cause instanceof VolumeException known) {
            return known;
        }
        String why = cause instanceof IOException && cause.getMessage() != null ? cause.getMessage() : "damaged data";
        return faults().of(VolumeException.Kind.MALFORMED, why + " (after " + done + " of " + bytes + " bytes)", cause);
    }

    private long afterLines(NrrdHeader header) throws IOException {
        long position = from;
        if (header.lineSkip() == 0) {
            return position;
        }
        try (InputStream in = buffered(from)) {
            for (long lines = header.lineSkip(); lines > 0; position++) {
                int b = in.read();
                if (b < 0) {
                    throw faults().malformed("it has fewer lines than are to be skipped (" + header.lineSkip() + ")");
                }
                lines -= b == '\n' ? 1 : 0;
            }
        }
        return position;
    }

    private InputStream buffered(long position) throws IOException {
        return new BufferedInputStream(source.stream(position), BUFFER);
    }

    /** Reads over up to {@code count} bytes and returns how many there were. */
    private long drop(InputStream in, long count) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long done = 0;
        try {
            while (done < count) {
                int more = in.read(buffer, 0, (int) Math.min(buffer.length, count - done));
                if (more < 0) {
                    break;
                }
                done += more;
            }
        } catch (IOException | RuntimeException e) {
            throw damaged(e, 0);
        }
        return done;
    }

    private long plus(long a, long b) throws VolumeException {
        if (a > Long.MAX_VALUE - b) {
            throw faults().malformed("its header skips " + b + " bytes");
        }
        return a + b;
    }
}
