package org.morphodepot.volume.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.spi.Store;

@Timeout(30)
class FileStoreTest {

    @TempDir
    Path folder;
    private Path root;
    private Store store;

    @BeforeEach
    void open() throws IOException {
        root = Files.createDirectory(folder.resolve("scan.zarr"));
        Files.writeString(folder.resolve("secret.txt"), "secret");
        store = new FileStores().open(Address.of(root));
    }

    @Test
    void classPath_hasTheFileStore() throws IOException {
        try (Store found = Volumes.fromClassPath().store(Address.of(root))) {
            assertEquals(FileStore.class, found.getClass());
        }
    }

    @Test
    void write_createsFoldersAndReplaces() throws IOException {
        store.write("0/c/1/2", "old".getBytes(UTF_8));
        store.write("0/c/1/2", "new bytes".getBytes(UTF_8));
        assertEquals("new bytes", text(store.read("0/c/1/2")));
        assertEquals(Optional.of(9L), store.size("0/c/1/2"));
        assertEquals(List.of("2"), store.list("0/c/1").orElseThrow());
    }

    @Test
    void ranges_areCutAtTheEnd() throws IOException {
        store.write("a", "0123456789".getBytes(UTF_8));
        assertEquals("345", text(store.read("a", 3, 3)));
        assertEquals("89", text(store.read("a", 8, 100)));
        assertEquals("", text(store.read("a", 10, 5)));
        assertEquals("", text(store.read("a", Long.MAX_VALUE, Integer.MAX_VALUE)));
        assertEquals("89", text(store.readTail("a", 2)));
        assertEquals("0123456789", text(store.readTail("a", Integer.MAX_VALUE)));
        assertThrows(IllegalArgumentException.class, () -> store.read("a", -1, 5));
    }

    @Test
    void missingObjects_areEmpty() throws IOException {
        store.write("file", new byte[1]);
        Files.createDirectory(root.resolve("group"));
        for (String key : List.of("nothing", "no/thing", "file/below", "group")) {
            assertEquals(Optional.empty(), store.read(key), key);
            assertEquals(Optional.empty(), store.read(key, 0, 5), key);
            assertEquals(Optional.empty(), store.readTail(key, 5), key);
            assertEquals(Optional.empty(), store.size(key), key);
        }
        assertEquals(Optional.of(List.of()), store.list("nothing"));
    }

    @Test
    void list_isSortedAndMarksFolders() throws IOException {
        for (String key : List.of("b/x", "a", "c/y/z", "B")) {
            store.write(key, new byte[1]);
        }
        Files.write(root.resolve(".123.tmp"), new byte[1]);
        assertEquals(List.of("B", "a", "b/", "c/"), store.list("").orElseThrow());
        assertEquals(List.of("y/"), store.list("c/").orElseThrow());
    }

    @Test
    void delete_removesTheFileAndFoldersThatAreEmptyThen() throws IOException {
        store.write("g/0/a", new byte[1]);
        store.write("g/b", new byte[1]);
        store.delete("g/0/a");
        assertFalse(Files.exists(root.resolve("g/0")));
        assertTrue(Files.exists(root.resolve("g/b")));
        store.delete("g");
        store.delete("g/nothing");
        store.delete("g/b");
        assertTrue(Files.isDirectory(root));
        assertEquals(List.of(), store.list("").orElseThrow());
    }

