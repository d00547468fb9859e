package org.morphodepot.volume.nrrd.gzip;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** With ISA-L, twice as fast as zlib where values repeat. */
@SuppressWarnings("restricted")
final class IsalInflation implements Inflation {

    private static final int OUTPUT = 128 << 10;

    private final StoredBytes in;
    private final MemorySegment state;
    private final MemorySegment input;
    private final MemorySegment output;

    IsalInflation(StoredBytes in) {
        this.in = in;
        // freed with this object: whoever closes a reader may be another thread than its last user
        Arena arena = Arena.ofAuto();
        state = Isal.state(arena);
        input = arena.allocate(in.array().length);
        output = arena.allocate(OUTPUT);
        reset();
    }

    @Override
    public void reset() {
        Isal.start(state);
    }

    @Override
    public boolean isFinished() {
        return Isal.isFinished(state);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = 0;
        while (count < length && !isFinished()) {
            boolean more = Isal.inputLeft(state) > 0 || refill();
            int made = Isal.inflate(state, output, Math.min(OUTPUT, length - count));
            if (made < 0) {
                throw Inflation.damaged();
            }
            MemorySegment.copy(output, ValueLayout.JAVA_BYTE, 0, into, offset + count, made);
            count += made;
            if (made == 0 && !more) {
                break;
            }
        }
        if (isFinished()) {
            in.giveBack(Isal.giveBack(state));
        }
        return count;
    }

    private boolean refill() throws IOException {
        if (!in.fill()) {
            return false;
        }
        int length = in.length();
        MemorySegment.copy(in.array(), in.offset(), input, ValueLayout.JAVA_BYTE, 0, length);
        in.take();
        Isal.feed(state, input, length);
        return true;
    }
}
