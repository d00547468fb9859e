package org.morphodepot.volume.load;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/** Three functions of Linux' C library; looked up when they are first needed. Thread-safe. */
@SuppressWarnings("restricted") // functions with fixed signatures
final class NativeMemory {

    static final boolean AVAILABLE = System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux");

    private static final int READ_WRITE = 3;
    private static final int PRIVATE_ANONYMOUS = 0x22;

    private static final AddressLayout POINTER = ValueLayout.ADDRESS;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final MethodHandle MAP = function("mmap",
            FunctionDescriptor.of(POINTER, POINTER, LONG, INT, INT, INT, LONG));
    private static final MethodHandle UNMAP = function("munmap", FunctionDescriptor.of(INT, POINTER, LONG));
    private static final MethodHandle ADVISE = function("madvise", FunctionDescriptor.of(INT, POINTER, LONG, INT));

    private NativeMemory() {
    }

    /** What may be said about memory; the numbers are the kernel's. */
    enum Advice {
        LARGE_PAGES(14), SMALL_PAGES(15), WRITTEN_NEXT(23);

        private final int number;

        Advice(int number) {
            this.number = number;
        }
    }

    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        SymbolLookup library = linker.defaultLookup();
        return library.find(name).map(address -> linker.downcallHandle(address, descriptor)).orElse(null);
    }

    /** Fresh memory; null when there is no such memory or no such function. */
    static MemorySegment map(long bytes) {
        if (MAP == null || UNMAP == null) {
            return null;
        }
        try {
            MemorySegment found = (MemorySegment) MAP.invokeExact(MemorySegment.NULL, bytes, READ_WRITE, PRIVATE_ANONYMOUS,
                    -1, 0L);
            return found.address() == -1 ? null : found.reinterpret(bytes);
        } catch (Throwable e) {
            throw new IllegalStateException("mmap", e);
        }
    }

    static void unmap(MemorySegment mapped) {
        try {
            int ignored = (int) UNMAP.invokeExact(mapped, mapped.byteSize());
            assert ignored <= 0;
        } catch (Throwable e) {
            throw new IllegalStateException("munmap", e);
        }
    }

    /** Whether the system follows; older ones know less. */
    static boolean advise(MemorySegment memory, Advice advice) {
        try {
            return ADVISE != null && (int) ADVISE.invokeExact(memory, memory.byteSize(), advice.number) == 0;
        } catch (Throwable e) {
            throw new IllegalStateException("madvise", e);
        }
    }
}
