package org.morphodepot.volume.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.morphodepot.testing.web.LoopbackServer;
import org.morphodepot.testing.web.WebRequest;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.spi.ByteRange;
import org.morphodepot.volume.spi.Store;

/** What the store asks an S3 server, and makes of its answers. */
@Timeout(60)
class S3StoreTest {

    private final FakeS3 s3 = new FakeS3("lab");
    private final LoopbackServer server = new LoopbackServer(s3);
    private final S3Stores stores = new S3Stores(name -> null, Duration.ofSeconds(5), Duration.ofSeconds(5));
    private Store store;

    @BeforeEach
    void open() throws IOException {
        store = stores.open(address("lab/scans/my scan.zarr", "anonymous=true"));
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        stores.close();
        server.close();
    }

    @Test
    void classPath_hasTheS3Store() throws IOException {
        try (Store found = Volumes.fromClassPath().store(Address.of("s3://lab/scan.zarr?anonymous=true"))) {
            assertEquals(S3Store.class, found.getClass());
        }
    }

    @Test
    void write_putsTheBytesAsTheyAre() throws IOException {
        store.write("0/c/ü+1", "chunk".getBytes(UTF_8));
        assertArrayEquals("chunk".getBytes(UTF_8), s3.objects().get("scans/my scan.zarr/0/c/ü+1"));
        assertEquals("chunk", text(store.read("0/c/ü+1")));
        assertEquals(Optional.of(5L), store.size("0/c/ü+1"));
        store.delete("0/c/ü+1");
        store.delete("0/c/ü+1");
        assertEquals(Optional.empty(), store.read("0/c/ü+1"));
    }

    @Test
    void tag_changesWithTheObject() throws IOException {
        store.write("a", "12345".getBytes(UTF_8));
        String tag = store.tag("a").orElseThrow();
        assertEquals(tag, store.readTagged("a", new ByteRange.Part(1, 2)).orElseThrow().tag());
        assertEquals(tag, store.readTagged("a", new ByteRange.Tail(2)).orElseThrow().tag());
        store.write("a", "54321".getBytes(UTF_8));
        assertNotEquals(tag, store.readTagged("a", ByteRange.ALL).orElseThrow().tag());
        assertEquals(Optional.empty(), store.tag("b"));
    }

    @Test
    void requestsToOtherServers_haveNoneOfAmazonsTrailers() throws IOException {
        store.write("a", "12345".getBytes(UTF_8));
        store.read("a");
        for (WebRequest request : server.requests()) {
            assertTrue(request.headers().keySet().stream().noneMatch(h -> h.contains("trailer") || h.contains("checksum")
                    || h.equals("x-amz-te")), () -> request.headers().toString());
            assertFalse(request.header("content-encoding").orElse("").contains("aws-chunked"));
        }
        assertEquals("5", server.requests().getFirst().headers().get("content-length"));
    }

    @Test
    void ranges_areCutAtTheEnd() throws IOException {
        put("a", "0123456789");
        put("empty", "");
        assertEquals("345", text(store.read("a", 3, 3)));
        assertEquals("89", text(store.read("a", 8, 100)));
        assertEquals("", text(store.read("a", 10, 5)));
        assertEquals("", text(store.read("a", 3, 0)));
        assertEquals("89", text(store.readTail("a", 2)));
        assertEquals("0123456789", text(store.readTail("a", 1000)));
        assertEquals("", text(store.readTail("empty", 7)));
        assertEquals("", text(store.read("empty")));
        assertEquals("bytes=3-5", server.requests().getFirst().headers().get("range"));
    }

    @Test
    void missingObjects_areEmpty() throws IOException {
        assertEquals(Optional.empty(), store.read("no/thing"));
        assertEquals(Optional.empty(), store.read("no/thing", 0, 5));
        assertEquals(Optional.empty(), store.readTail("no/thing", 5));
        assertEquals(Optional.empty(), store.size("no/thing"));
        assertEquals(Optional.of(List.of()), store.list("no/thing"));
    }

