package org.morphodepot.volume.zarr.codec;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.OptionalInt;

/**
 * Inflates with the library libdeflate where this computer has one (Debian: libdeflate0), 1.7 times as fast as Java's
 * inflater. It only knows success: whatever it refuses, the inflater has the last word on.
 */
@SuppressWarnings("restricted") // functions with fixed signatures; both buffers are passed with their lengths
final class LibDeflate {

    /** Java cannot pause for a garbage collection meanwhile, so not more than some milliseconds at once. */
    private static final int LONGEST = 8 << 20;
    private static final List<String> NAMES = List.of("libdeflate.so.0", "libdeflate.0.dylib", "libdeflate.dll");

    private static final AddressLayout POINTER = ValueLayout.ADDRESS;
    private static final ValueLayout.OfLong SIZE = ValueLayout.JAVA_LONG;
    private static final FunctionDescriptor INFLATE = FunctionDescriptor.of(ValueLayout.JAVA_INT, POINTER, POINTER, SIZE, POINTER,
            SIZE, POINTER, POINTER);
    private static final LibDeflate LIBRARY = find();

    private final MethodHandle allocate;
    private final MethodHandle free;
    private final MethodHandle zlib;
    private final MethodHandle gzip;

    private LibDeflate(MethodHandle allocate, MethodHandle free, MethodHandle zlib, MethodHandle gzip) {
        this.allocate = allocate;
        this.free = free;
        this.zlib = zlib;
        this.gzip = gzip;
    }

    private static LibDeflate find() {
        for (String name : ValueLayout.ADDRESS.byteSize() == 8 ? NAMES : List.<String>of()) {
            try {
                return of(SymbolLookup.libraryLookup(name, Arena.global()));
            } catch (IllegalArgumentException | IllegalCallerException | UnsupportedOperationException | LinkageError e) {
                continue; // not here, too old, or not allowed
            }
        }
        return null;
    }

    private static LibDeflate of(SymbolLookup library) {
        return new LibDeflate(function(library, "alloc_decompressor", FunctionDescriptor.of(POINTER)),
                function(library, "free_decompressor", FunctionDescriptor.ofVoid(POINTER)),
                function(library, "zlib_decompress_ex", INFLATE, Linker.Option.critical(true)),
                function(library, "gzip_decompress_ex", INFLATE, Linker.Option.critical(true)));
    }

    private static MethodHandle function(SymbolLookup library, String name, FunctionDescriptor descriptor,
            Linker.Option... options) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow("libdeflate_" + name), descriptor, options);
    }

    /** Inflates a zlib stream into as much of {@code room} as it needs; empty when that did not work this way. */
    static OptionalInt zlib(Bytes stored, Bytes room) {
        return isFor(stored, room) ? LIBRARY.inflate(LIBRARY.zlib, stored, room) : OptionalInt.empty();
    }

    /** The same for a single gzip member; empty when there are several. */
    static OptionalInt gzip(Bytes stored, Bytes room) {
        return isFor(stored, room) ? LIBRARY.inflate(LIBRARY.gzip, stored, room) : OptionalInt.empty();
    }

    private static boolean isFor(Bytes stored, Bytes room) {
        return LIBRARY != null && room.length() <= LONGEST && stored.length() <= LONGEST;
    }

    private OptionalInt inflate(MethodHandle function, Bytes stored, Bytes room) {
        long[] used = new long[1];
        long[] made = new long[1];
        try {
            MemorySegment state = (MemorySegment) allocate.invokeExact();
            if (state.address() == 0) {
                return OptionalInt.empty();
            }
            try {
                int result = (int) function.invokeExact(state, segment(stored), (long) stored.length(), segment(room),
                        (long) room.length(), MemorySegment.ofArray(used), MemorySegment.ofArray(made));
                return result == 0 && used[0] == stored.length() ? OptionalInt.of((int) made[0]) : OptionalInt.empty();
            } finally {
                free.invokeExact(state);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("libdeflate", e);
        }
    }

    private static MemorySegment segment(Bytes bytes) {
        return MemorySegment.ofArray(bytes.array()).asSlice(bytes.offset(), bytes.length());
    }
}
