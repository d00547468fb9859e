package org.morphodepot.volume.zarr.blosc;

import org.morphodepot.volume.zarr.codec.Bytes;
import org.morphodepot.volume.zarr.codec.CodecException;

/**
 * The decoder of blosclz, blosc's own compressor of the FastLZ family. The stream is a row of instructions: a control
 * byte below 32 is followed by that many literals plus one; any other is a match with a three-bit length (7: more
 * length bytes follow while they are 255) and a 13-bit distance, whose largest value is followed by a 16-bit far
 * distance.
 */
final class BloscLz {

    private static final int NEAR_DISTANCES = 8191;
    private static final int SHORTEST_MATCH = 3;

    private final byte[] in;
    private final int inEnd;
    private final byte[] out;
    private final int outStart;
    private final int outEnd;
    private int from;
    private int to;

    private BloscLz(Bytes stored, Bytes room) {
        in = stored.array();
        from = stored.offset();
        inEnd = stored.end();
        out = room.array();
        outStart = room.offset();
        to = outStart;
        outEnd = room.end();
    }

    /** Decodes and returns the number of bytes. */
    static int decode(Bytes stored, Bytes room) throws CodecException {
        BloscLz stream = new BloscLz(stored, room);
        stream.run();
        return stream.to - stream.outStart;
    }

    private void run() throws CodecException {
        boolean first = true;
        while (from < inEnd) {
            int control = first ? next() & 31 : next();
            first = false;
            if (control < 32) {
                literals(control + 1);
            } else {
                match(control);
            }
        }
    }

    private void literals(int count) throws CodecException {
        if (count > inEnd - from || count > outEnd - to) {
            throw damaged();
        }
        System.arraycopy(in, from, out, to, count);
        from += count;
        to += count;
    }

    private void match(int control) throws CodecException {
        long length = (control >> 5) - 1;
        if (length == 6) {
            int more;
            do {
                more = next();
                length += more;
            } while (more == 255);
        }
        int low = next();
        int distance = (control & 31) << 8 | low;
        if (distance == NEAR_DISTANCES) {
            distance += next() << 8;
            distance += next();
        }
        copy(distance + 1, length + SHORTEST_MATCH);
    }

    private void copy(int distance, long length) throws CodecException {
        if (distance > to - outStart || length > outEnd - to) {
            throw damaged();
        }
        int end = to + (int) length;
        while (to < end) {
            out[to] = out[to - distance];
            to++;
        }
    }

    private int next() throws CodecException {
        if (from >= inEnd) {
            throw damaged();
        }
        return in[from++] & 0xff;
    }

    private static CodecException damaged() {
        return new CodecException("not valid blosclz data");
    }
}