    @Test
    void emptyKey_isTheRootItself() throws IOException {
        try (Store file = new FileStores().open(Address.of(folder.resolve("secret.txt")))) {
            assertEquals("cre", text(file.read("", 2, 3)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.txt", "a/../../secret.txt", "/etc/passwd", "a//b", "./a", "a/..", "..\\secret.txt",
        "a\u0000b", "a\nb"})
    void keysThatLeadOut_areRefused(String key) {
        List.<org.junit.jupiter.api.function.Executable>of(() -> store.read(key), () -> store.read(key, 0, 1),
                () -> store.readTail(key, 1), () -> store.size(key), () -> store.write(key, new byte[1]),
                () -> store.delete(key)).forEach(use -> {
                    VolumeException refused = assertThrows(VolumeException.class, use);
                    assertEquals(Kind.MALFORMED, refused.kind());
                    assertEquals(1, refused.getMessage().lines().count());
                });
        assertTrue(Files.exists(folder.resolve("secret.txt")));
    }

    @Test
    void linksThatLeadOut_areNeitherReadNorWrittenThrough() throws IOException {
        link("file", folder.resolve("secret.txt"));
        link("out", folder);
        link("relative", Path.of("..", "secret.txt"));
        for (String key : List.of("file", "out/secret.txt", "relative")) {
            assertEquals(Kind.ACCESS_DENIED, assertThrows(VolumeException.class, () -> store.read(key)).kind(), key);
        }
        assertThrows(VolumeException.class, () -> store.list("out"));
        assertThrows(VolumeException.class, () -> store.write("out/secret.txt", new byte[1]));
        assertThrows(VolumeException.class, () -> store.write("out/new/file", new byte[1]));
        assertThrows(VolumeException.class, () -> store.delete("out/secret.txt"));
        store.write("file", "mine".getBytes(UTF_8));
        assertEquals("secret", Files.readString(folder.resolve("secret.txt")));
        assertEquals("mine", text(store.read("file")));
    }

    @Test
    void linksInsideTheRoot_andToTheRoot_areFollowed() throws IOException {
        store.write("real/a", "a".getBytes(UTF_8));
        link("alias", Path.of("real"));
        assertEquals("a", text(store.read("alias/a")));
        Files.createSymbolicLink(folder.resolve("linked.zarr"), root);
        try (Store linked = new FileStores().open(Address.of(folder.resolve("linked.zarr")))) {
            assertEquals("a", text(linked.read("real/a")));
            linked.write("real/b", new byte[1]);
            assertTrue(Files.exists(root.resolve("real/b")));
        }
    }

    @Test
    void linkLoop_isOneError() throws IOException {
        link("a", Path.of("b"));
        link("b", Path.of("a"));
        assertThrows(VolumeException.class, () -> store.read("a"));
    }

    @Test
    void pipe_doesNotHang() throws Exception {
        Process mkfifo = new ProcessBuilder("mkfifo", root.resolve("pipe").toString()).start();
        assumeTrue(mkfifo.waitFor() == 0);
        assertEquals(Optional.empty(), store.read("pipe"));
    }

    @Test
    void hugeFile_isRefusedBeforeMemoryIsTaken() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(root.resolve("huge").toFile(), "rw")) {
            sparse.setLength(5L << 30);
        }
        assertEquals(Kind.TOO_LARGE, assertThrows(VolumeException.class, () -> store.read("huge")).kind());
        assertEquals(Optional.of(5L << 30), store.size("huge"));
        assertArrayEquals(new byte[4], store.read("huge", 4L << 30, 4).orElseThrow());
        assertArrayEquals(new byte[8], store.readTail("huge", 8).orElseThrow());
    }

    @Test
    void failedWrite_leavesTheOldFileAndNoRest() throws IOException {
        store.write("a/b", "old".getBytes(UTF_8));
        VolumeException failed = assertThrows(VolumeException.class, () -> store.write("a", new byte[10]));
        assertEquals(Kind.STORAGE, failed.kind());
        assertThrows(VolumeException.class, () -> store.write("a/b/c", new byte[10]));
        assertEquals("old", text(store.read("a/b")));
        try (Stream<Path> files = Files.walk(root)) {
            assertEquals(3, files.count());
        }
    }

    @Test
    void interruptedRead_saysSo() throws IOException {
        store.write("a", new byte[10]);
        Thread.currentThread().interrupt();
        assertThrows(InterruptedIOException.class, () -> store.read("a"));
        assertTrue(Thread.interrupted());
        assertEquals(10, store.read("a").orElseThrow().length);
    }

    private void link(String name, Path target) throws IOException {
        Files.createSymbolicLink(root.resolve(name), target);
        assertTrue(Files.exists(root.resolve(name), LinkOption.NOFOLLOW_LINKS));
    }

    private static String text(Optional<byte[]> bytes) {
        return new String(bytes.orElseThrow(), UTF_8);
    }
}
