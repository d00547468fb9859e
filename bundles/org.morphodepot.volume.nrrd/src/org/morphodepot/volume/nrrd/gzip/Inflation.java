package org.morphodepot.volume.nrrd.gzip;

import java.io.IOException;

/**
 * Unpacks one deflate stream (RFC 1951) after the other straight into the arrays of its caller, which it also looks back
 * in. It accepts what zlib accepts. Bytes of the array behind those it gives may be changed. One thread.
 */
final class Inflation {

    private enum State { HEAD, STORED, CODED, FINISHED, CUT }

    private final BitSource in;
    private final BlockCodes codes = new BlockCodes();
    private final LookBack out = new LookBack();
    private State state = State.HEAD;
    private boolean lastBlock;
    private int storedLeft;

    Inflation(BitSource in) {
        this.in = in;
    }

    static IOException damaged() {
        return new IOException("its compressed data is damaged");
    }

    /** Starts with a new stream. */
    void reset() {
        state = State.HEAD;
        out.reset();
    }

    /** Whether the stream has come to its end; else, when less was read than asked for, it breaks off. */
    boolean isFinished() {
        return state == State.FINISHED;
    }

    /** Unpacks up to {@code length} bytes; fewer only when the stream has come to its end or breaks off. */
    int read(byte[] into, int offset, int length) throws IOException {
        int limit = offset + length;
        out.begin(into, offset, limit);
        int at = offset;
        while (at < limit && state != State.FINISHED && state != State.CUT) {
            switch (state) {
                case HEAD -> state = head();
                case STORED -> at = stored(into, at, limit);
                default -> at = coded(into, out.rest(at), limit);
            }
        }
        out.end(at);
        return at - offset;
    }

    private State head() throws IOException {
        long bits = in.take(3);
        lastBlock = (bits & 1) != 0;
        return bits < 0 ? State.CUT : switch ((int) bits >> 1) {
            case 0 -> storedHead();
            case 1 -> {
                codes.fixed();
                yield State.CODED;
            }
            case 2 -> codes.read(in) ? State.CODED : State.CUT;
            default -> throw damaged();
        };
    }

    private State storedHead() throws IOException {
        in.align();
        long lengths = in.take(32);
        if (lengths < 0) {
            return State.CUT;
        }
        storedLeft = (int) (lengths & 0xffff);
        if (storedLeft != (~lengths >> 16 & 0xffff)) {
            throw damaged();
        }
        return storedLeft > 0 ? State.STORED : afterBlock();
    }

    private State afterBlock() {
        return lastBlock ? State.FINISHED : State.HEAD;
    }

    private int stored(byte[] into, int at, int limit) throws IOException {
        int n = in.copy(into, at, Math.min(storedLeft, limit - at));
        storedLeft -= n;
        state = n == 0 ? State.CUT : storedLeft > 0 ? State.STORED : afterBlock();
        return at + n;
    }

    private int coded(byte[] into, int from, int limit) throws IOException {
        int[] literals = codes.literals().entries();
        int mask = codes.literals().mask();
        int at = from;
        while (at < limit) {
            in.fill();
            int entry = entry(literals, mask);
            switch (PrefixTable.kind(entry)) {
                case PrefixTable.LITERAL -> into[at] = (byte) PrefixTable.value(entry);
                case PrefixTable.BASE -> {
                    int length = withExtra(entry);
                    int distance = distance();
                    at = in.count < 0 ? at : out.repeat(at, length, distance) - 1;
                }
                case PrefixTable.END -> {
                    state = in.count < 0 ? State.CUT : afterBlock();
                    return at;
                }
                default -> throw damaged();
            }
            if (in.count < 0) {
                state = State.CUT;
                return at;
            }
            at = literals(into, at + 1, limit, literals, mask);
        }
        return at;
    }

    /** Takes what follows of literals as long as the bits at hand suffice for any. */
    private int literals(byte[] into, int from, int limit, int[] literals, int mask) {
        long bits = in.bits;
        int count = in.count;
        int at = from;
        int entry = literals[(int) bits & mask];
        while (at < limit && count >= PrefixTable.LONGEST && PrefixTable.kind(entry) == PrefixTable.LITERAL) {
            into[at++] = (byte) PrefixTable.value(entry);
            bits >>>= entry & 15;
            count -= entry & 15;
            entry = literals[(int) bits & mask];
        }
        in.bits = bits;
        in.count = count;
        return at;
    }

    /** What the next code means; at the end of the stream more bits are taken than there are. */
    private int entry(int[] entries, int mask) {
        int entry = entries[(int) in.bits & mask];
        in.drop(entry & 15);
        if (PrefixTable.kind(entry) == PrefixTable.FURTHER) {
            entry = entries[withoutExtra(entry)];
            in.drop(entry & 15);
        }
        return entry;
    }

    /** The place in a further table; its bits are not taken yet. */
    private int withoutExtra(int entry) {
        return PrefixTable.value(entry) + ((int) in.bits & (1 << PrefixTable.extra(entry)) - 1);
    }

    private int withExtra(int entry) {
        int value = withoutExtra(entry);
        in.drop(PrefixTable.extra(entry));
        return value;
    }

    private int distance() throws IOException {
        int entry = entry(codes.distances().entries(), codes.distances().mask());
        if (PrefixTable.kind(entry) != PrefixTable.BASE && in.count >= 0) {
            throw damaged();
        }
        return withExtra(entry);
    }
}
