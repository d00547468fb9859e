package org.morphodepot.volume.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Does with each connection what a test says: silence, half an answer, chunks. */
final class RawServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    /** What happens on a connection; it stays open afterwards. */
    @FunctionalInterface
    interface Manner {
        void meet(Socket client) throws IOException, InterruptedException;
    }

    RawServer(Manner manner) {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> accept(manner));
    }

    private void accept(Manner manner) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                clients.add(client);
                Thread.ofVirtual().start(() -> {
                    try {
                        manner.meet(client);
                    } catch (IOException | InterruptedException e) {
                        // the other side has gone
                    }
                });
            } catch (IOException e) {
                return;
            }
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : clients) {
            client.close();
        }
    }
}
