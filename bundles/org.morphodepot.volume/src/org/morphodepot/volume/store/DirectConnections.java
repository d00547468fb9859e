package org.morphodepot.volume.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Opens connections and keeps those that are idle for the next request to the same server. Thread-safe. */
final class DirectConnections {

    private static final int MOST_IDLE = 64;
    private static final long LONGEST_IDLE_NANOS = 4_000_000_000L;

    private final Patience patience;
    private final StallGuard guard;
    private final Map<String, Deque<DirectConnection>> idle = new ConcurrentHashMap<>();

    DirectConnections(Patience patience) {
        this.patience = patience;
        this.guard = new StallGuard(patience.answer());
    }

    /** Scheme, host and port. */
    static String server(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** Whether there is no proxy on the way. */
    static boolean isDirect(URI uri) {
        ProxySelector selector = ProxySelector.getDefault();
        return selector == null || selector.select(uri).stream().allMatch(Proxy.NO_PROXY::equals);
    }

    /** Empty when that does not work at once: the other way is more patient, and has the words for it. */
    Optional<DirectConnection> fresh(URI uri) throws InterruptedIOException {
        try {
            return Optional.of(DirectConnection.open(uri, patience, guard));
        } catch (IOException e) {
            refuseInterrupted(e);
            return Optional.empty();
        }
    }

    /** One that was used before; the server may have closed it since. */
    Optional<DirectConnection> idle(String server) {
        Deque<DirectConnection> connections = idle.get(server);
        if (connections == null) {
            return Optional.empty();
        }
        synchronized (connections) {
            while (!connections.isEmpty()) {
                DirectConnection last = connections.removeLast();
                if (System.nanoTime() - last.idleSince() < LONGEST_IDLE_NANOS) {
                    return Optional.of(last);
                }
                last.close();
            }
        }
        return Optional.empty();
    }

    /** After all of an answer has been read from it. */
    void giveBack(DirectConnection connection) {
        Deque<DirectConnection> connections = idle.computeIfAbsent(connection.server(), s -> new ArrayDeque<>());
        synchronized (connections) {
            connection.rest(System.nanoTime());
            connections.addLast(connection);
            if (connections.size() > MOST_IDLE) {
                connections.removeFirst().close();
            }
        }
    }

    /** Ends those that are idle. */
    void close() {
        for (Deque<DirectConnection> connections : idle.values()) {
            synchronized (connections) {
                connections.forEach(DirectConnection::close);
                connections.clear();
            }
        }
    }

    static void refuseInterrupted(IOException e) throws InterruptedIOException {
        if (e instanceof ClosedByInterruptException || Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("reading was cancelled");
        }
    }
}
