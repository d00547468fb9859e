package org.morphodepot.volume.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.testing.web.Fault;
import org.morphodepot.testing.web.LoopbackServer;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.Store;

/** What the S3 store says when servers refuse or fail. */
@Timeout(60)
class S3TroubleTest {

    private static final String A = "/lab/scan.zarr/a";

    private final FakeS3 s3 = new FakeS3("lab");
    private final LoopbackServer server = new LoopbackServer(s3);
    private final S3Stores stores = new S3Stores(name -> null, Duration.ofSeconds(1), Duration.ofSeconds(1));
    private Store store;

    @BeforeEach
    void open() throws IOException {
        s3.objects().put("scan.zarr/a", new byte[100]);
        store = stores.open(address(server.uri().toString(), "lab"));
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        stores.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "404, NoSuchBucket,          NOT_FOUND,     no bucket lab",
        "403, AccessDenied,          ACCESS_DENIED, without credentials",
        "403, SignatureDoesNotMatch, ACCESS_DENIED, does not accept the credentials",
        "403, InvalidAccessKeyId,    ACCESS_DENIED, ?profile=NAME",
        "403, RequestTimeTooSkewed,  ACCESS_DENIED, clock",
        "301, PermanentRedirect,     UNREACHABLE,   ?region=",
        "400, AuthorizationHeaderMalformed, UNREACHABLE, ?region=",
        "503, SlowDown,              UNREACHABLE,   try again later",
        "500, InternalError,         UNREACHABLE,   try again later",
        "405, MethodNotAllowed,      UNREACHABLE,   check the address",
    })
    void answers_haveTheirSentence(int status, String code, Kind kind, String words) {
        server.plan(A, new Fault.Answer(FakeS3.error(status, code)));
        VolumeException e = assertThrows(VolumeException.class, () -> store.read("a"));
        assertEquals(kind, e.kind());
        assertTrue(e.getMessage().contains(words), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
        assertFalse(e.getMessage().contains("AKIASECRET"), "the server's own text may repeat secrets");
    }

    @Test
    void wrongRegion_isNamed() {
        server.plan(A, new Fault.Answer(FakeS3.error(301, "PermanentRedirect").with("x-amz-bucket-region", "eu-central-1")));
        VolumeException e = assertThrows(VolumeException.class, () -> store.read("a"));
        assertTrue(e.getMessage().contains("?region=eu-central-1"), e.getMessage());
    }

    @Test
    void missingBucket_isNotAMissingObject() {
        for (var use : java.util.List.<ThrowingUse>of(s -> s.read("a"), s -> s.list(""), s -> s.write("a", new byte[1]))) {
            VolumeException e = assertThrows(VolumeException.class, () -> {
                try (Store other = stores.open(address(server.uri().toString(), "nobody"))) {
                    use.on(other);
                }
            });
            assertEquals(Kind.NOT_FOUND, e.kind());
        }
    }

    private interface ThrowingUse {
        void on(Store store) throws IOException;
    }

    @Test
    void passingTrouble_isTriedAgain() throws IOException {
        server.plan(A, 2, new Fault.Answer(FakeS3.error(503, "SlowDown")));
        assertEquals(100, store.read("a").orElseThrow().length);
        assertEquals(3, server.count(A));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 40})
    void connectionThatBreaks_isTriedAgain(int bytes) throws IOException {
        server.plan(A, 2, new Fault.Cut(bytes));
        assertEquals(100, store.read("a").orElseThrow().length);
        assertEquals(3, server.count(A));
    }

    @Test
    void connectionThatAlwaysBreaks_isOneClearError() {
        server.plan(A, new Fault.Cut(40));
        VolumeException e = assertThrows(VolumeException.class, () -> store.read("a"));
        assertEquals(Kind.UNREACHABLE, e.kind());
        assertTrue(e.getMessage().contains("broke off"), e.getMessage());
    }

    @Test
    void serverThatHangs_isGivenUp() {
        server.plan(A, new Fault.Hang(-1));
        VolumeException e = assertThrows(VolumeException.class, () -> store.read("a"));
        assertEquals(Kind.UNREACHABLE, e.kind());
        assertTrue(e.getMessage().contains("does not answer"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 40})
    void interrupt_endsAReadThatHangs(int bytes) throws Exception {
        server.plan(A, new Fault.Hang(bytes));
        S3Stores patient = new S3Stores();
        CompletableFuture<IOException> thrown = new CompletableFuture<>();
        Thread reader = Thread.ofVirtual().start(() -> {
            try (Store slow = patient.open(address(server.uri().toString(), "lab"))) {
                slow.read("a");
            } catch (IOException e) {
                thrown.complete(e);
            }
        });
        while (server.count(A) == 0) {
            Thread.sleep(5);
        }
        Thread.sleep(50);
        reader.interrupt();
        assertEquals(InterruptedIOException.class, thrown.get().getClass());
        patient.close();
    }

    @Test
    void serverWithoutRanges_isRefused() {
        server.plan(A, new Fault.IgnoreRange());
        assertEquals(Kind.UNSUPPORTED, assertThrows(VolumeException.class, () -> store.read("a", 3, 5)).kind());
    }

    @Test
    void nobodyListens_isOneClearError() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (Store nobody = stores.open(address("http://127.0.0.1:" + port, "lab"))) {
            VolumeException e = assertThrows(VolumeException.class, () -> nobody.read("a"));
            assertEquals(Kind.UNREACHABLE, e.kind());
            assertTrue(e.getMessage().contains("127.0.0.1:" + port + ": it refuses"), e.getMessage());
        }
    }

    @Test
    void hostThatDoesNotExist_isOneClearError() throws IOException {
        try (Store nowhere = stores.open(address("http://no-such-host.invalid", "lab"))) {
            VolumeException e = assertThrows(VolumeException.class, () -> nowhere.read("a"));
            assertEquals(Kind.UNREACHABLE, e.kind());
            assertTrue(e.getMessage().contains("no-such-host.invalid"), e.getMessage());
        }
    }

    @Test
    void profileThatDoesNotExist_isNamed() throws IOException {
        Address address = Address.of("s3://lab/scan.zarr?region=x-1&profile=no-such-profile&endpoint=" + server.uri());
        try (Store other = stores.open(address)) {
            VolumeException e = assertThrows(VolumeException.class, () -> other.read("a"));
            assertEquals(Kind.ACCESS_DENIED, e.kind());
            assertTrue(e.getMessage().contains("no-such-profile"), e.getMessage());
        }
    }

    @Test
    void storeUsedAfterTheProviderWasClosed_fails() {
        stores.close();
        assertThrows(VolumeException.class, () -> store.read("a"));
    }

    private static Address address(String endpoint, String bucket) {
        return Address.of("s3://" + bucket + "/scan.zarr?anonymous=true&endpoint=" + endpoint);
    }
}
