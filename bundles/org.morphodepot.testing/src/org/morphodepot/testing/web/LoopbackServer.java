package org.morphodepot.testing.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.morphodepot.volume.Address;

/**
 * A small HTTP/1.1 server on 127.0.0.1 and a free port. Faults can be planned per path, for ever or for some requests:
 *
 * <pre>{@code
 * try (LoopbackServer server = LoopbackServer.of(folder)) {
 *     server.plan("/scan.zarr/0/0.0.0", 2, Fault.status(503));
 *     Store store = volumes.store(server.address("/scan.zarr"));
 * }
 * }</pre>
 */
public final class LoopbackServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Responder responder;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final List<Plan> plans = new CopyOnWriteArrayList<>();
    private final List<WebRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final Thread acceptor;

    private record Plan(String path, AtomicInteger left, Fault fault) {

        boolean applies(WebRequest request) {
            return (path.equals("*") || path.equals(request.path())) && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        }
    }

    /** Starts at once. */
    public LoopbackServer(Responder responder) {
        this.responder = responder;
        try {
            socket = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = Thread.ofVirtual().name("loopback-server").start(this::accept);
    }

    /** A server of the files of a folder. */
    public static LoopbackServer of(Path folder) {
        return new LoopbackServer(Responder.folder(folder));
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** The address of a path, given with its leading slash and encoded. */
    public Address address(String path) {
        return Address.of(uri() + path);
    }

    /** Misbehaves on every request for {@code path}; {@code *} is every path. Earlier plans go first. */
    public void plan(String path, Fault fault) {
        plan(path, Integer.MAX_VALUE, fault);
    }

    /** Misbehaves on the next {@code times} requests for {@code path}. */
    public void plan(String path, int times, Fault fault) {
        plans.add(new Plan(path, new AtomicInteger(times), fault));
    }

    /** Behaves from now on. */
    public void behave() {
        plans.clear();
    }

    /** All requests so far. */
    public List<WebRequest> requests() {
        return List.copyOf(requests);
    }

    /** Number of requests for {@code path} so far. */
    public int count(String path) {
        return (int) requests.stream().filter(request -> request.path().equals(path)).count();
    }

    /** Number of connections accepted so far. */
    public int connections() {
        return accepted.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                accepted.incrementAndGet();
                connections.add(client);
                Thread.ofVirtual().name("loopback-connection").start(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            WebConnection connection = new WebConnection(client);
            while (true) {
                WebRequest request = connection.read();
                if (request == null) {
                    return;
                }
                requests.add(request);
                List<Fault> faults = plans.stream().filter(plan -> plan.applies(request)).map(Plan::fault).toList();
                if (!connection.answer(request, responder, faults)) {
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            // the client went away, or the test is over
        } finally {
            connections.remove(client);
        }
    }

    /**
     * Stops listening and breaks every connection. When this returns a new connection is refused: while the thread that accepts
     * has not noticed, the system still takes connections in, only to reset them later.
     */
    @Override
    public void close() {
        try {
            socket.close();
            acceptor.join();
            for (Socket client : connections) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