    @Test
    void list_joinsPagesAndMarksFolders() throws IOException {
        for (String key : List.of("b/x", "a", "c/y/z", "B", "d", "e", "f/1", "f/2", "zarr.json")) {
            put(key, "x");
        }
        s3.objects().put("scans/my scan.zarr2/other", new byte[1]);
        assertEquals(List.of("B", "a", "b/", "c/", "d", "e", "f/", "zarr.json"), store.list("").orElseThrow());
        assertEquals(List.of("1", "2"), store.list("f/").orElseThrow());
        try (Store bucket = stores.open(address("lab", "anonymous=true"))) {
            assertEquals(List.of("scans/"), bucket.list("").orElseThrow());
        }
    }

    @Test
    void anonymous_sendsNoCredentials() throws IOException {
        withCredentials(() -> store.read("a"));
        assertTrue(server.requests().getLast().header("authorization").isEmpty());
    }

    @Test
    void credentialsOfTheComputer_signRequests() throws IOException {
        s3.lock();
        put("a", "secret bone");
        withCredentials(() -> {
            try (Store signed = stores.open(address("lab/scans/my scan.zarr", "region=xy-1"))) {
                assertEquals("secret bone", text(signed.read("a")));
                signed.write("b", "more".getBytes(UTF_8));
                assertEquals("more", text(signed.read("b")));
            }
        });
        String authorization = server.requests().getLast().headers().get("authorization");
        assertTrue(authorization.contains("AKIATEST") && authorization.contains("/xy-1/s3/"), authorization);
        assertArrayEquals("more".getBytes(UTF_8), s3.objects().get("scans/my scan.zarr/b"));
    }

    @Test
    void noCredentials_publicDataIsReadAllTheSame() throws IOException {
        put("a", "public");
        withoutCredentials(() -> {
            try (Store plain = stores.open(address("lab/scans/my scan.zarr", "region=xy-1"))) {
                assertEquals("public", text(plain.read("a")));
            }
        });
        assertTrue(server.requests().getLast().header("authorization").isEmpty());
    }

    @Test
    void noCredentials_privateDataSaysWhatToDo() {
        s3.lock();
        VolumeException asked = assertThrows(VolumeException.class, () -> store.read("a"));
        assertEquals(Kind.ACCESS_DENIED, asked.kind());
        assertTrue(asked.getMessage().contains("anonymous=true"), asked.getMessage());
        withoutCredentials(() -> {
            try (Store plain = stores.open(address("lab/scans/my scan.zarr", "region=xy-1"))) {
                VolumeException e = assertThrows(VolumeException.class, () -> plain.read("a"));
                assertTrue(e.getMessage().contains("no credentials were found"), e.getMessage());
            }
        });
    }

    @Test
    void keysThatLeadOut_areRefused() {
        assertThrows(VolumeException.class, () -> store.read("../x"));
        assertThrows(VolumeException.class, () -> store.write("a//b", new byte[1]));
        assertThrows(VolumeException.class, () -> store.list(".."));
        assertEquals(0, server.requests().size());
    }

    private interface Use {
        void run() throws IOException;
    }

    private static void withCredentials(Use use) throws IOException {
        System.setProperty("aws.accessKeyId", "AKIATEST");
        System.setProperty("aws.secretAccessKey", "test-secret");
        try {
            use.run();
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    /** As on a computer where nobody has ever used S3. */
    private static void withoutCredentials(Use use) {
        System.setProperty("aws.disableEc2Metadata", "true");
        System.setProperty("aws.configFile", "/nonexistent/config");
        System.setProperty("aws.sharedCredentialsFile", "/nonexistent/credentials");
        try {
            use.run();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            List.of("aws.disableEc2Metadata", "aws.configFile", "aws.sharedCredentialsFile").forEach(System::clearProperty);
        }
    }

    private void put(String key, String text) {
        s3.objects().put("scans/my scan.zarr/" + key, text.getBytes(UTF_8));
    }

    private Address address(String path, String options) {
        return Address.of("s3://" + path + "?endpoint=" + server.uri() + "&" + options);
    }

    private static String text(Optional<byte[]> bytes) {
        return new String(bytes.orElseThrow(), UTF_8);
    }
}
