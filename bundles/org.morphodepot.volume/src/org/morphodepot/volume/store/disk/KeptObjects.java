package org.morphodepot.volume.store.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import org.morphodepot.volume.spi.ByteRange;

/**
 * The kept objects of one address, in a folder of their own. Names on disk are hashes: neither a server nor a file decides
 * where something is written. Trouble with the disk is never trouble of the reader: then nothing is kept.
 */
final class KeptObjects {

    /** A file is marked as used at most so often. */
    private static final Duration MARK = Duration.ofMinutes(10);

    private final DiskCache cache;
    private final Path folder;

    KeptObjects(DiskCache cache, String address) {
        this.cache = cache;
        this.folder = cache.folder().resolve(hash(address));
    }

    static String hash(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(sum, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(String key, ByteRange range) {
        return switch (range) {
            case ByteRange.All() -> key;
            case ByteRange.Part(long offset, int length) -> key + "\n" + offset + "+" + length;
            case ByteRange.Tail(int length) -> key + "\n-" + length;
        };
    }

    private Path file(String name) {
        String hash = hash(name);
        return folder.resolve(hash.substring(0, 2)).resolve(hash.substring(2));
    }

    /** What is kept of an object; empty when nothing is. */
    Optional<KeptFile> find(String key, ByteRange range) {
        String name = name(key, range);
        Path file = file(name);
        try {
            Optional<KeptFile> found = KeptFile.read(file, name);
            if (found.isEmpty()) {
                drop(file);
            } else if (found.get().isThere()) {
                mark(file);
            }
            return found;
        } catch (IOException e) {
            drop(file);
            return Optional.empty();
        }
    }

    /** Wrong or of another version: its place is needed. An interrupted read is no reason. */
    private static void drop(Path file) {
        if (!Thread.currentThread().isInterrupted()) {
            KeptFile.drop(file);
        }
    }

    /** When what is kept of an object was stored or, if there is such an object, last used. */
    Optional<Instant> lastUse(String key, ByteRange range) {
        try {
            return Optional.of(Files.getLastModifiedTime(file(name(key, range))).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void mark(Path file) throws IOException {
        FileTime now = FileTime.from(Instant.now());
        if (Files.getLastModifiedTime(file).toInstant().plus(MARK).isBefore(now.toInstant())) {
            Files.setLastModifiedTime(file, now);
        }
    }

    /** Keeps bytes, in the place of those kept before. */
    void keep(String key, ByteRange range, String tag, byte[] bytes) {
        put(new KeptFile(name(key, range), tag, true, bytes));
    }

    /** Notes that there is no such object. */
    void keepAbsence(String key, ByteRange range) {
        put(new KeptFile(name(key, range), "", false, new byte[0]));
    }

    private void put(KeptFile kept) {
        if (!KeptFile.fits(kept.name(), kept.tag()) || !cache.takes(kept.bytes().length)) {
            return;
        }
        Path file = file(kept.name());
        Path temporary = file.resolveSibling(file.getFileName() + DiskCache.TEMPORARY + Thread.currentThread().threadId());
        try {
            Files.createDirectories(file.getParent());
            kept.write(temporary);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            cache.added(KeptFile.HEAD + (long) kept.bytes().length);
        } catch (IOException e) {
            KeptFile.drop(temporary);
        }
    }

    /** Lets go of everything of the address. */
    void forget() {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            cache.remove(folder);
        }
    }
}
