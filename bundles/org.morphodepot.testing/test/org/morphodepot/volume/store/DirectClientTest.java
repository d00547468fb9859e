package org.morphodepot.volume.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.testing.web.Fault;
import org.morphodepot.testing.web.LoopbackServer;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.ObjectBody;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.spi.StoreBusyException;

/** Objects that are opened rather than read, over direct connections. */
@Timeout(30)
class DirectClientTest {

    private static final Patience LITTLE = new Patience(Duration.ofMillis(600), Duration.ofMillis(300), 2, Duration.ofMillis(20));
    private static final String A = "/scan.zarr/a";

    @TempDir
    Path folder;
    private LoopbackServer server;
    private Store store;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve("scan.zarr"));
        Files.writeString(folder.resolve("scan.zarr/a"), "0123456789");
        server = LoopbackServer.of(folder);
        store = new HttpStores(new WebClient(LITTLE)).open(server.address("/scan.zarr"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String text(Optional<ObjectBody> found) throws IOException {
        try (ObjectBody body = found.orElseThrow()) {
            byte[] bytes = new byte[(int) body.length()];
            body.read(bytes, 0, bytes.length);
            return new String(bytes, UTF_8);
        }
    }

    @Test
    void connection_isKept() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertEquals("0123456789", text(store.open("a")));
            assertTrue(store.open("missing").isEmpty());
        }
        assertEquals(1, server.connections());
    }

    @Test
    void bodyThatIsNotReadToItsEnd_costsNothingOrItsConnection() throws IOException {
        Files.write(folder.resolve("scan.zarr/large"), new byte[5 << 20]);
        store.open("a").orElseThrow().close();
        store.open("large").orElseThrow().close();
        assertEquals(1, server.connections());
        assertEquals("0123456789", text(store.open("a")));
        assertEquals(2, server.connections());
    }

    @Test
    void connectionClosedWhileIdle_isReplaced() throws IOException {
        assertEquals("0123456789", text(store.open("a")));
        server.plan(A, 1, new Fault.Cut(-1));
        assertEquals("0123456789", text(store.open("a")));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503, 504})
    void busyServer_isToldApart(int status) {
        server.plan(A, Fault.status(status));
        StoreBusyException e = assertThrows(StoreBusyException.class, () -> store.open("a"));
        assertTrue(e.getMessage().contains(A), e.getMessage());
    }

    @Test
    void bodyThatBreaksOffOrStalls_isPassingTrouble() throws IOException {
        server.plan(A, 1, new Fault.Cut(4));
        assertThrows(StoreBusyException.class, () -> text(store.open("a")));
        server.plan(A, 1, new Fault.Hang(4));
        assertThrows(StoreBusyException.class, () -> text(store.open("a")));
        assertEquals("0123456789", text(store.open("a")));
    }

    @Test
    void refusal_isOneClearError() {
        server.plan(A, Fault.status(403));
        VolumeException e = assertThrows(VolumeException.class, () -> store.open("a"));
        assertEquals(Kind.ACCESS_DENIED, e.kind());
    }

    @Test
    void unreachableServer_isOneClearError() {
        server.close();
        VolumeException e = assertThrows(VolumeException.class, () -> store.open("a"));
        assertEquals(Kind.UNREACHABLE, e.kind());
    }

    @Test
    void answerWithoutLength_isReadTheOtherWay() throws IOException {
        server.plan(A, new Fault.HideLength());
        assertEquals("0123456789", text(store.open("a")));
    }

    @Test
    void interrupting_endsTheWait() throws Exception {
        server.plan(A, new Fault.Hang(-1));
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Store patient = new HttpStores().open(server.address("/scan.zarr"));
        Thread reader = Thread.ofPlatform().start(() -> thrown.complete(assertThrows(IOException.class, () -> patient.open("a"))));
        while (server.count(A) == 0) {
            Thread.sleep(5);
        }
        reader.interrupt();
        assertEquals(InterruptedIOException.class, thrown.get().getClass());
    }

    @Test
    void file_isOpened() throws IOException {
        byte[] values = new byte[300_000];
        Arrays.fill(values, (byte) 'x');
        Files.write(folder.resolve("scan.zarr/large"), values);
        Store files = new FileStores().open(org.morphodepot.volume.Address.of(folder.resolve("scan.zarr")));
        assertEquals(new String(values, UTF_8), text(files.open("large")));
        assertTrue(files.open("missing").isEmpty());
        assertTrue(files.open("").isEmpty());
    }
}
