package org.morphodepot.volume.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.testing.web.Fault;
import org.morphodepot.testing.web.LoopbackServer;
import org.morphodepot.testing.web.WebReply;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.Store;

/** What the http store does when servers and networks fail. */
@Timeout(30)
class HttpStoreTroubleTest {

    private static final Patience LITTLE = new Patience(Duration.ofMillis(600), Duration.ofMillis(300), 3, Duration.ofMillis(20));
    private static final String A = "/scan.zarr/a";

    @TempDir
    Path folder;
    private LoopbackServer server;
    private HttpStores stores;
    private Store store;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve("scan.zarr"));
        Files.writeString(folder.resolve("scan.zarr/a"), "0123456789");
        server = LoopbackServer.of(folder);
        stores = new HttpStores(new WebClient(LITTLE));
        store = stores.open(server.address("/scan.zarr"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void passingTrouble_isTriedAgain(int status) throws IOException {
        server.plan(A, 2, Fault.status(status));
        assertEquals(10, store.read("a").orElseThrow().length);
        assertEquals(3, server.count(A));
    }

    @ParameterizedTest
    @CsvSource({"503, UNREACHABLE, 3, try again later", "500, UNREACHABLE, 3, try again later", "403, ACCESS_DENIED, 1, owner",
        "401, ACCESS_DENIED, 1, owner", "400, UNREACHABLE, 1, check the address", "304, UNREACHABLE, 2, check the address"})
    void lastingTrouble_isOneClearError(int status, Kind kind, int requests, String advice) {
        server.plan(A, Fault.status(status));
        VolumeException e = assertThrows(VolumeException.class, () -> store.read("a"));
        assertEquals(kind, e.kind());
        assertEquals(requests, server.count(A));
        assertTrue(e.getMessage().contains(server.uri().getAuthority()) && e.getMessage().contains(A)
                && e.getMessage().contains(advice), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }

    @Test
    void retryAfter_isHonoured() throws IOException {
        server.plan(A, 1, new Fault.Answer(WebReply.of(503).with("Retry-After", "1")));
        long start = System.nanoTime();
        store.read("a");
        assertTrue(System.nanoTime() - start >= 1_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 4})
    void connectionThatBreaks_isTriedAgain(int bytes) throws IOException {
        server.plan(A, 2, new Fault.Cut(bytes));
        assertEquals("34567", new String(store.read("a", 3, 5).orElseThrow(), UTF_8));
        assertEquals("0123456789", new String(store.read("a").orElseThrow(), UTF_8));
    }

    @Test
    void connectionThatAlwaysBreaks_isOneClearError() {
        server.plan(A, new Fault.Cut(4));
        VolumeException e = assertThrows(VolumeException.class, () -> store.read("a"));
        assertEquals(Kind.UNREACHABLE, e.kind());
        assertTrue(e.getMessage().contains("broke off"), e.getMessage());
    }

    @Test
    void answerShorterThanItsRange_isNotTakenForTheEnd() {
        server.plan(A, new Fault.Answer(WebReply.of(206, new byte[2]).with("Content-Range", "bytes 3-7/10")));
        assertEquals(Kind.UNREACHABLE, assertThrows(VolumeException.class, () -> store.read("a", 3, 5)).kind());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 4})
    void serverThatHangs_isGivenUp(int bytes) {
        server.plan(A, new Fault.Hang(bytes));
        VolumeException e = assertThrows(VolumeException.class, () -> store.read("a"));
        assertEquals(Kind.UNREACHABLE, e.kind());
        assertTrue(e.getMessage().contains("stopped answering"), e.getMessage());
    }

    @Test
    void slowServer_isWaitedForAsLongAsBytesCome() throws IOException {
        server.plan(A, new Fault.Delay(Duration.ofMillis(400)));
        assertEquals(10, store.read("a").orElseThrow().length);
        assertEquals(1, server.count(A));
    }

    @Test
    void interrupt_endsAReadThatHangs() throws Exception {
        server.plan(A, new Fault.Hang(4));
        Store patient = new HttpStores().open(server.address("/scan.zarr"));
        CompletableFuture<IOException> thrown = new CompletableFuture<>();
        Thread reader = Thread.ofVirtual().start(
                () -> thrown.complete(assertThrows(InterruptedIOException.class, () -> patient.read("a"))));
        while (server.count(A) == 0) {
            Thread.sleep(5);
        }
        reader.interrupt();
        thrown.get();
        assertEquals(1, server.count(A));
    }

    @Test
    void nobodyListens_isOneClearError() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Store nobody = stores.open(Address.of("http://127.0.0.1:" + port + "/scan.zarr"));
        VolumeException e = assertThrows(VolumeException.class, () -> nobody.read("a"));
        assertEquals(Kind.UNREACHABLE, e.kind());
        assertTrue(e.getMessage().contains("127.0.0.1:" + port), e.getMessage());
    }

    @Test
    void hostThatDoesNotExist_isOneClearError() throws IOException {
        Store nowhere = stores.open(Address.of("https://no-such-host.invalid/scan.zarr"));
        VolumeException e = assertThrows(VolumeException.class, () -> nowhere.read("a"));
        assertEquals(Kind.UNREACHABLE, e.kind());
        assertTrue(e.getMessage().contains("no-such-host.invalid"), e.getMessage());
    }

    @Test
    void hostWithoutTls_isOneClearError() throws IOException {
        Store tls = stores.open(Address.of(server.uri().toString().replace("http:", "https:") + "/scan.zarr"));
        assertEquals(Kind.UNREACHABLE, assertThrows(VolumeException.class, () -> tls.read("a")).kind());
    }

    @Test
    void addressThatNamesNoHost_isOneClearError() throws IOException {
        Store odd = stores.open(Address.of("http://my_host_:x/scan.zarr"));
        assertEquals(Kind.NOT_FOUND, assertThrows(VolumeException.class, () -> odd.read("a")).kind());
    }

    @Test
    void bodyLargerThanItSays_orThanAllowed_isRefused() {
        server.plan(A, new Fault.Answer(WebReply.of(200).with("Content-Length", String.valueOf(5L << 30))));
        assertEquals(Kind.TOO_LARGE, assertThrows(VolumeException.class, () -> store.read("a")).kind());
    }

    @Test
    void partFarIntoAServerWithoutRanges_isRefusedInsteadOfReadInVain() {
        server.plan(A, new Fault.IgnoreRange());
        VolumeException e = assertThrows(VolumeException.class, () -> store.read("a", 1L << 30, 100));
        assertEquals(Kind.UNSUPPORTED, e.kind());
        assertTrue(e.getMessage().contains("download"), e.getMessage());
    }

    @Test
    void contentEncoding_isRefused() {
        server.plan(A, new Fault.Answer(WebReply.of(200, "zip").with("Content-Encoding", "gzip")));
        assertEquals(Kind.UNSUPPORTED, assertThrows(VolumeException.class, () -> store.read("a")).kind());
    }
}
