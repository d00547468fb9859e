package org.morphodepot.work.start;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import org.morphodepot.depot.ScanChecksum;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.io.DiskTrouble;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.work.Desk;
import org.morphodepot.work.JsonFile;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.WorkException.Kind;

import com.google.gson.JsonObject;

/**
 * Scans that were fetched, one folder each by their checksum, for all tasks and accounts. A download that was cut goes on where
 * it stopped. A file that is not what its checksum says is fetched once more, then refused.
 */
final class ScanCache {

    private static final long LARGEST = 10L << 30;
    private static final int STEP = 8 << 20;

    private final Desk desk;
    private final Progress progress;

    ScanCache(Desk desk, Progress progress) {
        this.desk = desk;
        this.progress = progress;
    }

    Path get(URI source, Optional<ScanChecksum> checksum) throws IOException {
        String key = checksum.map(ScanChecksum::hex).orElseGet(() -> "unchecked-" + sha256(source.toString()));
        Path folder = desk.folder().resolve("scans").resolve(key);
        return desk.folders().alone(folder, () -> {
            Files.createDirectories(folder);
            Path file = folder.resolve(fileName(source));
            for (int tries = 0; !isGood(file, checksum); tries++) {
                if (tries == 2) {
                    throw new WorkException(Kind.BROKEN, "The scan at " + source + " is not the one this depot is about"
                            + " (its checksum differs). Ask the owner of the depot.");
                }
                Files.deleteIfExists(file);
                fetch(Address.of(source.toString()), file);
            }
            return file;
        });
    }

    /** Whether the file is there and was checked, now or before and is as it was then. */
    private boolean isGood(Path file, Optional<ScanChecksum> checksum) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        Path note = file.resolveSibling("checked.json");
        JsonObject now = new JsonObject();
        now.addProperty("size", Files.size(file));
        now.addProperty("modified", Files.getLastModifiedTime(file).toMillis());
        if (checksum.isEmpty() || JsonFile.read(note).filter(now::equals).isPresent()) {
            return true;
        }
        if (!ScanChecksum.of(file, progress).equals(checksum.get())) {
            return false;
        }
        JsonFile.write(note, now);
        return true;
    }

    private void fetch(Address source, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (Store store = desk.volumes().store(source.parent())) {
            String key = source.name();
            long size = store.size(key).orElseThrow(() -> new WorkException(Kind.NOT_FOUND,
                    "There is no scan at " + source + ". Ask the owner of the depot."));
            if (size > LARGEST || size > Files.getFileStore(file.getParent()).getUsableSpace()) {
                throw new WorkException(Kind.TOO_LARGE, "The scan has " + (size >> 20)
                        + " MB; there is not enough room for it in " + file.getParent() + ". Free some space.");
            }
            fill(store, key, size, part);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void fill(Store store, String key, long size, Path part) throws IOException {
        long done = Files.exists(part) ? Files.size(part) : 0;
        if (done > size) {
            Files.delete(part);
            done = 0;
        }
        try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (done < size) {
                progress.check();
                progress.report(done, size, "Fetching the scan");
                byte[] bytes = store.read(key, done, (int) Math.min(STEP, size - done)).filter(b -> b.length > 0)
                        .orElseThrow(() -> new WorkException(Kind.OFFLINE,
                                "The scan broke off on its way. Start again: it goes on."));
                write(out, bytes, part);
                done += bytes.length;
            }
        }
    }

    private static void write(OutputStream out, byte[] bytes, Path part) throws IOException {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw DiskTrouble.writing(part, e);
        }
    }

    /** The scan's own name where every system can hold it: titles show it. */
    private static String fileName(URI source) {
        String name = Address.of(source.toString()).name();
        boolean plain = name.matches("[A-Za-z0-9_][A-Za-z0-9 ._-]{0,150}\\.(nrrd|NRRD|nhdr)") && !name.contains("..");
        return plain ? name : "scan.nrrd";
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
