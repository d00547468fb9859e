package org.morphodepot.volume.zarr.zip;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.store.StoreLimits;

/** What is in a zip file and where. Thread-safe. */
final class ZipDirectory {

    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final String file;
    private final ZipFile zip;
    private final NavigableMap<String, ZipArchiveEntry> entries = new TreeMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    /**
     * Where the bytes of an object are.
     *
     * @param offset of its first byte in the zip file
     * @param stored bytes in the zip file
     * @param size bytes of the object
     * @param isDeflated whether they are compressed once more
     */
    record Place(long offset, long stored, long size, boolean isDeflated) {
    }

    private ZipDirectory(String file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /** Reads the directory at the end of {@code key}; empty when there is no such file. */
    static Optional<ZipDirectory> read(Store store, String key) throws IOException {
        Optional<Long> size = store.size(key);
        if (size.isEmpty()) {
            return Optional.empty();
        }
        String file = store.root() + "/" + key;
        try {
            ZipFile zip = ZipFile.builder().setSeekableByteChannel(new RangeChannel(store, key, size.get()))
                    .setIgnoreLocalFileHeader(true).get();
            ZipDirectory directory = new ZipDirectory(file, zip);
            directory.collect();
            return Optional.of(directory);
        } catch (IOException | RuntimeException e) {
            throw directoryProblem(file, e);
        }
    }

    private static VolumeException directoryProblem(String file, Exception e) {
        return e instanceof VolumeException known ? known : new VolumeException(Kind.MALFORMED, file
                + " is no zip file, or it is incomplete; copy or download it again", e);
    }

    /** Of several objects of one name the last counts: it was added later. */
    private void collect() throws VolumeException {
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (!entry.isDirectory()) {
                entries.put(entry.getName(), entry);
                if (entries.size() > StoreLimits.NAMES) {
                    throw StoreLimits.tooManyNames(file);
                }
            }
        }
    }

    /** Names of objects, sorted. */
    NavigableMap<String, ZipArchiveEntry> entries() {
        return entries;
    }

    /** Where an object is; empty when there is none. Blocks. */
    Optional<Place> place(String name) throws IOException {
        ZipArchiveEntry entry = entries.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.getMethod() != STORED && entry.getMethod() != DEFLATED || entry.getGeneralPurposeBit().usesEncryption()) {
            throw new VolumeException(Kind.UNSUPPORTED, file + ": " + name
                    + " is encrypted or compressed in a way that is not supported; unpack the file and open the folder");
        }
        lock.lock();
        try (InputStream raw = zip.getRawInputStream(entry)) {
            boolean known = raw != null && entry.getDataOffset() >= 0 && entry.getCompressedSize() >= 0 && entry.getSize() >= 0;
            if (!known) {
                throw new VolumeException(Kind.MALFORMED, file + ": the place of " + name + " is not known");
            }
            return Optional.of(new Place(entry.getDataOffset(), entry.getCompressedSize(), entry.getSize(),
                    entry.getMethod() == DEFLATED));
        } catch (IOException | RuntimeException e) {
            throw directoryProblem(file, e);
        } finally {
            lock.unlock();
        }
    }
}
