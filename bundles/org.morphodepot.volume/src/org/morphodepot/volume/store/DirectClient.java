package org.morphodepot.volume.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.morphodepot.volume.spi.ByteRange;
import org.morphodepot.volume.spi.ObjectBody;
import org.morphodepot.volume.spi.StoreBusyException;
import org.morphodepot.volume.spi.TaggedBytes;

/**
 * The short way to objects: plain HTTP/1.1 over blocking sockets, where {@code java.net.http} hands each byte through
 * several threads and buffers and needs about three times the processor time. It knows only the simplest case, a direct
 * connection and a body of known length. With anything else it steps aside, for that server for good, and
 * {@link WebClient} does the work. Thread-safe.
 */
public final class DirectClient {

    private static final int LONGEST_WORDS = 2048;

    private final DirectConnections connections;
    private final Map<String, Boolean> unsuitable = new ConcurrentHashMap<>();

    /** A client of its own that waits at most {@code stall} for a server's next bytes. */
    public DirectClient(Duration stall) {
        this(new Patience(stall, stall, 1, Duration.ZERO));
    }

    DirectClient(Patience patience) {
        this.connections = new DirectConnections(patience);
    }

    /** What happened to a request. */
    public sealed interface Outcome {

        /** There is such an object. */
        record Found(ObjectBody body) implements Outcome {
        }

        /**
         * There is no such object.
         *
         * @param answer the beginning of what the server says about it, for programs
         */
        record Missing(String answer) implements Outcome {
        }

        /** The server answered with this status, which another try or way would not change. */
        record Refused(int status) implements Outcome {
        }

        /** This way does not lead there. */
        record NotThisWay() implements Outcome {
        }
    }

    /**
     * All that was asked for. Blocks; an object that breaks off is passing trouble.
     *
     * @param body from {@link #get}; is closed
     */
    public static TaggedBytes read(URI uri, ObjectBody body) throws IOException {
        try (body) {
            if (body.length() > StoreLimits.wholeObject()) {
                throw StoreLimits.tooLarge(HttpTrouble.shown(uri), body.length());
            }
            byte[] bytes = new byte[(int) body.length()];
            body.read(bytes, 0, bytes.length);
            return new TaggedBytes(bytes, body.tag());
        }
    }

    /**
     * Asks for the object at {@code uri} or a part of it. Blocks.
     *
     * @throws StoreBusyException when another try may help
     */
    public Outcome get(URI uri, ByteRange range) throws IOException {
        String server = DirectConnections.server(uri);
        if (unsuitable.containsKey(server) || !DirectConnections.isDirect(uri)) {
            return new Outcome.NotThisWay();
        }
        Optional<DirectConnection> kept = connections.idle(server);
        if (kept.isPresent()) {
            try {
                return get(uri, range, kept.get());
            } catch (StoreBusyException e) {
                throw e;
            } catch (IOException e) { // closed by the server while it was idle, most likely
                kept.get().close();
                DirectConnections.refuseInterrupted(e);
            }
        }
        Optional<DirectConnection> fresh = connections.fresh(uri);
        if (fresh.isEmpty()) {
            unsuitable.put(server, true);
            return new Outcome.NotThisWay();
        }
        try {
            return get(uri, range, fresh.get());
        } catch (IOException e) {
            fresh.get().close();
            throw passing(HttpTrouble.shown(uri), e);
        }
    }

    private Outcome get(URI uri, ByteRange range, DirectConnection connection) throws IOException {
        connection.send(DirectAnswer.request("GET", uri, header(range).map(bytes -> "Range: " + bytes + "\r\n").orElse("")));
        DirectAnswer answer = connection.receive();
        String name = HttpTrouble.shown(uri);
        boolean readable = answer.isPlain() && answer.length() >= 0;
        if (readable && isAnswer(range, answer)) {
            return new Outcome.Found(new ObjectBody(answer.length(), new DirectBody(connections, connection, answer, name),
                    answer.tag()));
        }
        String words = "";
        if (readable) {
            try (DirectBody body = new DirectBody(connections, connection, answer, name)) {
                words = new String(body.readNBytes(LONGEST_WORDS), StandardCharsets.UTF_8);
            }
        } else {
            connection.close();
        }
        if (answer.status() == 404 || answer.status() == 410) {
            return new Outcome.Missing(words);
        }
        if (HttpTrouble.mayPass(answer.status())) {
            throw new StoreBusyException(HttpTrouble.status(uri, answer.status()).getMessage(), null,
                    answer.retryAfter());
        }
        if (answer.status() / 100 == 4 && answer.status() != 407 && answer.status() != 416) {
            return new Outcome.Refused(answer.status());
        }
        if (answer.status() != 416) {
            unsuitable.put(DirectConnections.server(uri), true);
        }
        return new Outcome.NotThisWay();
    }

    private static Optional<String> header(ByteRange range) {
        return switch (range) {
            case ByteRange.All() -> Optional.empty();
            case ByteRange.Part(long offset, int length) -> new Slice.Part(offset, length).range();
            case ByteRange.Tail(int length) -> new Slice.Tail(length).range();
        };
    }

    /** Whether the body is exactly what was asked for. */
    private static boolean isAnswer(ByteRange asked, DirectAnswer answer) {
        if (asked instanceof ByteRange.All) {
            return answer.status() == 200;
        }
        Optional<ContentRange> sent = answer.range();
        if (answer.status() != 206 || sent.isEmpty() || sent.get().length() != answer.length()) {
            return false;
        }
        return switch (asked) {
            case ByteRange.All() -> false;
            case ByteRange.Part(long offset, int length) -> sent.get().first() == offset && answer.length() <= length;
            case ByteRange.Tail(int length) -> answer.length() <= length
                    && sent.get().last() + 1 == sent.get().total().orElse(-1);
        };
    }

    DirectConnections connections() {
        return connections;
    }

    /** Ends the connections that are idle. */
    public void close() {
        connections.close();
    }

    /** What to throw when a connection broke off or stalled. */
    static IOException passing(String name, IOException cause) throws InterruptedIOException {
        DirectConnections.refuseInterrupted(cause);
        return cause instanceof StoreBusyException ? cause
                : new StoreBusyException("the connection broke off while " + name + " was read; try again later", cause);
    }
}
