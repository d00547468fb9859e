package org.morphodepot.label.journal;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.label.Block;
import org.morphodepot.label.Edit;
import org.morphodepot.label.Edit.BlockEdit;
import org.morphodepot.label.StoredBlocks;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.io.AtomicFile;
import org.morphodepot.volume.io.DiskTrouble;

/**
 * The open end of a journal file. What was not yet forced to the disk can be taken back. One thread, and another that forces.
 */
final class JournalFile implements JournalWriter.Sink, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(JournalFile.class.getName());

    /** Blocks in one record, so that an edit of a whole scan needs little memory at a time. */
    static final int BLOCKS_PER_RECORD = 512;

    private final JournalPlaces places;
    private volatile LockedFile open;
    /** Replaced ones, which the forcing thread may be using; it closes them. */
    private final List<LockedFile> retired = new ArrayList<>();
    private long begin;
    private List<Entry> entries = new ArrayList<>();
    /** Number of events that are on the disk. */
    private int forced;
    /** Number of events that the next forcing answers for. */
    private int gathered;
    /** Whether a part of an event may lie beyond the end. */
    private boolean torn;
    /** Tells edits where they are, once they are on the disk. */
    private final List<Runnable> unforced = new ArrayList<>();
    private int gatheredPlaces;
    /** Steps that were compacted away (negative): who records goes on counting them. */
    private long shift;
    /** States before these steps, as who records counts them, can no longer be told apart. */
    private volatile long floor;
    /** Gets every event too, until it takes the place of this file. */
    private Successor successor;
    /** Whether the name of the file may not be on the disk yet. */
    private boolean renamed;

    private JournalFile(Path path, LockedFile open) {
        places = new JournalPlaces(path);
        this.open = open;
    }

    /** Opens or creates the file and keeps every other workbench out. */
    static JournalFile open(Path path) throws IOException {
        return new JournalFile(path, LockedFile.open(path));
    }

    /** Drops everything and writes the start of a new journal. */
    void begin(String base) throws IOException {
        entries = new ArrayList<>();
        cutTo(0);
        ByteBuffer start = ByteBuffer.allocate(JournalReader.START);
        put(start.put(JournalReader.MAGIC).put((byte) JournalReader.VERSION).position(JournalReader.START).flip());
        put(Record.of(Record.BASE, out -> EditCodec.writeText(base, out)).bytes());
        begin = open.channel().position();
        force();
    }

    /** Goes on behind what was read; the rest is dropped. */
    synchronized void goOn(JournalReader.Contents read) throws IOException {
        begin = read.begin();
        entries = new ArrayList<>(read.entries());
        forced = entries.size();
        gathered = forced;
        cutTo(read.length());
    }

    private synchronized void cutTo(long length) throws IOException {
        torn = true;
        open.channel().truncate(length);
        open.channel().position(length);
        torn = false;
    }

    private long end() {
        return entries.isEmpty() ? begin : entries.getLast().to();
    }

    @Override
    public void append(Event event) throws IOException {
        Event kept = event instanceof Event.Saved saved ? new Event.Saved(saved.snapshot(), saved.steps() + shift) : event;
        if (event instanceof Event.Saved saved && saved.steps() < floor) {
            return; // older than a state that was saved already
        }
        if (torn) {
            cutTo(end());
        }
        long start = end();
        torn = true;
        put(kept);
        torn = false;
        synchronized (this) {
            Entry entry = Entry.of(kept, start, open.channel().position());
            entries.add(entry);
            if (event instanceof Event.Applied applied && applied.edit().blocks() instanceof StoredBlocks stored) {
                unforced.add(() -> stored.storedAt(places.at(entry.place())));
            }
            lead();
        }
    }

    /** Hands what is new to the successor, which is given up when it fails. Inside the lock. */
    private void lead() {
        try {
            if (successor != null) {
                successor.copy().follow(open.channel(), entries);
            }
        } catch (IOException e) {
            drop("A compacted journal cannot be written", e);
        }
    }

    private void drop(String why, IOException cause) {
        LOG.log(System.Logger.Level.WARNING, why, cause);
        forget(successor);
    }

    /** It will not take the place of this file, unless it has. */
    synchronized void forget(Successor next) {
        if (next != null) {
            next.giveUp();
            successor = successor == next ? null : successor;
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
            open.channel().write(bytes);
        }
    }

    @Override
    public synchronized void gather() {
        gathered = entries.size();
        gatheredPlaces = unforced.size();
    }

    @Override
    public void force() throws IOException {
        LockedFile file;
        Successor next;
        boolean name;
        closeRetired();
        synchronized (this) {
            file = open;
            next = successor;
            name = renamed;
        }
        file.channel().force(false);
        if (next != null) {
            forceNext(next);
        }
        if (name) {
            AtomicFile.forceFolder(path().toAbsolutePath().getParent());
        }
        synchronized (this) {
            forced = gathered;
            renamed &= !name;
            List<Runnable> told = unforced.subList(0, gatheredPlaces);
            told.forEach(Runnable::run);
            told.clear();
            gatheredPlaces = 0;
        }
    }

    /** What is on the disk here must be there too when it takes over. */
    private void forceNext(Successor next) throws IOException {
        try {
            next.force();
        } catch (IOException e) {
            synchronized (this) {
                if (next.isInPlace()) {
                    throw e;
                }
                if (next == successor) {
                    drop("A compacted journal cannot be written", e);
                }
            }
        }
    }

    /** Not inside the lock: a large file that has no name any more takes the system a while. */
    private void closeRetired() throws IOException {
        List<LockedFile> old;
        synchronized (this) {
            old = List.copyOf(retired);
            retired.clear();
        }
        for (LockedFile file : old) {
            file.close();
        }
    }

    @Override
    public synchronized void takeBack() throws IOException {
        forget(successor);
        unforced.clear();
        gatheredPlaces = 0;
        entries.subList(forced, entries.size()).clear();
        gathered = forced;
        cutTo(end());
    }

    /**
     * What would make the file smaller, by what is on the disk.
     *
     * @param steps number of steps that lead to a saved state, as who records counts them; older ones cannot be saved then
     */
    Optional<JournalCompaction> plan(long steps, LabelJournal.Waste worth) {
        List<Entry> there;
        long inFile;
        synchronized (this) {
            there = forced();
            inFile = steps + shift;
            floor = Math.max(floor, steps);
        }
        return JournalCompaction.of(there, begin, inFile, worth);
    }

    /** The events that are on the disk. */
    synchronized List<Entry> forced() {
        return List.copyOf(entries.subList(0, forced));
    }

    FileChannel channel() {
        return open.channel();
    }

    /** From now on everything is written to both. On the appending thread. */
    synchronized void lead(Successor next) {
        successor = next.isGivenUp() || next.isInPlace() ? successor : next;
        lead();
    }

    /** The successor becomes the file, unless it was given up. Takes no time; on the appending thread. */
    synchronized void giveWayTo(Successor next) throws IOException {
        if (successor != next) {
            return;
        }
        successor = null;
        JournalCopy copy = next.copy();
        places.change(path -> Files.move(next.temporary(), path, StandardCopyOption.ATOMIC_MOVE), () -> {
            entries.stream().filter(entry -> entry.place() != null).forEach(entry -> entry.place().vanish());
            copy.entries().stream().filter(entry -> entry.place() != null).forEach(e -> e.place().moveTo(e.from()));
        });
        next.tookOver();
        retired.add(open);
        open = next.file();
        int more = copy.entries().size() - entries.size();
        entries = new ArrayList<>(copy.entries());
        forced += more;
        gathered += more;
        shift += copy.plan().shift();
        renamed = true;
    }

    /** The blocks of the edit that begins there, to be read from any thread. */
    StoredBlocks.Source at(Place place) {
        return places.at(place);
    }

    Path path() {
        return places.path();
    }

    /** Gives the open file another name in the same file system; a file that is there is replaced, unless in use. */
    void moveTo(Path target) throws IOException {
        if (target.equals(path())) {
            return;
        }
        if (Files.exists(target)) {
            open(target).close();
        }
        try {
            places.change(path -> Files.move(path, target, StandardCopyOption.REPLACE_EXISTING), () -> { });
        } catch (IOException e) {
            throw DiskTrouble.writing(target, e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closeRetired();
        open.close();
    }
}
