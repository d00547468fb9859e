package org.morphodepot.volume.store.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.io.DiskTrouble;
import org.morphodepot.volume.spi.BulkStore;
import org.morphodepot.volume.spi.ObjectBody;
import org.morphodepot.volume.spi.ObjectEntry;
import org.morphodepot.volume.spi.StoreBusyException;

/**
 * Remote files that are of use only as a whole, such as TIFF, as plain files in the folder of a cache. A file lies in a folder
 * that is named for its state (tag, date, size), so a changed one is fetched again. Names from servers are made harmless.
 */
final class WholeFiles {

    private static final int STEP = 128 << 10;
    private static final int LONGEST_NAME = 80;
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final DiskCache cache;
    private final Path folder;
    private final String name;

    WholeFiles(DiskCache cache, Address address) {
        this.cache = cache;
        this.folder = cache.folder().resolve(KeptObjects.hash("whole " + AddressIdentity.of(address)));
        this.name = harmless(address.name());
    }

    static String harmless(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.+", "_");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    }

    /** The file as the store has it now, or as it is known where the store cannot be reached. */
    Path of(BulkStore store, Progress progress) throws IOException {
        ObjectEntry entry;
        try {
            entry = store.entry("").orElseThrow(() -> new VolumeException(Kind.NOT_FOUND, "there is nothing at this address: "
                    + name + "; was it moved or renamed?"));
        } catch (IOException e) {
            Optional<Path> known = isAway(e) ? latest() : Optional.empty();
            return known.orElseThrow(() -> e);
        }
        String state = entry.tag() + "\n" + entry.modified().map(Instant::toString).orElse("");
        Path file = folder.resolve(KeptObjects.hash(state + "\n" + entry.size())).resolve(name);
        if (Files.isRegularFile(file) && Files.size(file) == entry.size() && (!state.isBlank() || isFresh(file))) {
            if (!state.isBlank()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            }
            return file;
        }
        fetch(store, checked(entry), file, progress);
        return file;
    }

    /** From a server that tells no state: opened twice in a row, as with a question between, it is fetched once. */
    private static boolean isFresh(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().isAfter(Instant.now().minus(FRESH));
    }

    private static boolean isAway(IOException e) {
        return e instanceof StoreBusyException || e instanceof VolumeException trouble && trouble.kind() == Kind.UNREACHABLE;
    }

    private Optional<Path> latest() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.find(folder, 2, (file, what) -> what.isRegularFile() && file.endsWith(name))) {
            return files.max(Comparator.comparing(file -> file.toFile().lastModified()));
        }
    }

    private ObjectEntry checked(ObjectEntry entry) throws VolumeException {
        if (entry.size() > cache.budget() / 2) {
            throw new VolumeException(Kind.TOO_LARGE, name + " is read as a whole, and its " + gigabytes(entry.size()) + " are"
                    + " more than half of the disk cache (" + gigabytes(cache.budget()) + "): make that larger in Preferences >"
                    + " Disk Cache, or copy the file with File > Copy Files\u2026 and open the copy");
        }
        return entry;
    }

    private static String gigabytes(long bytes) {
        return String.format(java.util.Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    private void fetch(BulkStore store, ObjectEntry entry, Path file, Progress progress) throws IOException {
        List<Path> old = all();
        Path temporary = folder.resolve(name + DiskCache.TEMPORARY + Thread.currentThread().threadId());
        try (ObjectBody body = store.open("", 0, entry.size()).orElseThrow(
                () -> new VolumeException(Kind.NOT_FOUND, name + " is gone; was it moved or renamed?"))) {
            Files.createDirectories(file.getParent());
            copy(body.bytes(), entry.size(), temporary, progress);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            KeptFile.drop(temporary);
        }
        old.stream().filter(other -> !other.equals(file)).forEach(KeptFile::drop);
        cache.added(entry.size());
    }

    private List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(folder, 2, (_, what) -> what.isRegularFile())) {
            return files.filter(file -> !file.getParent().equals(folder)).toList();
        }
    }

    private void copy(InputStream in, long length, Path to, Progress progress) throws IOException {
        byte[] buffer = new byte[STEP];
        long done = 0;
        try (OutputStream out = open(to)) {
            while (done < length) {
                progress.check();
                progress.report(done, length, "Fetching " + name);
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, length - done));
                if (count < 0) {
                    throw new VolumeException(Kind.UNREACHABLE, name + " ended early; try again");
                }
                write(out, buffer, count, to);
                done += count;
            }
        }
    }

    private static OutputStream open(Path file) throws IOException {
        try {
            return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw DiskTrouble.writing(file, e);
        }
    }

    private static void write(OutputStream out, byte[] bytes, int count, Path file) throws IOException {
        try {
            out.write(bytes, 0, count);
        } catch (IOException e) {
            throw DiskTrouble.writing(file, e);
        }
    }
}
