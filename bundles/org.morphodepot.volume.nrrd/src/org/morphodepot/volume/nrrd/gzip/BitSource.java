package org.morphodepot.volume.nrrd.gzip;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bits of a stream, the lowest of each byte first. The fields are for {@link Inflation}, which keeps them in local variables
 * in its inner loop. One thread.
 */
final class BitSource {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int INPUT = 64 << 10;

    private final InputStream in;
    private final byte[] input = new byte[INPUT];
    private int at;
    private int end;
    private boolean ended;
    /** The next bits; above {@link #count} they are 0 or what follows in the input. */
    long bits;
    int count;

    BitSource(InputStream in) {
        this.in = in;
    }

    /** Makes {@link #count} 56 or more, or less when the stream ends before. */
    void fill() throws IOException {
        if (end - at >= Long.BYTES) {
            bits |= (long) WORDS.get(input, at) << count;
            at += 63 - count >> 3;
            count |= 56;
        } else {
            fillSlowly();
        }
    }

    private void fillSlowly() throws IOException {
        while (count < 56 && (at < end || refill())) {
            bits |= (input[at++] & 0xffL) << count;
            count += 8;
        }
    }

    private boolean refill() throws IOException {
        int more = ended ? -1 : in.read(input, 0, input.length);
        ended = more <= 0;
        at = 0;
        end = Math.max(0, more);
        return !ended;
    }

    /** The next up to 32 bits; -1 when the stream ends before. */
    long take(int n) throws IOException {
        if (count < n) {
            fill();
            if (count < n) {
                return -1;
            }
        }
        long taken = bits & (1L << n) - 1;
        drop(n);
        return taken;
    }

    void drop(int n) {
        bits >>>= n;
        count -= n;
    }

    /** Goes on with the next whole byte. */
    void align() {
        drop(count & 7);
    }

    /** Copies up to {@code length} bytes from a byte's border on; 0 when the stream has ended. */
    int copy(byte[] into, int offset, int length) throws IOException {
        int copied = 0;
        while (copied < length && count > 0) {
            into[offset + copied++] = (byte) bits;
            drop(8);
        }
        if (copied > 0) {
            return copied;
        }
        bits = 0;
        if (at == end && !refill()) {
            return 0;
        }
        int n = Math.min(length, end - at);
        System.arraycopy(input, at, into, offset, n);
        at += n;
        return n;
    }

    void close() throws IOException {
        in.close();
    }
}
