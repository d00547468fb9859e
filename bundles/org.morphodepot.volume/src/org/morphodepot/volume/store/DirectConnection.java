package org.morphodepot.volume.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import org.morphodepot.volume.spi.BodyStream;

/** One open connection to a web server. Used by one thread at a time; interrupting that thread closes it. */
final class DirectConnection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5000;

    private final URI server;
    private final SocketChannel channel;
    private final Socket secure;
    private final StallGuard guard;
    private final DirectStream in;
    private volatile long waitingSince;
    private long idleSince;

    private DirectConnection(URI server, SocketChannel channel, Socket secure, StallGuard guard) throws IOException {
        this.server = server;
        this.channel = channel;
        this.secure = secure;
        this.guard = guard;
        this.in = new DirectStream(new Arriving(secure == null ? null : secure.getInputStream()));
    }

    /** Connects; over https also checks that the server is the one it should be. */
    static DirectConnection open(URI uri, Patience patience, StallGuard guard) throws IOException {
        boolean secure = uri.getScheme().equals("https");
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        SocketChannel channel = SocketChannel.open();
        try {
            Socket socket = channel.socket();
            socket.connect(new InetSocketAddress(InetAddress.getByName(uri.getHost()), port),
                    (int) Math.min(CONNECT_MILLIS, patience.answer().toMillis()));
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) patience.answer().toMillis());
            DirectConnection connection = new DirectConnection(uri, channel,
                    secure ? secured(socket, uri.getHost(), port) : null, guard);
            guard.watch(connection);
            return connection;
        } catch (IOException | RuntimeException e) {
            channel.close();
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

    /** Bytes from the server, with a note for the guard while they are waited for. */
    private final class Arriving extends BodyStream {

        private final InputStream decrypted;

        Arriving(InputStream decrypted) {
            this.decrypted = decrypted;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            waitingSince = System.nanoTime();
            try {
                return decrypted == null ? channel.read(into) : read(decrypted, into);
            } finally {
                waitingSince = 0;
            }
        }
    }

    /** Scheme, host and port. */
    String server() {
        return DirectConnections.server(server);
    }

    /** When it was last given back, in nanoseconds of the system's clock. */
    long idleSince() {
        return idleSince;
    }

    void rest(long now) {
        idleSince = now;
    }

    boolean isStalled(long now, long limit) {
        long since = waitingSince;
        return since != 0 && now - since > limit;
    }

    /** Sends the head of a request that has no body. */
    void send(byte[] head) throws IOException {
        send(ByteBuffer.wrap(head));
    }

    /** Sends the head of a request and {@code length} bytes of {@code body}, whose own trouble is {@link SourceTrouble}. */
    void send(byte[] head, InputStream body, long length) throws IOException {
        ByteBuffer buffer = Buffers.take().put(head);
        try {
            for (long left = length; left > 0;) {
                buffer.limit((int) Math.min(buffer.capacity(), buffer.position() + left));
                left -= fill(buffer, body);
                if (!buffer.hasRemaining() && left > 0) {
                    send(buffer.flip());
                    buffer.clear();
                }
            }
            send(buffer.flip());
        } finally {
            Buffers.giveBack(buffer);
        }
    }

    private static int fill(ByteBuffer buffer, InputStream body) throws SourceTrouble {
        try {
            int n = BodyStream.read(body, buffer);
            if (n < 0) {
                throw new EOFException("it ended early; did it change? try again");
            }
            return n;
        } catch (IOException e) {
            throw new SourceTrouble(e);
        }
    }

    private void send(ByteBuffer bytes) throws IOException {
        waitingSince = System.nanoTime();
        try {
            if (secure != null) {
                byte[] plain = new byte[bytes.remaining()];
                bytes.get(plain);
                secure.getOutputStream().write(plain);
            }
            while (bytes.hasRemaining()) {
                channel.write(bytes);
                waitingSince = System.nanoTime();
            }
        } finally {
            waitingSince = 0;
        }
    }

    /** Waits for the head of the answer. */
    DirectAnswer receive() throws IOException {
        return DirectAnswer.read(in);
    }

    /** All that follows the head, without an end. */
    DirectStream body() {
        return in;
    }

    @Override
    public void close() {
        guard.forget(this);
        try (channel) {
            if (secure != null) {
                secure.close();
            }
        } catch (IOException e) {
            // it is not used any more
        }
    }

    /** What is to be sent could not be read. */
    static final class SourceTrouble extends IOException {

        private static final long serialVersionUID = 1L;

        SourceTrouble(IOException cause) {
            super(cause);
        }

        @Override
        public synchronized IOException getCause() {
            return (IOException) super.getCause();
        }
    }
}
