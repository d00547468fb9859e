package org.morphodepot.volume.nrrd.gzip;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * Inflates gzip members (RFC 1952) one after the other straight into the caller's array. Bytes behind the last member
 * are ignored. A stream that breaks off ends early; damaged data is an {@link IOException}. One thread.
 */
public final class GzipBytes extends InputStream {

    private final StoredBytes in;
    private final Inflation inflation;
    private final CRC32 crc = new CRC32();
    private boolean inMember;
    private boolean anyMember;
    private boolean ended;

    /** The checksum at the end of a member differs from its bytes. */
    public static final class ChecksumException extends IOException {
        private static final long serialVersionUID = 1L;

        ChecksumException() {
            super("its checksum does not match");
        }
    }

    public GzipBytes(InputStream in) {
        this.in = new StoredBytes(in);
        inflation = Inflation.of(this.in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (length > 0 && !ended) {
            if (!inMember && !startMember()) {
                ended = true;
                break;
            }
            int count = inflate(into, offset, length);
            if (count > 0) {
                return count;
            }
        }
        return length == 0 ? 0 : -1;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        int count = inflation.read(into, offset, length);
        crc.update(into, offset, count);
        if (!inflation.isFinished()) {
            ended = count < length;
        } else if (count == 0) {
            endMember();
        }
        return count;
    }

    /** Reads a member's header; false when there is no further member. */
    private boolean startMember() throws IOException {
        try {
            if (next() != 0x1f || next() != 0x8b) {
                return noMember();
            }
            if (next() != 8) {
                throw new IOException("its compression is not deflate");
            }
            int flags = next();
            skip(6);
            skipOptional(flags);
        } catch (EOFException e) {
            return noMember();
        }
        inflation.reset();
        crc.reset();
        inMember = true;
        anyMember = true;
        return true;
    }

    private boolean noMember() throws IOException {
        if (!anyMember) {
            throw new IOException("it does not hold gzip data where its header says so");
        }
        return false;
    }

    private void skipOptional(int flags) throws IOException {
        if ((flags & 4) != 0) {
            int length = next() | next() << 8;
            skip(length);
        }
        for (int text = 8; text <= 16; text += 8) {
            while ((flags & text) != 0 && next() != 0) {
                // a name or comment up to its zero byte
            }
        }
        if ((flags & 2) != 0) {
            skip(2);
        }
    }

    private void endMember() throws IOException {
        inMember = false;
        try {
            long expected = next() | next() << 8 | next() << 16 | (long) next() << 24;
            if (expected != crc.getValue()) {
                throw new ChecksumException();
            }
            skip(4);
        } catch (EOFException e) {
            ended = true; // a cut trailer: all data is there
        }
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private int next() throws IOException {
        int next = in.next();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
