package org.morphodepot.volume.store.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import org.morphodepot.volume.Address;
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

    private final Path folder;
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

    /** Allows so many bytes from now on; 0 keeps nothing more. */
    public void budget(long bytes) {
        budget = () -> bytes;
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

    /** Forgets what is kept of an address, so that it is read afresh. Blocks for a moment. */
    public void forget(Address address) {
        new KeptObjects(this, AddressIdentity.of(address)).forget();
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
        if (size.get() > budget.getAsLong() && clearing.compareAndSet(false, true)) {
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
        try (Stream<Path> files = Files.find(folder, 3, (_, attributes) -> attributes.isRegularFile())) {
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

    /** Removes a folder of objects; what others add meanwhile is gone, too. */
    void remove(Path objects) {
        Path aside = folder.resolve(objects.getFileName() + TEMPORARY + System.nanoTime());
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
