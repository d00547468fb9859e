package org.morphodepot.label.gzip;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32;

/** Compresses pieces on any thread with a few buffers, which are reused. Pieces of one value are compressed once. */
final class PieceDeflaters {

    private final int value;
    private final int row;
    private final Queue<Workplace> idle = new ConcurrentLinkedQueue<>();
    private final ConcurrentHashMap<OneValue, Deflated> known = new ConcurrentHashMap<>();

    /** What decides the compressed form of a piece of one value. */
    private record OneValue(int value, int length) {
    }

    /** What one thread needs. */
    private static final class Workplace {
        private final RowDeflater deflater;
        private final CRC32 crc = new CRC32();
        private byte[] bytes = new byte[0];

        Workplace(RowDeflater deflater) {
            this.deflater = deflater;
        }
    }

    PieceDeflaters(int value, int row) {
        this.value = value;
        this.row = row;
    }

    Deflated deflate(Piece piece) {
        OptionalInt every = piece.everyByte();
        return every.isEmpty() ? compress(piece)
                : known.computeIfAbsent(new OneValue(every.getAsInt(), piece.length()), key -> compress(piece));
    }

    private Deflated compress(Piece piece) {
        Workplace place = idle.poll();
        if (place == null) {
            place = new Workplace(new RowDeflater(value, row));
        }
        try {
            return compress(piece, place);
        } finally {
            idle.add(place);
        }
    }

    private static Deflated compress(Piece piece, Workplace place) {
        int length = piece.length();
        if (place.bytes.length < length) {
            place.bytes = new byte[length];
        }
        piece.fill(place.bytes);
        place.crc.reset();
        place.crc.update(place.bytes, 0, length);
        BitSink bits = place.deflater.deflate(place.bytes, length);
        return new Deflated(Arrays.copyOf(bits.bytes(), bits.length()), (int) place.crc.getValue(), length);
    }
}
