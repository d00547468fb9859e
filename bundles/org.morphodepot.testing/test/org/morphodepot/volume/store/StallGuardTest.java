package org.morphodepot.volume.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that falls silent does not keep anybody waiting. */
@Timeout(60)
class StallGuardTest {

    /** Long enough that only the guard can end the wait. */
    private static final Patience PATIENT = new Patience(Duration.ofSeconds(50), Duration.ofSeconds(50), 1, Duration.ZERO);
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);

    @Test
    void silentServer_isLeft_againAndAgain() throws IOException {
        StallGuard guard = new StallGuard(Duration.ofMillis(200));
        try (RawServer silent = new RawServer(_ -> { })) {
            for (int i = 0; i < 3; i++) { // the guard's thread ends in between and starts again
                try (DirectConnection connection = DirectConnection.open(silent.uri("/"), PATIENT, guard)) {
                    connection.send("GET / HTTP/1.1\r\n\r\n".getBytes(US_ASCII));
                    assertThrows(IOException.class, connection::receive);
                }
            }
        }
    }

    @Test
    void serverThatFallsSilentInTheMiddle_isLeft() throws IOException {
        StallGuard guard = new StallGuard(Duration.ofMillis(200));
        try (RawServer server = new RawServer(client -> client.getOutputStream()
                .write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n012".getBytes(US_ASCII)));
                DirectConnection connection = DirectConnection.open(server.uri("/"), PATIENT, guard)) {
            assertThrows(IOException.class, () -> {
                connection.receive();
                connection.body().readNBytes(10);
            });
        }
    }

    @Test
    void serverThatTakesNothing_isLeft() throws IOException {
        StallGuard guard = new StallGuard(Duration.ofMillis(200));
        try (RawServer deaf = new RawServer(_ -> { });
                DirectConnection connection = DirectConnection.open(deaf.uri("/"), PATIENT, guard)) {
            long more = 1L << 30;
            IOException e = assertThrows(IOException.class,
                    () -> connection.send("PUT / HTTP/1.1\r\n\r\n".getBytes(US_ASCII), new Zeros(), more));
            assertFalse(e instanceof DirectConnection.SourceTrouble, "it is not the source's fault");
        }
    }

    private static final class Zeros extends InputStream {

        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return length;
        }
    }

    @Test
    void idleConnection_isLeftAlone() throws IOException, InterruptedException {
        StallGuard guard = new StallGuard(Duration.ofMillis(300));
        try (RawServer server = new RawServer(client -> client.getOutputStream()
                .write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(US_ASCII)));
                DirectConnection connection = DirectConnection.open(server.uri("/"), PATIENT, guard)) {
            Thread.sleep(1000);
            assertEquals(204, connection.receive().status());
        }
    }

    @Test
    void onlyWaiting_countsAsStalling() throws Exception {
        StallGuard guard = new StallGuard(Duration.ofHours(1));
        try (RawServer silent = new RawServer(_ -> { })) {
            DirectConnection connection = DirectConnection.open(silent.uri("/"), PATIENT, guard);
            assertFalse(connection.isStalled(System.nanoTime() + HOUR, 1));
            CompletableFuture<Throwable> thrown = new CompletableFuture<>();
            Thread reader = Thread.ofPlatform()
                    .start(() -> thrown.complete(assertThrows(IOException.class, connection::receive)));
            while (!connection.isStalled(System.nanoTime() + HOUR, HOUR / 2)) {
                Thread.sleep(5);
            }
            assertFalse(connection.isStalled(System.nanoTime(), HOUR), "not for so long");
            connection.close();
            assertTrue(thrown.get() instanceof IOException);
            reader.join();
            assertFalse(connection.isStalled(System.nanoTime() + HOUR, 1), "nobody waits any more");
        }
    }
}
