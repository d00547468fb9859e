package org.morphodepot.volume.nrrd.gzip;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * The inflater of the library ISA-L where this computer has one (Debian: libisal2). Its {@code struct inflate_state} is public
 * (igzip_lib.h); the places of its first fields and of the state of the stream are those of version 2 on computers with
 * 64 bits, which a small stream proves before the library is used.
 */
@SuppressWarnings("restricted") // functions with fixed signatures; buffers are passed with their lengths
final class Isal {

    private static final List<String> NAMES = List.of("libisal.so.2", "libisal.2.dylib", "isa-l.dll");
    /** The structure takes 86 kB in version 2.30; it may grow. */
    private static final long SIZE = 256 << 10;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final AddressLayout POINTER = ValueLayout.ADDRESS;
    private static final long NEXT_OUT = 0;
    private static final long AVAIL_OUT = 8;
    private static final long NEXT_IN = 16;
    private static final long AVAIL_IN = 32;
    private static final long READ_IN_BITS = 36;
    private static final long BLOCK_STATE = 40 + 4 * (1 << 12) + 2 * 1264 + 2 * (1 << 10) + 2 * 80;
    private static final int FINISHED = 5;

    private static final MethodHandle INIT;
    private static final MethodHandle INFLATE;
    private static final boolean HERE;

    static {
        SymbolLookup library = POINTER.byteSize() == 8 ? find() : null;
        INIT = function(library, "isal_inflate_init", FunctionDescriptor.ofVoid(POINTER));
        INFLATE = function(library, "isal_inflate", FunctionDescriptor.of(INT, POINTER));
        HERE = INIT != null && INFLATE != null && proves();
    }

    private Isal() {
    }

    static boolean isHere() {
        return HERE;
    }

    private static SymbolLookup find() {
        for (String name : NAMES) {
            try {
                return SymbolLookup.libraryLookup(name, Arena.global());
            } catch (IllegalArgumentException | IllegalCallerException | UnsupportedOperationException | LinkageError e) {
                continue; // not here or not allowed
            }
        }
        return null;
    }

    private static MethodHandle function(SymbolLookup library, String name, FunctionDescriptor descriptor) {
        return library == null ? null : library.find(name)
                .map(address -> Linker.nativeLinker().downcallHandle(address, descriptor)).orElse(null);
    }

    /** Whether the fields are where they are expected: an empty stream of fixed codes with a byte behind it. */
    private static boolean proves() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = state(arena);
            MemorySegment input = arena.allocate(3);
            MemorySegment output = arena.allocate(16);
            input.set(ValueLayout.JAVA_BYTE, 0, (byte) 3);
            start(state);
            boolean before = isFinished(state);
            feed(state, input, 3);
            return !before && inflate(state, output, 16) == 0 && isFinished(state) && giveBack(state) == 1;
        }
    }

    static MemorySegment state(Arena arena) {
        return arena.allocate(SIZE, 64);
    }

    static void start(MemorySegment state) {
        try {
            INIT.invokeExact(state);
        } catch (Throwable e) {
            throw new IllegalStateException("isal_inflate_init", e);
        }
    }

    static void feed(MemorySegment state, MemorySegment input, int length) {
        state.set(POINTER, NEXT_IN, input);
        state.set(INT, AVAIL_IN, length);
    }

    /** The number of bytes made; -1 when the data is damaged. */
    static int inflate(MemorySegment state, MemorySegment output, int room) {
        state.set(POINTER, NEXT_OUT, output);
        state.set(INT, AVAIL_OUT, room);
        try {
            return (int) INFLATE.invokeExact(state) < 0 ? -1 : room - state.get(INT, AVAIL_OUT);
        } catch (Throwable e) {
            throw new IllegalStateException("isal_inflate", e);
        }
    }

    static boolean isFinished(MemorySegment state) {
        return state.get(INT, BLOCK_STATE) == FINISHED;
    }

    static int inputLeft(MemorySegment state) {
        return state.get(INT, AVAIL_IN);
    }

    /** How many of the bytes fed stand behind the end of the stream; once, they are not in the state any more. */
    static int giveBack(MemorySegment state) {
        int unread = state.get(INT, AVAIL_IN) + state.get(INT, READ_IN_BITS) / Byte.SIZE;
        state.set(INT, AVAIL_IN, 0);
        state.set(INT, READ_IN_BITS, 0);
        return unread;
    }
}
