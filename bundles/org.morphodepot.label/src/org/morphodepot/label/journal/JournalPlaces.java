package org.morphodepot.label.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;

import org.morphodepot.label.Edit.BlockEdit;
import org.morphodepot.label.StoredBlocks;
import org.morphodepot.volume.io.DiskTrouble;

/** Reads edits of a journal file that goes on, gets another name, or is replaced by a compacted one. Any thread. */
final class JournalPlaces {

    private volatile Path path;
    /** Only while a file is opened or replaced: an open one can be read to its end whatever becomes of its name. */
    private final ReadWriteLock name = new ReentrantReadWriteLock();

    /** Gives the file at the path other content or another name. */
    @FunctionalInterface
    interface Renaming {
        Path rename(Path present) throws IOException;
    }

    JournalPlaces(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Renames, and tells edits where they are now when that has succeeded; nobody opens the file meanwhile. */
    void change(Renaming renaming, Runnable placing) throws IOException {
        name.writeLock().lock();
        try {
            path = renaming.rename(path);
            placing.run();
        } finally {
            name.writeLock().unlock();
        }
    }

    /** The blocks of the edit there. */
    StoredBlocks.Source at(Place place) {
        return new StoredBlocks.Source() {
            @Override
            public List<BlockEdit> load() throws IOException {
                List<BlockEdit> all = new ArrayList<>();
                forEachPart(place, part -> {
                    all.addAll(part);
                    return false;
                });
                return all;
            }

            @Override
            public Optional<BlockEdit> find(Predicate<BlockEdit> which) throws IOException {
                List<BlockEdit> found = new ArrayList<>();
                forEachPart(place, part -> {
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
    private void forEachPart(Place place, Predicate<List<BlockEdit>> enough) throws IOException {
        try (RandomAccessFile in = open(place)) {
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

    private RandomAccessFile open(Place place) throws IOException {
        name.readLock().lock();
        try {
            if (place.offset() < 0) {
                throw new IOException("the edit was replaced by others and is no longer kept");
            }
            RandomAccessFile in = new RandomAccessFile(path.toFile(), "r");
            in.seek(place.offset());
            return in;
        } finally {
            name.readLock().unlock();
        }
    }
}
