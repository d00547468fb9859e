package org.morphodepot.volume.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.morphodepot.testing.web.Fault;
import org.morphodepot.testing.web.LoopbackServer;
import org.morphodepot.testing.web.WebReply;
import org.morphodepot.volume.store.DirectExchange.Reply;

/** Questions and uploads over direct connections: an answer, or nothing at all so that another way is taken. */
@Timeout(60)
class DirectExchangeTest {

    private static final byte[] OBJECT = "0123456789".getBytes(UTF_8);

    private final LoopbackServer server = new LoopbackServer(request -> switch (request.path()) {
        case "/object" -> WebReply.of(200, OBJECT).with("ETag", "\"tag\"")
                .with("Last-Modified", "Wed, 21 Oct 2015 07:28:00 GMT");
        case "/put" -> WebReply.of(201, "").with("ETag", "\"new\"");
        case "/wordy" -> WebReply.of(200, "thank you");
        default -> WebReply.of(404, "no such object");
    });
    private final DirectExchange exchange = new DirectExchange(new DirectClient(Duration.ofSeconds(50)));

    @AfterEach
    void stop() {
        server.close();
    }

    private URI at(String path) {
        return URI.create(server.uri() + path);
    }

    private static Optional<Reply> put(DirectExchange exchange, URI uri, byte[] body) throws IOException {
        return exchange.put(uri, "Content-Type: text/plain\r\n", body.length, () -> new ByteArrayInputStream(body));
    }

