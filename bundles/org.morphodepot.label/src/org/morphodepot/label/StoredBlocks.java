package org.morphodepot.label;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.morphodepot.label.Edit.BlockEdit;

/**
 * Blocks of an edit that may leave memory once they are on the disk, and are read again when somebody looks. Immutable
 * to whoever reads it; any thread. Reading may throw {@link UncheckedIOException} when the disk fails.
 */
public final class StoredBlocks extends AbstractList<BlockEdit> {

    private static final int OVERHEAD = 64;

    private final int size;
    private final long bytes;
    /** Null while the blocks are on the disk only. */
    private volatile List<BlockEdit> held;
    private volatile WeakReference<List<BlockEdit>> seen = new WeakReference<>(null);
    /** Null while the blocks are in memory only. */
    private volatile Source source;

    /** Reads the blocks from where they are stored; always the same ones. */
    @FunctionalInterface
    public interface Source {
        List<BlockEdit> load() throws IOException;

        /** One of the blocks, read without keeping the others. */
        default Optional<BlockEdit> find(Predicate<BlockEdit> which) throws IOException {
            return load().stream().filter(which).findFirst();
        }
    }

    private StoredBlocks(int size, long bytes, List<BlockEdit> held, Source source) {
        this.size = size;
        this.bytes = bytes;
        this.held = held;
        this.source = source;
    }

    /** Blocks that are in memory, and nowhere else yet. */
    static StoredBlocks inMemory(List<BlockEdit> blocks) {
        long bytes = 0;
        for (BlockEdit block : blocks) {
            bytes += Math.max(block.before().bytes(), block.after().bytes()) + OVERHEAD;
        }
        return new StoredBlocks(blocks.size(), bytes, List.copyOf(blocks), null);
    }

    /** Blocks that are on the disk. */
    public static StoredBlocks onDisk(int size, Source source) {
        return new StoredBlocks(size, 0, null, source);
    }

    /** The blocks are on the disk now. */
    public void storedAt(Source place) {
        source = place;
    }

    /** Frees the memory when the blocks are on the disk; returns whether they are. */
    boolean release() {
        if (source == null) {
            return false;
        }
        List<BlockEdit> blocks = held;
        if (blocks != null) {
            seen = new WeakReference<>(blocks);
            held = null;
        }
        return true;
    }

    /** What they cost in memory, roughly. */
    long heldBytes() {
        return held == null ? 0 : bytes;
    }

    @Override
    public int size() {
        return size;
    }

    /** The first such block, read alone when all are on the disk. */
    Optional<BlockEdit> find(Predicate<BlockEdit> which) {
        List<BlockEdit> blocks = held == null ? seen.get() : held;
        try {
            return blocks == null ? source.find(which) : blocks.stream().filter(which).findFirst();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public BlockEdit get(int index) {
        return blocks().get(index);
    }

    @Override
    public Iterator<BlockEdit> iterator() {
        return blocks().iterator();
    }

    private List<BlockEdit> blocks() {
        List<BlockEdit> blocks = held;
        if (blocks == null) {
            blocks = seen.get();
        }
        return blocks == null ? load() : blocks;
    }

    private List<BlockEdit> load() {
        try {
            List<BlockEdit> blocks = source.load();
            if (blocks.size() != size) {
                throw new IOException("an edit has " + blocks.size() + " blocks instead of " + size);
            }
            seen = new WeakReference<>(blocks);
            return blocks;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("Earlier edits cannot be read from the journal: " + e.getMessage(), e);
    }
}
