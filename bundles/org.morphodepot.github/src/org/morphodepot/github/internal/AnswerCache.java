package org.morphodepot.github.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Answers with their ETags on the disk, a folder per host and account: asking again costs nothing when nothing changed. It
 * is only a cache: damaged files count as missing, and trouble with the disk is no trouble for the question. Thread-safe.
 */
public final class AnswerCache {

    private static final String KIND = "MorphoDepot answer 1";
    private static final int LARGEST = 16 << 20;
    private static final long MOST_BYTES = 256L << 20;
    private static final List<String> KEPT = List.of("ETag", "Last-Modified", "Link", "X-OAuth-Scopes");

    private final Path folder;

    /** An answer we had. */
    record Known(Map<String, String> headers, byte[] body) {

        Optional<String> etag() {
            return Optional.ofNullable(headers.get("ETag"));
        }

        Reply again() {
            Map<String, List<String>> all = new LinkedHashMap<>();
            headers.forEach((name, value) -> all.put(name, List.of(value)));
            return new Reply(200, HttpHeaders.of(all, (name, value) -> true), body, true);
        }
    }

    public AnswerCache(Path root, String host, String account) {
        folder = root.resolve("forge-" + plain(host)).resolve("account-" + plain(account)); // Windows reserves short names
        trim();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "_");
    }

    Optional<Known> find(URI uri) {
        Path file = file(uri);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            if (!in.readUTF().equals(KIND) || !in.readUTF().equals(uri.toString())) {
                return Optional.empty();
            }
            Map<String, String> headers = new LinkedHashMap<>();
            for (int left = in.readUnsignedByte(); left > 0; left--) {
                headers.put(in.readUTF(), in.readUTF());
            }
            int length = in.readInt();
            byte[] body = in.readNBytes(Math.clamp(length, 0, LARGEST));
            boolean complete = body.length == length && in.read() < 0; // reading to the end checks the checksum
            return complete ? Optional.of(new Known(headers, body)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void keep(URI uri, Reply reply) {
        if (reply.header("ETag").isEmpty() || reply.body().length > LARGEST || uri.toString().length() > 4000) {
            return;
        }
        Path file = file(uri);
        Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            makeFolder();
            Files.write(fresh, bytes(uri, reply));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(fresh);
        }
    }

    /** Answers can be about private repositories: only the person may look inside. */
    private void makeFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            PosixFileAttributeView rights = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
            if (rights != null) {
                rights.setPermissions(PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private static byte[] bytes(URI uri, Reply reply) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeUTF(KIND);
            out.writeUTF(uri.toString());
            List<String> kept = KEPT.stream().filter(name -> reply.header(name).isPresent()).toList();
            out.writeByte(kept.size());
            for (String name : kept) {
                out.writeUTF(name);
                out.writeUTF(reply.header(name).orElseThrow());
            }
            out.writeInt(reply.body().length);
            out.write(reply.body());
        }
        return bytes.toByteArray();
    }

    void used(URI uri, Instant now) {
        try {
            Files.setLastModifiedTime(file(uri), FileTime.from(now));
        } catch (IOException e) {
            // only means that it may be forgotten sooner
        }
    }

    /** Removes everything, as at sign-out. */
    public void clear() {
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(AnswerCache::delete);
        } catch (IOException e) {
            // there is nothing
        }
        delete(folder);
    }

    private void trim() {
        try (Stream<Path> files = Files.list(folder)) {
            long left = MOST_BYTES;
            for (Path file : files.sorted((a, b) -> Long.compare(time(b), time(a))).toList()) {
                left -= Files.size(file);
                if (left < 0 || file.toString().endsWith(".tmp")) {
                    delete(file);
                }
            }
        } catch (IOException e) {
            // nothing kept yet
        }
    }

    private static long time(Path file) {
        return file.toFile().lastModified();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // stays, and does no harm
        }
    }

    private Path file(URI uri) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(uri.toString().getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
