package org.morphodepot.volume.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

import org.morphodepot.volume.spi.BodySource;

/**
 * Other requests than reading an object, over the connections of a {@link DirectClient}. Knows only success: whenever a result
 * is empty, another way has to be taken, which tries again and has the words for what is wrong. Thread-safe.
 */
public final class DirectExchange {

    private static final boolean[] FRESH = {false, true};

    private final DirectConnections connections;

    /** Shares the connections of {@code client}. */
    public DirectExchange(DirectClient client) {
        this.connections = client.connections();
    }

    /**
     * The head of an answer.
     *
     * @param length of the object; -1 when the server does not say
     * @param tag as the server writes it; empty when there is none
     */
    public record Reply(int status, long length, String tag, Optional<Instant> modified) {
    }

    private interface Talk<T> {
        T with(DirectConnection connection) throws IOException;
    }

    /** What is known about the object at {@code uri}; the status may be any. Blocks. */
    public Optional<Reply> head(URI uri) throws IOException {
        return talk(uri, connection -> {
            connection.send(DirectAnswer.request("HEAD", uri, ""));
            DirectAnswer answer = connection.receive();
            giveBack(connection, answer);
            return reply(answer);
        });
    }

    /** The whole of an answer to a question, such as a listing; empty also when it has more than {@code most} bytes. Blocks. */
    public Optional<byte[]> page(URI uri, int most) throws IOException {
        return talk(uri, connection -> {
            connection.send(DirectAnswer.request("GET", uri, ""));
            DirectAnswer answer = connection.receive();
            Optional<byte[]> page = answer.status() == 200 ? page(connection, answer, most) : Optional.empty();
            if (page.isPresent()) {
                giveBack(connection, answer);
            } else {
                connection.close();
            }
            return page;
        }).flatMap(page -> page);
    }

    private static Optional<byte[]> page(DirectConnection connection, DirectAnswer answer, int most) throws IOException {
        if (answer.isChunked()) {
            try (ChunkedBody body = new ChunkedBody(connection.body())) {
                byte[] bytes = body.readNBytes(most + 1);
                return bytes.length <= most ? Optional.of(bytes) : Optional.empty();
            }
        }
        if (!answer.isPlain() || answer.length() < 0 || answer.length() > most) {
            return Optional.empty();
        }
        byte[] bytes = connection.body().readNBytes((int) answer.length());
        return bytes.length == answer.length() ? Optional.of(bytes) : Optional.empty();
    }

    /**
     * Sends {@code length} bytes to {@code uri}. Blocks.
     *
     * @param lines of the head, each with its end
     * @throws IOException of {@code body}; what the server does wrong gives an empty result
     */
    public Optional<Reply> put(URI uri, String lines, long length, BodySource body) throws IOException {
        byte[] head = DirectAnswer.request("PUT", uri, "Content-Length: " + length + "\r\n" + lines);
        return talk(uri, connection -> {
            try (InputStream in = opened(body)) {
                connection.send(head, in, length);
            }
            DirectAnswer answer = connection.receive();
            if (answer.isPlain() && answer.length() == 0) {
                giveBack(connection, answer);
            } else {
                connection.close();
            }
            return reply(answer);
        });
    }

    private static InputStream opened(BodySource body) throws DirectConnection.SourceTrouble {
        try {
            return body.open();
        } catch (IOException e) {
            throw new DirectConnection.SourceTrouble(e);
        }
    }

    private static Reply reply(DirectAnswer answer) {
        return new Reply(answer.status(), answer.length(), answer.tag(), answer.modified());
    }

    private void giveBack(DirectConnection connection, DirectAnswer answer) {
        if (answer.reusable()) {
            connections.giveBack(connection);
        } else {
            connection.close();
        }
    }

    /** On an idle connection and, when the server has closed that meanwhile, on a new one. */
    private <T> Optional<T> talk(URI uri, Talk<T> talk) throws IOException {
        if (!DirectConnections.isDirect(uri)) {
            return Optional.empty();
        }
        for (boolean fresh : FRESH) {
            Optional<DirectConnection> connection = fresh ? connections.fresh(uri)
                    : connections.idle(DirectConnections.server(uri));
            if (connection.isPresent()) {
                Optional<T> said = attempt(connection.get(), talk);
                if (said.isPresent()) {
                    return said;
                }
            }
        }
        return Optional.empty();
    }

    private static <T> Optional<T> attempt(DirectConnection connection, Talk<T> talk) throws IOException {
        try {
            return Optional.of(talk.with(connection));
        } catch (DirectConnection.SourceTrouble e) {
            connection.close();
            throw e.getCause();
        } catch (InterruptedIOException e) {
            connection.close();
            throw e;
        } catch (IOException e) {
            connection.close();
            DirectConnections.refuseInterrupted(e);
            return Optional.empty();
        } catch (RuntimeException e) { // cancelled, most likely
            connection.close();
            throw e;
        }
    }
}
