package org.morphodepot.label.journal;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.morphodepot.label.Block;
import org.morphodepot.label.Edit;
import org.morphodepot.label.Edit.BlockEdit;
import org.morphodepot.label.StoredBlocks;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.io.DiskTrouble;

/**
 * The open end of a journal file. What was not yet forced to the disk can be taken back. One thread, and another that forces.
 */
final class JournalFile implements JournalWriter.Sink, AutoCloseable {

    /** Blocks in one record, so that an edit of a whole scan needs little memory at a time. */
    static final int BLOCKS_PER_RECORD = 512;

    /** A byte that no journal reaches: Windows lets nobody, not even us, read what is locked. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    private volatile Path path;
    private final FileChannel channel;
    private final FileLock lock;
    /** Where the last whole event ends. */
    private long end;
    private long forced;
    /** Whether a part of an event may lie beyond the end. */
    private boolean torn;
    /** Tells edits where they are, once they are on the disk. */
    private final List<Runnable> unforced = new ArrayList<>();

    private JournalFile(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** Opens or creates the file and keeps every other workbench out. */
    static JournalFile open(Path path) throws IOException {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock(LOCKED, 1, false);
            if (lock != null) {
                return new JournalFile(path, channel, lock);
            }
        } catch (OverlappingFileLockException e) {
            // the same as a lock held by another process
        } catch (IOException e) {
            throw closing(channel, DiskTrouble.writing(path, e));
        }
        throw closing(channel, new VolumeException(Kind.ACCESS_DENIED,
                "This work is open in another window; close it there first (" + path + ")"));
    }

    private static VolumeException closing(FileChannel channel, VolumeException cause) throws IOException {
        if (channel != null) {
            channel.close();
        }
        return cause;
    }

    /** Drops everything and writes the start of a new journal. */
    void begin(String base) throws IOException {
        cutTo(0);
        ByteBuffer start = ByteBuffer.allocate(JournalReader.START);
        put(start.put(JournalReader.MAGIC).put((byte) JournalReader.VERSION).position(JournalReader.START).flip());
        put(Record.of(Record.BASE, out -> EditCodec.writeText(base, out)).bytes());
        end = channel.position();
        force();
    }

    /** Drops what lies beyond {@code length}; what comes next is appended there. */
    synchronized void cutTo(long length) throws IOException {
        torn = true;
        channel.truncate(length);
        channel.position(length);
        end = length;
        forced = Math.min(forced, length);
        torn = false;
    }

    @Override
    public void append(Event event) throws IOException {
        if (torn) {
            cutTo(end);
        }
        long start = end;
        torn = true;
        put(event);
        torn = false;
        synchronized (this) {
            end = channel.position();
            if (event instanceof Event.Applied applied && applied.edit().blocks() instanceof StoredBlocks stored) {
                unforced.add(() -> stored.storedAt(at(start)));
            }
        }
    }

    private void put(Event event) throws IOException {
        switch (event) {
            case Event.Applied applied -> edit(applied);
            case Event.Undone _ -> put(Record.of(Record.UNDONE, out -> { }).bytes());
            case Event.Redone _ -> put(Record.of(Record.REDONE, out -> { }).bytes());
            case Event.Saved saved -> put(record(saved).bytes());
        }
    }

    /**
     * Makes an edit ready and throws it away: the first real one would otherwise wait for the classes, which takes a few
     * tenths of a second on a busy computer.
     */
    static void practise() throws IOException {
        char[] labels = new char[Block.VOXELS];
        labels[0] = 1;
        BlockEdit block = new BlockEdit(0, 0, 0, 0, Block.uniform(0), Block.of(labels));
        Edit edit = new Edit("", "", Instant.EPOCH, Map.of("", ""), List.of(block), null, VoxelBox.EMPTY);
        for (int i = 0; i < 20; i++) {
            Record.of(Record.EDIT, out -> {
                EditCodec.writeHead(edit, out);
                blocks(edit.blocks(), out);
            }).bytes();
        }
    }

    static Record record(Event.Saved saved) throws IOException {
        return Record.of(Record.SAVED, out -> {
            EditCodec.writeText(saved.snapshot(), out);
            out.writeLong(saved.steps());
        });
    }

    private void edit(Event.Applied applied) throws IOException {
        List<BlockEdit> blocks = applied.edit().blocks();
        int first = Math.min(blocks.size(), BLOCKS_PER_RECORD);
        put(Record.of(Record.EDIT, out -> {
            EditCodec.writeHead(applied.edit(), out);
            out.writeInt(blocks.size());
            blocks(blocks.subList(0, first), out);
        }).bytes());
        for (int from = first; from < blocks.size(); from += BLOCKS_PER_RECORD) {
            List<BlockEdit> part = blocks.subList(from, Math.min(blocks.size(), from + BLOCKS_PER_RECORD));
            put(Record.of(Record.BLOCKS, out -> blocks(part, out)).bytes());
        }
    }

    private static void blocks(List<BlockEdit> blocks, DataOutputStream out) throws IOException {
        out.writeInt(blocks.size());
        for (BlockEdit block : blocks) {
            EditCodec.writeBlock(block, out);
        }
    }

    private void put(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void force() throws IOException {
        long upTo;
        List<Runnable> places;
        synchronized (this) {
            upTo = end;
            places = List.copyOf(unforced);
        }
        channel.force(false);
        synchronized (this) {
            forced = Math.max(forced, upTo);
            places.forEach(Runnable::run);
            unforced.removeAll(places);
        }
    }

    /** The blocks of the edit whose record begins there, to be read from any thread. */
    StoredBlocks.Source at(long offset) {
        return new StoredBlocks.Source() {
            @Override
            public List<BlockEdit> load() throws IOException {
                List<BlockEdit> all = new ArrayList<>();
                forEachPart(offset, part -> {
                    all.addAll(part);
                    return false;
                });
                return all;
            }

            @Override
            public Optional<BlockEdit> find(Predicate<BlockEdit> which) throws IOException {
                List<BlockEdit> found = new ArrayList<>();
                forEachPart(offset, part -> {
                    part.stream().filter(which).findFirst().ifPresent(found::add);
                    return !found.isEmpty();
                });
                return found.stream().findFirst();
            }
        };
    }

    /**
     * Hands over the blocks record by record, until {@code enough} says so. Opens the file anew, since interrupting a
     * thread that reads would close the channel.
     */
    private void forEachPart(long offset, Predicate<List<BlockEdit>> enough) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(path.toFile(), "r")) {
            in.seek(offset);
            StoredEdit edit = new StoredEdit();
            Record first = Record.read(in);
            if (first.kind() != Record.EDIT) {
                throw new IOException("no edit where one was written");
            }
            edit.begin(first);
            while (!enough.test(edit.takeBlocks()) && !edit.isComplete()) {
                edit.go(Record.read(in));
            }
        } catch (IOException e) {
            throw DiskTrouble.reading(path, e);
        }
    }

    @Override
    public synchronized void takeBack() throws IOException {
        end = forced;
        unforced.clear();
        cutTo(forced);
    }

    Path path() {
        return path;
    }

    /** Gives the open file another name in the same file system; a file that is there is replaced, unless in use. */
    void moveTo(Path target) throws IOException {
        if (target.equals(path)) {
            return;
        }
        if (Files.exists(target)) {
            open(target).close();
        }
        try {
            Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw DiskTrouble.writing(target, e);
        }
        path = target;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
