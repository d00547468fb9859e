package org.morphodepot.volume.nrrd.data;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.morphodepot.volume.nrrd.header.NrrdHeader;

/** Raw files elsewhere, read by ranges. */
public final class RangedValues implements RawValues {

    private final NrrdHeader header;
    private final List<Piece> pieces;
    private final ConcurrentMap<Piece, Long> starts = new ConcurrentHashMap<>();

    /** Of raw pieces of one length. */
    public RangedValues(NrrdHeader header, List<Piece> pieces) {
        this.header = header;
        this.pieces = List.copyOf(pieces);
    }

    @Override
    public void read(long offset, byte[] into, int at, int length) throws IOException {
        long share = pieces.getFirst().bytes();
        int done = 0;
        while (done < length) {
            long position = offset + done;
            Piece piece = pieces.get((int) (position / share));
            long inPiece = position % share;
            int count = (int) Math.min(length - done, share - inPiece);
            if (piece.source().read(start(piece) + inPiece, into, at + done, count) < count) {
                throw piece.tooShort(Math.max(0, piece.source().size() - start(piece)));
            }
            done += count;
        }
    }

    /** Where a piece's values begin; learning it may need a request of its own. */
    private long start(Piece piece) throws IOException {
        Long known = starts.get(piece);
        if (known == null) {
            known = piece.rawStart(header);
            starts.put(piece, known);
        }
        return known;
    }

    @Override
    public boolean isLittleEndian() {
        return header.order() == ByteOrder.LITTLE_ENDIAN;
    }

    @Override
    public boolean isLocal() {
        return false;
    }

    @Override
    public void close() {
        // the store belongs to the data set
    }
}