    @Test
    void head_tellsLengthTagAndTime_withoutLosingTheConnection() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertEquals(new Reply(200, 10, "\"tag\"", Optional.of(Instant.parse("2015-10-21T07:28:00Z"))),
                    exchange.head(at("/object")).orElseThrow());
            assertEquals(404, exchange.head(at("/missing")).orElseThrow().status());
        }
        assertEquals(1, server.connections());
    }

    @Test
    void page_isReadWhole_orNotAtAll() throws IOException {
        assertArrayEquals(OBJECT, exchange.page(at("/object"), 10).orElseThrow());
        assertEquals(Optional.empty(), exchange.page(at("/object"), 9));
        assertEquals(Optional.empty(), exchange.page(at("/missing"), 100));
        server.plan("/object", 1, Fault.status(503));
        assertEquals(Optional.empty(), exchange.page(at("/object"), 10));
        server.plan("/object", 1, new Fault.HideLength());
        assertEquals(Optional.empty(), exchange.page(at("/object"), 10), "a body of unknown length");
        server.plan("/object", 1, new Fault.Cut(4)); // on a new connection: the last one was closed
        assertEquals(Optional.empty(), exchange.page(at("/object"), 10), "a body that breaks off");
        assertArrayEquals(OBJECT, exchange.page(at("/object"), 10).orElseThrow());
    }

    @Test
    void pageInChunks_isJoined() throws IOException {
        AtomicInteger connections = new AtomicInteger();
        String answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n0123\r\n6\r\n456789\r\n0\r\n\r\n";
        try (RawServer chunks = new RawServer(client -> {
            connections.incrementAndGet();
            while (readHead(client)) {
                client.getOutputStream().write(answer.getBytes(US_ASCII));
            }
        })) {
            assertArrayEquals(OBJECT, exchange.page(chunks.uri("/"), 10).orElseThrow());
            assertArrayEquals(OBJECT, exchange.page(chunks.uri("/"), 100).orElseThrow());
            assertEquals(1, connections.get());
            assertEquals(Optional.empty(), exchange.page(chunks.uri("/"), 9));
        }
    }

    private static boolean readHead(Socket client) throws IOException {
        int last = 0;
        for (int b = client.getInputStream().read(); b >= 0; b = client.getInputStream().read()) {
            last = b == '\r' ? last : last << 8 | b;
            if ((last & 0xffff) == ('\n' << 8 | '\n')) {
                return true;
            }
        }
        return false;
    }

    @Test
    void put_sendsTheBodyAndKeepsTheConnection() throws IOException {
        byte[] large = new byte[3_000_001];
        Arrays.fill(large, (byte) 7);
        for (byte[] body : new byte[][] {OBJECT, new byte[0], large}) {
            assertEquals(new Reply(201, 0, "\"new\"", Optional.empty()), put(exchange, at("/put"), body).orElseThrow());
            assertArrayEquals(body, server.requests().getLast().body());
            assertEquals(Optional.of("text/plain"), server.requests().getLast().header("content-type"));
        }
        assertEquals(1, server.connections());
        assertEquals(200, put(exchange, at("/wordy"), OBJECT).orElseThrow().status());
        assertEquals(201, put(exchange, at("/put"), OBJECT).orElseThrow().status());
        assertEquals(2, server.connections(), "words that nobody reads cost the connection");
    }

    @Test
    void connectionClosedWhileIdle_isReplacedAndTheBodyReadAgain() throws IOException {
        assertEquals(200, exchange.head(at("/object")).orElseThrow().status());
        server.plan("/put", 1, new Fault.Cut(-1));
        AtomicInteger opened = new AtomicInteger();
        assertEquals(201, exchange.put(at("/put"), "", OBJECT.length, () -> {
            opened.incrementAndGet();
            return new ByteArrayInputStream(OBJECT);
        }).orElseThrow().status());
        assertEquals(2, opened.get());
    }

    @Test
    void troubleOfTheSource_isNotTheServers() throws IOException {
        IOException gone = new IOException("the disk is gone");
        assertSame(gone, assertThrows(IOException.class, () -> exchange.put(at("/put"), "", 10, () -> {
            throw gone;
        })));
        assertSame(gone, assertThrows(IOException.class, () -> exchange.put(at("/put"), "", 10, () -> new InputStream() {
            @Override
            public int read() throws IOException {
                throw gone;
            }
        })));
        assertThrows(EOFException.class,
                () -> exchange.put(at("/put"), "", OBJECT.length + 1, () -> new ByteArrayInputStream(OBJECT)));
        assertEquals(201, put(exchange, at("/put"), OBJECT).orElseThrow().status());
    }

    @Test
    void serverThatBreaksOffOrSpeaksAnotherLanguage_givesNothing() throws IOException {
        server.plan("/object", 2, new Fault.Cut(-1));
        assertEquals(Optional.empty(), exchange.head(at("/object")));
        server.plan("/put", 2, new Fault.Cut(-1));
        assertEquals(Optional.empty(), put(exchange, at("/put"), OBJECT));
        try (RawServer odd = new RawServer(client -> client.getOutputStream().write("SSH-2.0-odd\r\n".getBytes(US_ASCII)))) {
            assertEquals(Optional.empty(), exchange.head(odd.uri("/")));
        }
        URI nobody = at("/object");
        server.close();
        assertEquals(Optional.empty(), exchange.head(nobody));
    }

    @Test
    void silentServer_givesNothingInTime() throws IOException {
        DirectExchange impatient = new DirectExchange(new DirectClient(Duration.ofMillis(300)));
        try (RawServer silent = new RawServer(_ -> { })) {
            assertEquals(Optional.empty(), impatient.head(silent.uri("/")));
            assertEquals(Optional.empty(), put(impatient, silent.uri("/"), OBJECT));
        }
    }

    @Test
    void interrupting_endsTheWait() throws Exception {
        server.plan("/object", new Fault.Hang(-1));
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread asking = Thread.ofPlatform()
                .start(() -> thrown.complete(assertThrows(IOException.class, () -> exchange.head(at("/object")))));
        while (server.count("/object") == 0) {
            Thread.sleep(5);
        }
        asking.interrupt();
        assertEquals(InterruptedIOException.class, thrown.get().getClass());
    }
}
