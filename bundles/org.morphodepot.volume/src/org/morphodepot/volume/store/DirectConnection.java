package org.morphodepot.volume.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.nio.channels.SocketChannel;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** One open connection to a web server. Used by one thread at a time; interrupting that thread closes it. */
final class DirectConnection implements AutoCloseable {

    private static final int HEAD_BUFFER = 8 << 10;
    private static final int CONNECT_MILLIS = 5000;

    private final URI server;
    private final Socket socket;
    private final BufferedInputStream in;
    private long idleSince;

    private DirectConnection(URI server, Socket socket) throws IOException {
        this.server = server;
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), HEAD_BUFFER);
    }

    /** Connects; over https also checks that the server is the one it should be. */
    static DirectConnection open(URI uri, Patience patience) throws IOException {
        boolean secure = uri.getScheme().equals("https");
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        Socket socket = SocketChannel.open().socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getByName(uri.getHost()), port),
                    (int) Math.min(CONNECT_MILLIS, patience.answer().toMillis()));
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) patience.answer().toMillis());
            return new DirectConnection(uri, secure ? secured(socket, uri.getHost(), port) : socket);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket secured(Socket socket, String host, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secure = (SSLSocket) factory.createSocket(socket, host, port, true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    /** Scheme, host and port. */
    String server() {
        return DirectClient.server(server);
    }

    /** When it was last given back, in nanoseconds of the system's clock. */
    long idleSince() {
        return idleSince;
    }

    void rest(long now) {
        idleSince = now;
    }

    /** Sends a request and waits for the head of the answer. */
    DirectAnswer ask(URI uri, Optional<String> range) throws IOException {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        socket.getOutputStream().write(DirectAnswer.request(server.getRawAuthority(), target, range));
        return DirectAnswer.read(in);
    }

    InputStream body() {
        return in;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is not used any more
        }
    }
}
