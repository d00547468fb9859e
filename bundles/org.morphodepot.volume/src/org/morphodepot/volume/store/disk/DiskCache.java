package org.morphodepot.volume.store.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.io.DiskTrouble;
import org.morphodepot.volume.spi.BulkStore;
import org.morphodepot.volume.spi.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps objects of remote stores in a folder of this computer, the least used ones going first when there are more than the
 * budget allows. Nothing in the folder is needed: it may be deleted at any time, and a crash leaves nothing wrong.
 */
@Component(service = DiskCache.class)
public final class DiskCache {

    /** In the names of files that are not complete. */
    static final String TEMPORARY = ".part-";

    private static final long UNKNOWN = -1;

    private static final String OURS = "[0-9a-f]{32}(\\.part-\\d+)?";

    private volatile Path folder;
    private volatile LongSupplier budget;
    private final AtomicLong size = new AtomicLong(UNKNOWN);
    private final AtomicBoolean clearing = new AtomicBoolean();

    /** The cache of this person and computer: 10 GB or a tenth of the free disk in the system's folder for such things. */
    @Activate
    public DiskCache() {
        this(UsualPlace.folder(), UsualPlace.bytes(UsualPlace.folder()));
    }

    private DiskCache(Path folder, long bytes) {
        this(folder, () -> bytes);
    }

    /**
     * A cache below {@code folder}, which is made when something is kept.
     *
     * @param budget most bytes on disk, asked again and again; 0 keeps nothing
     */
    public DiskCache(Path folder, LongSupplier budget) {
        this.folder = folder.toAbsolutePath();
        this.budget = budget;
    }

    /** Allows so many bytes from now on; 0 keeps nothing. What is too much goes in the background. */
    public void budget(long bytes) {
        budget = () -> bytes;
        Thread.ofVirtual().name("disk-cache").start(() -> {
            if (size() > bytes) {
                trim();
            }
        });
    }

    /** Keeps things in another folder; only before the first scan is opened. What is in the former one stays. */
    public void keepIn(Path other) {
        folder = other.toAbsolutePath();
        size.set(UNKNOWN);
    }

    /** Most bytes on disk. */
    public long budget() {
        return budget.getAsLong();
    }

    /** The folder; others may use the same at the same time. */
    public Path folder() {
        return folder;
    }

    /** A store that gives what is kept, and keeps what it gives; {@code store} itself when it is on this computer. */
    public Store before(Store store) {
        boolean local = store.root().isFile() || budget.getAsLong() <= 0;
        return local ? store : new KeepingStore(store, new KeptObjects(this, AddressIdentity.of(store.root())));
    }

    /**
     * The object at the root of a store as a plain file, fetched unless it is here already; it may be removed when others need
     * the room. Blocks.
     *
     * @throws org.morphodepot.volume.VolumeException when it is not there, out of reach, or takes more than half of the budget
     */
    public Path whole(BulkStore store, Progress progress) throws IOException {
        return new WholeFiles(this, store.root()).of(store, progress);
    }

    /** Forgets what is kept of an address, so that it is read afresh. Blocks for a moment. */
    public void forget(Address address) {
        new KeptObjects(this, AddressIdentity.of(address)).forget();
    }

    /**
     * Removes all that is kept, in this folder and nothing but ours. What open scans fetch meanwhile may stay. Blocks.
     *
     * @throws org.morphodepot.volume.VolumeException when files could not be removed, with their number
     */
    public void empty() throws IOException {
        List<Path> all;
        try (Stream<Path> children = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            all = children.filter(child -> child.getFileName().toString().matches(OURS)).toList();
        } catch (IOException e) {
            throw DiskTrouble.reading(folder, e);
        }
        all.forEach(this::remove);
        long left = all.stream().filter(Files::exists).count();
        if (left > 0) {
            throw new VolumeException(Kind.STORAGE, left + " of " + all.size() + " folders in " + folder
                    + " could not be removed; may you write there?");
        }
    }

    /** Bytes on disk; counts them the first time. Blocks. */
    public long size() {
        if (size.get() == UNKNOWN) {
            size.compareAndSet(UNKNOWN, files().stream().mapToLong(Entry::bytes).sum());
        }
        return size.get();
    }

    /** Whether an object of so many bytes is worth keeping. */
    boolean takes(long bytes) {
        long most = budget.getAsLong();
        return bytes >= 0 && bytes <= most / 4;
    }

    /** To be told when a file was added. */
    void added(long bytes) throws IOException {
        if (size.get() == UNKNOWN) {
            protect();
            size();
        } else {
            size.addAndGet(bytes);
        }
        if (size.get() > budget.getAsLong()) {
            trim();
        }
    }

    private void trim() {
        if (clearing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("disk-cache").start(this::clear);
        }
    }

    /** What people look at is nobody else's business. */
    private void protect() throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Removes the least used files until a tenth of the budget is free. */
    private void clear() {
        try {
            List<Entry> files = new ArrayList<>(files());
            files.sort(Comparator.comparingLong(Entry::time));
            long left = files.stream().mapToLong(Entry::bytes).sum();
            long goal = budget.getAsLong() / 10 * 9;
            for (Entry entry : files) {
                if (left <= goal) {
                    break;
                }
                KeptFile.drop(entry.file());
                left -= entry.bytes();
            }
            size.set(left);
        } finally {
            clearing.set(false);
        }
    }

    private record Entry(Path file, long bytes, long time) {
    }

    private List<Entry> files() {
        List<Entry> entries = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return entries;
        }
        try (Stream<Path> files = Files.find(folder, 3, this::isOurs)) {
            files.forEach(file -> {
                try {
                    entries.add(new Entry(file, Files.size(file), Files.getLastModifiedTime(file).toMillis()));
                } catch (IOException e) {
                    // gone meanwhile
                }
            });
        } catch (IOException | UncheckedIOException e) {
            // what could be counted counts
        }
        return entries;
    }

    /** Whoever names another folder may have files of his own there. */
    private boolean isOurs(Path file, BasicFileAttributes attributes) {
        return attributes.isRegularFile() && folder.relativize(file).getName(0).toString().matches(OURS);
    }

    /** Removes a folder of objects; what others add meanwhile is gone, too. */
    void remove(Path objects) {
        Path aside = objects.resolveSibling(objects.getFileName().toString().substring(0, 32) + TEMPORARY + System.nanoTime());
        try {
            Files.move(objects, aside);
            List<Path> all;
            try (Stream<Path> files = Files.walk(aside)) {
                all = new ArrayList<>(files.toList());
            }
            all.reversed().forEach(KeptFile::drop);
        } catch (IOException | UncheckedIOException e) {
            // the budget will take care of what is left
        }
        size.set(UNKNOWN);
    }
}
