package org.morphodepot.volume.store.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.testing.web.Fault;
import org.morphodepot.testing.web.LoopbackServer;
import org.morphodepot.testing.web.Responder;
import org.morphodepot.testing.web.WebRequest;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.spi.ObjectBody;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.store.FileStores;
import org.morphodepot.volume.store.HttpStores;

/** A remote scan is seen a second time. */
@Timeout(60)
class DiskCacheTest {

    @TempDir
    private Path remote;
    @TempDir
    private Path local;
    private LoopbackServer server;
    private final AtomicLong budget = new AtomicLong(50_000_000);
    private boolean tags = true;
    private DiskCache cache;

    @BeforeEach
    void start() throws IOException {
        cache = new DiskCache(local.resolve("cache"), budget::get);
        Responder files = Responder.folder(remote);
        server = new LoopbackServer(request -> {
            Path file = remote.resolve(request.path().substring("/scan.zarr/".length()));
            var reply = files.answer(new WebRequest(request.method(),
                    request.path().substring("/scan.zarr".length()), "", request.headers(), request.body()));
            boolean there = tags && Files.isRegularFile(file);
            return there ? reply.with("ETag", "\"" + Arrays.hashCode(Files.readAllBytes(file)) + "\"") : reply;
        });
        put("zarr.json", "about");
        put("0/c/0/0/0", "chunk");
        put("0/c/0/0/1", "x".repeat(1000) + "tail");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void put(String key, String text) throws IOException {
        Files.createDirectories(remote.resolve(key).getParent());
        Files.writeString(remote.resolve(key), text);
    }

    /** As another start of the program would see it. */
    private Store opened() {
        return cache.before(new HttpStores().open(server.address("/scan.zarr")));
    }

    private static String text(Optional<byte[]> bytes) {
        return bytes.map(found -> new String(found, StandardCharsets.UTF_8)).orElse("nothing");
    }

    private static String all(Store store) throws IOException {
        try (store) {
            return text(store.read("zarr.json")) + " " + text(store.read(".zattrs")) + " " + opened(store) + " "
                    + text(store.readTail("0/c/0/0/1", 4)) + " " + text(store.read("0/c/0/0/1", 999, 3)) + " "
                    + text(store.read("0/c/9/9/9"));
        }
    }

    private static String opened(Store store) throws IOException {
        try (ObjectBody body = store.open("0/c/0/0/0").orElseThrow()) {
            return new String(body.bytes().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> whole() {
        return server.requests().stream().filter(request -> !request.header("range").equals(Optional.of("bytes=0-0")))
                .map(WebRequest::path).toList();
    }

    @Test
    void secondOpening_fetchesNothingThatWasSeen() throws IOException {
        String first = all(opened());
        assertEquals("about nothing chunk tail xta nothing", first);
        int before = whole().size();
        assertEquals(first, all(opened()));
        assertEquals(List.of("/scan.zarr/.zattrs"), whole().subList(before, whole().size()));
        assertTrue(server.requests().size() - before <= 4, "documents and a sample are compared by their tags");
    }

    @Test
    void withoutNetwork_whatIsKnownIsGiven() throws IOException {
        String first = all(opened());
        server.close();
        assertEquals(first, all(opened()));
        try (Store store = opened()) {
            store.read("zarr.json");
            assertThrows(VolumeException.class, () -> store.read("0/c/5/5/5"));
        }
    }

    @Test
    void changedDocument_forgetsEverything() throws IOException {
        all(opened());
        put("zarr.json", "other");
        put("0/c/0/0/0", "fresh");
        assertEquals("other nothing fresh tail xta nothing", all(opened()));
        assertEquals("other nothing fresh tail xta nothing", all(opened()));
    }

    @Test
    void changedChunkUnderAnUnchangedDocument_isNoticed() throws Exception {
        all(opened());
        put("0/c/0/0/0", "fresh");
        try (Store store = opened()) {
            assertEquals("about", text(store.read("zarr.json")));
            String seen = text(store.read("0/c/0/0/0"));
            while (seen.equals("chunk")) {
                Thread.sleep(5);
                seen = text(store.read("0/c/0/0/0"));
            }
            assertEquals("fresh", seen);
        }
    }

    @Test
    void partsOfDifferentStates_areNeverMixed() throws IOException {
        try (Store store = opened()) {
            store.readTail("0/c/0/0/1", 4);
        }
        put("0/c/0/0/1", "y".repeat(1000) + "TAIL");
        try (Store store = opened()) {
            assertEquals("yy", text(store.read("0/c/0/0/1", 10, 2)));
            assertEquals("TAIL", text(store.readTail("0/c/0/0/1", 4)));
        }
    }

    @Test
    void lateChunk_appearsAfterItsAbsenceWasNoted() throws IOException {
        all(opened());
        put("0/c/9/9/9", "late");
        assertEquals("nothing", text(opened().read("0/c/9/9/9")), "for some hours");
        for (Path file : files()) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() - 13 * 3_600_000L));
        }
        assertEquals("late", text(opened().read("0/c/9/9/9")));
        cache.forget(server.address("/scan.zarr"));
        assertEquals(List.of(), files());
    }

    @Test
    void serverWithoutTags_isAskedEveryTime() throws IOException {
        tags = false;
        all(opened());
        put("0/c/0/0/0", "fresh");
        assertTrue(all(opened()).contains("fresh"));
    }

    @Test
    void refusedAccess_isNotCoveredUp() throws IOException {
        all(opened());
        server.plan("*", Fault.status(403));
        try (Store store = opened()) {
            assertThrows(VolumeException.class, () -> store.read("zarr.json"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 100, 2040, 2050})
    void damagedFiles_countAsMissing(int at) throws IOException {
        String first = all(opened());
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            if (at < bytes.length) {
                bytes[at] ^= 0x55;
            }
            Files.write(file, at == 100 ? Arrays.copyOf(bytes, 2047) : bytes);
        }
        assertEquals(first, all(opened()));
        assertEquals(first, all(opened()));
    }

    @Test
    void anythingInTheFolder_neverHarmsTheReader() throws IOException {
        String first = all(opened());
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            for (Path file : files()) {
                byte[] bytes = Files.readAllBytes(file);
                for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
                    bytes[random.nextInt(Math.min(bytes.length, 200))] = (byte) random.nextInt(256);
                }
                Files.write(file, random.nextInt(5) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))
                        : bytes);
            }
            try (Store store = opened()) {
                assertEquals("chunk", text(store.read("0/c/0/0/0")));
                assertEquals("tail", text(store.readTail("0/c/0/0/1", 4)));
            }
        }
        assertEquals(first, all(opened()));
    }

    @Test
    void links_areNotFollowed() throws IOException {
        all(opened());
        Path secret = Files.writeString(local.resolve("secret"), "secret");
        for (Path file : files()) {
            Files.delete(file);
            Files.createSymbolicLink(file, secret);
        }
        assertEquals("about nothing chunk tail xta nothing", all(opened()));
        assertEquals("secret", Files.readString(secret));
    }

    @Test
    void budget_isKeptByForgettingTheLeastUsed() throws Exception {
        byte[] bytes = new byte[100_000];
        budget.set(2_000_000);
        try (Store store = opened()) {
            for (int i = 0; i < 60; i++) {
                Files.write(remote.resolve("0/c/0/0/" + (10 + i)), bytes);
                assertArrayEquals(bytes, store.read("0/c/0/0/" + (10 + i)).orElseThrow());
            }
        }
        while (diskUsed() > 2_000_000) {
            Thread.sleep(10);
        }
        assertTrue(diskUsed() > 1_000_000, "it is not thrown away needlessly");
        try (Store store = opened()) {
            server.close();
            assertArrayEquals(bytes, store.read("0/c/0/0/69").orElseThrow());
        }
    }

    private long diskUsed() throws IOException {
        long used = 0;
        for (Path file : files()) {
            try {
                used += Files.size(file);
            } catch (java.nio.file.NoSuchFileException e) {
                // forgotten meanwhile
            }
        }
        return used;
    }

    @Test
    void unfinishedFilesOfAKilledProgram_areNotRead() throws IOException {
        all(opened());
        for (Path file : files()) {
            Files.move(file, file.resolveSibling(file.getFileName() + DiskCache.TEMPORARY + "1"));
        }
        assertEquals("about nothing chunk tail xta nothing", all(opened()));
    }

    @Test
    void folderThatCannotBeWritten_isNoTrouble() throws IOException {
        Files.writeString(local.resolve("cache"), "a file where the folder should be");
        assertEquals("about nothing chunk tail xta nothing", all(opened()));
    }

    @Test
    void localFilesAndNoBudget_areLeftAlone() throws IOException {
        Store files = new FileStores().open(Address.of(remote));
        assertSame(files, cache.before(files));
        budget.set(0);
        try (Store store = new HttpStores().open(server.address("/scan.zarr"))) {
            assertSame(store, cache.before(store));
        }
        assertFalse(Files.exists(cache.folder()));
    }

    @Test
    void folder_isPrivate() throws IOException {
        all(opened());
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(cache.folder())));
    }

    @Test
    void signature_isNoPartOfTheAddress() {
        String plain = AddressIdentity.of(Address.of("https://a.org/b?part=2"));
        assertEquals(plain, AddressIdentity.of(Address.of("https://a.org/b?X-Amz-Signature=1&part=2&Expires=9")));
        assertFalse(plain.equals(AddressIdentity.of(Address.of("https://a.org/b?part=3"))));
    }

    @Test
    void usualPlace_isThatOfTheSystem() {
        assertEquals(Path.of("/home/a/.cache/morphodepot"), UsualPlace.folder("Linux", "/home/a", _ -> null));
        assertEquals(Path.of("/c/morphodepot"), UsualPlace.folder("Linux", "/home/a", _ -> "/c"));
        assertEquals(Path.of("/Users/a/Library/Caches/MorphoDepot"), UsualPlace.folder("Mac OS X", "/Users/a", _ -> null));
        assertEquals(Path.of("/local/MorphoDepot/Cache"), UsualPlace.folder("Windows 11", "/u", _ -> "/local"));
        assertTrue(UsualPlace.bytes(local) > 0);
        assertTrue(UsualPlace.bytes(local) <= 10_000_000_000L);
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(cache.folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(cache.folder())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
