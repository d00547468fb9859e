package org.morphodepot.volume.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

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
import org.morphodepot.testing.web.WebReply;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.spi.Store;

/** What the http store reads from servers that mean well, in all the dialects they speak. */
@Timeout(30)
class HttpStoreTest {

    private static final String DIGITS = "0123456789";

    @TempDir
    Path folder;
    private LoopbackServer server;
    private Store store;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve("scan.zarr/0"));
        Files.writeString(folder.resolve("scan.zarr/a"), DIGITS);
        Files.writeString(folder.resolve("scan.zarr/empty"), "");
        Files.writeString(folder.resolve("scan.zarr/0/ü #1?.json"), "{}");
        server = LoopbackServer.of(folder);
        store = new HttpStores().open(server.address("/scan.zarr"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void classPath_hasTheHttpStore() throws IOException {
        try (Store found = Volumes.fromClassPath().store(Address.of("https://example.org/scan.zarr"))) {
            assertEquals(HttpStore.class, found.getClass());
        }
    }

    @Test
    void wholeObjects_areRead() throws IOException {
        assertEquals(DIGITS, text(store.read("a")));
        assertEquals("", text(store.read("empty")));
        assertEquals("{}", text(store.read("0/ü #1?.json")));
    }

    @Test
    void ranges_areCutAtTheEnd() throws IOException {
        assertEquals("345", text(store.read("a", 3, 3)));
        assertEquals("89", text(store.read("a", 8, 100)));
        assertEquals("", text(store.read("a", 10, 5)));
        assertEquals("", text(store.read("a", 3, 0)));
        assertEquals("", text(store.read("a", Long.MAX_VALUE, 1)));
        assertEquals("", text(store.read("empty", 0, 5)));
        assertEquals("89", text(store.readTail("a", 2)));
        assertEquals(DIGITS, text(store.readTail("a", 1000)));
        assertEquals("", text(store.readTail("a", 0)));
        assertEquals("", text(store.readTail("empty", 7)));
        assertThrows(IllegalArgumentException.class, () -> store.read("a", -1, 5));
    }

    @Test
    void sizes_areAskedWithoutReadingAll() throws IOException {
        assertEquals(Optional.of(10L), store.size("a"));
        assertEquals(Optional.of(0L), store.size("empty"));
        assertTrue(server.requests().stream().allMatch(r -> r.method().equals("GET")), "signed addresses allow GET only");
    }

    @Test
    void missingObjects_areEmpty() throws IOException {
        server.plan("/scan.zarr/gone", Fault.status(410));
        for (String key : List.of("nothing", "no/thing", "gone")) {
            assertEquals(Optional.empty(), store.read(key), key);
            assertEquals(Optional.empty(), store.read(key, 0, 5), key);
            assertEquals(Optional.empty(), store.readTail(key, 5), key);
            assertEquals(Optional.empty(), store.size(key), key);
        }
        assertEquals(1, server.count("/scan.zarr/no/thing") / 4, "no retries");
    }

    @Test
    void serverWithoutRanges_isServedByCutting() throws IOException {
        server.plan("*", new Fault.IgnoreRange());
        assertEquals("345", text(store.read("a", 3, 3)));
        assertEquals("89", text(store.read("a", 8, 100)));
        assertEquals("", text(store.read("a", 12, 100)));
        assertEquals("89", text(store.readTail("a", 2)));
        assertEquals(DIGITS, text(store.readTail("a", 1000)));
        assertEquals(Optional.of(10L), store.size("a"));
    }

    @Test
    void serverThatHidesLengths_isAskedByHead() throws IOException {
        server.plan("/scan.zarr/a", 1, new Fault.HideLength());
        assertEquals(Optional.of(10L), store.size("a"));
        server.plan("*", new Fault.HideLength());
        server.plan("*", new Fault.IgnoreRange());
        assertEquals("56", text(store.read("a", 5, 2)));
        assertEquals(Kind.UNSUPPORTED, assertThrows(VolumeException.class, () -> store.size("a")).kind());
        assertEquals(Kind.UNSUPPORTED, assertThrows(VolumeException.class, () -> store.readTail("a", 2)).kind());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 416, 501})
    void serverThatRefusesSuffixRanges_isAskedForTheSize(int status) throws IOException {
        try (LoopbackServer azure = new LoopbackServer(request -> request.header("range").orElse("").startsWith("bytes=-")
                ? WebReply.of(status) : Responder.folder(folder).answer(request))) {
            Store other = new HttpStores().open(azure.address("/scan.zarr"));
            assertEquals("89", text(other.readTail("a", 2)));
            assertEquals(DIGITS, text(other.readTail("a", 20)));
            assertEquals("", text(other.readTail("empty", 2)));
        }
    }

    @Test
    void serverThatTakesTheSuffixForAPrefix_isNotBelieved() throws IOException {
        WebReply prefix = new WebReply(206, java.util.Map.of("Content-Range", "bytes 0-1/10"), "01".getBytes(UTF_8));
        server.plan("/scan.zarr/a", 1, new Fault.Answer(prefix));
        assertEquals("89", text(store.readTail("a", 2)));
    }

    @Test
    void serverThatSendsAnotherRange_isRefused() {
        server.plan("*", new Fault.Answer(new WebReply(206, java.util.Map.of("Content-Range", "bytes 0-2/10"), new byte[3])));
        assertEquals(Kind.MALFORMED, assertThrows(VolumeException.class, () -> store.read("a", 3, 3)).kind());
        server.behave();
        server.plan("*", new Fault.Answer(new WebReply(206, java.util.Map.of(), new byte[3])));
        assertEquals(Kind.MALFORMED, assertThrows(VolumeException.class, () -> store.read("a", 3, 3)).kind());
    }

    @Test
    void query_goesWithEveryRequestAndIntoNoMessage() throws IOException {
        Store signed = new HttpStores().open(server.address("/scan.zarr?X-Sig=a%2Fb%2B&e=1"));
        assertEquals(DIGITS, text(signed.read("a")));
        assertEquals("X-Sig=a%2Fb%2B&e=1", server.requests().getLast().query());
        server.plan("*", Fault.status(403));
        VolumeException denied = assertThrows(VolumeException.class, () -> signed.read("a"));
        assertTrue(!denied.getMessage().contains("X-Sig"), denied.getMessage());
    }

    @Test
    void redirects_areFollowed() throws IOException {
        server.plan("/scan.zarr/a", 2, new Fault.Answer(WebReply.of(302).with("Location", server.uri() + "/scan.zarr/a?moved")));
        assertEquals("345", text(store.read("a", 3, 3)));
        assertEquals("moved", server.requests().getLast().query());
    }

    @Test
    void redirectLoop_isOneError() {
        server.plan("*", new Fault.Answer(WebReply.of(302).with("Location", server.uri() + "/scan.zarr/a")));
        assertEquals(Kind.UNREACHABLE, assertThrows(VolumeException.class, () -> store.read("a")).kind());
    }

    @Test
    void connections_areUsedAgain() throws IOException {
        byte[] noise = new byte[3_000_000];
        new Random(1).nextBytes(noise);
        Files.write(folder.resolve("scan.zarr/noise"), noise);
        for (int i = 0; i < 20; i++) {
            assertEquals(1000, store.read("noise", i * 1000L, 1000).orElseThrow().length);
            store.read("missing");
        }
        assertArrayEquals(noise, store.read("noise").orElseThrow());
        assertEquals(1, server.connections());
    }

    @Test
    void writing_isRefusedWithAHint() {
        VolumeException refused = assertThrows(VolumeException.class, () -> store.write("a", new byte[1]));
        assertEquals(Kind.UNSUPPORTED, refused.kind());
        assertThrows(VolumeException.class, () -> store.delete("a"));
        assertEquals(0, server.requests().size());
    }

    @Test
    void listing_isNotPossible() throws IOException {
        assertEquals(Optional.empty(), store.list(""));
    }

    @Test
    void keysThatLeadOut_areRefused() {
        assertEquals(Kind.MALFORMED, assertThrows(VolumeException.class, () -> store.read("../x")).kind());
        assertEquals(0, server.requests().size());
    }

    @Test
    void emptyKey_isTheAddressItself() throws IOException {
        assertEquals("12", text(new HttpStores().open(server.address("/scan.zarr/a")).read("", 1, 2)));
    }

    private static String text(Optional<byte[]> bytes) {
        return new String(bytes.orElseThrow(), UTF_8);
    }
}
