package org.morphodepot.volume.load;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/**
 * Memory of zeros that is not touched when it is allocated. {@code Arena.allocate} writes all of it first, on one thread,
 * which for 2 GB costs as much as decoding lz4. On Linux the memory is mapped instead, so that each page is touched first by
 * whoever puts voxels there. {@code -Dmorphodepot.load.hugePages=true} asks for pages of 2 MiB: a fifth less processor time
 * on computers of one's own, but half as much more for the first load in virtual machines that give idle memory back to
 * their host.
 */
@SuppressWarnings("restricted") // three functions of the C library with fixed signatures
final class LargeMemory {

    private static final int READ_WRITE = 3;
    private static final int PRIVATE_ANONYMOUS = 0x22;
    private static final int HUGE_PAGES = 14;
    private static final long HUGE_PAGE = 2L << 20;
    private static final boolean HUGE_PAGES_WANTED = Boolean.getBoolean("morphodepot.load.hugePages");

    private LargeMemory() {
    }

    /** Memory of {@code bytes} zeros that is freed with {@code arena}. */
    static MemorySegment zeros(long bytes, Arena arena) {
        if (bytes >= HUGE_PAGE && Native.AVAILABLE) {
            MemorySegment mapped = Native.map(bytes + HUGE_PAGE);
            if (mapped != null) {
                MemorySegment whole = mapped.reinterpret(arena, Native::unmap);
                long start = -whole.address() & HUGE_PAGE - 1;
                MemorySegment aligned = whole.asSlice(start, bytes);
                if (HUGE_PAGES_WANTED) {
                    Native.advise(aligned);
                }
                return aligned;
            }
        }
        return arena.allocate(bytes, 64);
    }

    /** The functions of the C library; looked up when they are first needed. */
    private static final class Native {

        static final boolean AVAILABLE = System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux");

        private static final AddressLayout POINTER = ValueLayout.ADDRESS;
        private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
        private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
        private static final MethodHandle MAP = function("mmap",
                FunctionDescriptor.of(POINTER, POINTER, LONG, INT, INT, INT, LONG));
        private static final MethodHandle UNMAP = function("munmap", FunctionDescriptor.of(INT, POINTER, LONG));
        private static final MethodHandle ADVISE = function("madvise", FunctionDescriptor.of(INT, POINTER, LONG, INT));

        private static MethodHandle function(String name, FunctionDescriptor descriptor) {
            Linker linker = Linker.nativeLinker();
            SymbolLookup library = linker.defaultLookup();
            return library.find(name).map(address -> linker.downcallHandle(address, descriptor)).orElse(null);
        }

        /** Null when there is no such memory or no such function. */
        static MemorySegment map(long bytes) {
            if (MAP == null || UNMAP == null) {
                return null;
            }
            try {
                MemorySegment found = (MemorySegment) MAP.invokeExact(MemorySegment.NULL, bytes, READ_WRITE,
                        PRIVATE_ANONYMOUS, -1, 0L);
                return found.address() == -1 ? null : found.reinterpret(bytes);
            } catch (Throwable e) {
                throw new IllegalStateException("mmap", e);
            }
        }

        static void unmap(MemorySegment mapped) {
            call(UNMAP, mapped);
        }

        /** Only a wish. */
        static void advise(MemorySegment memory) {
            if (ADVISE != null) {
                try {
                    int ignored = (int) ADVISE.invokeExact(memory, memory.byteSize(), HUGE_PAGES);
                    assert ignored <= 0;
                } catch (Throwable e) {
                    throw new IllegalStateException("madvise", e);
                }
            }
        }

        private static void call(MethodHandle function, MemorySegment memory) {
            try {
                int ignored = (int) function.invokeExact(memory, memory.byteSize());
                assert ignored <= 0;
            } catch (Throwable e) {
                throw new IllegalStateException("munmap", e);
            }
        }
    }
}
