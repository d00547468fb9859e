package org.morphodepot.volume.nrrd.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.List;

import org.morphodepot.volume.nrrd.gzip.GzipBytes;
import org.morphodepot.volume.nrrd.header.Encoding;
import org.morphodepot.volume.nrrd.header.NrrdHeader;

/** Reads all values of the pieces, one after the other, as little-endian bytes. One thread. */
final class ValueReader implements AutoCloseable {

    private final NrrdHeader header;
    private final List<Piece> pieces;
    private int next;
    private InputStream in;
    private long done;

    ValueReader(NrrdHeader header, List<Piece> pieces) {
        this.header = header;
        this.pieces = pieces;
    }

    /**
     * Fills {@code buffer}, whose length is a multiple of 8, from its start, with values of one piece.
     *
     * @return the number of bytes; 0 when all values have been read
     */
    int read(byte[] buffer) throws IOException {
        if (in == null) {
            if (next == pieces.size()) {
                return 0;
            }
            in = pieces.get(next).open(header);
            done = 0;
        }
        Piece piece = pieces.get(next);
        int count = fill(buffer, (int) Math.min(buffer.length, piece.bytes() - done), piece);
        if (done == piece.bytes()) {
            checkEnd(piece);
            in.close();
            in = null;
            next++;
        }
        if (header.order() == ByteOrder.BIG_ENDIAN && header.encoding() != Encoding.TEXT) {
            ByteSwap.swap(buffer, count, header.type().bytes());
        }
        return count;
    }

    private int fill(byte[] buffer, int count, Piece piece) throws IOException {
        int filled = 0;
        while (filled < count) {
            int more;
            try {
                more = in.read(buffer, filled, count - filled);
            } catch (IOException | RuntimeException e) {
                throw piece.damaged(e, done);
            }
            if (more < 0) {
                throw piece.tooShort(done);
            }
            filled += more;
            done += more;
        }
        return filled;
    }

    /** Lets the decoder compare its checksum. Anything else behind the values is not ours and may be there. */
    private void checkEnd(Piece piece) throws IOException {
        if (!header.encoding().isCompressed()) {
            return;
        }
        try {
            in.read(new byte[1], 0, 1);
        } catch (GzipBytes.ChecksumException e) {
            throw piece.damaged(e, done);
        } catch (IOException | RuntimeException e) {
            if (String.valueOf(e.getMessage()).toLowerCase(java.util.Locale.ROOT).contains("crc")) {
                throw piece.damaged(e, done);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }
}
