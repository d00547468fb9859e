package org.morphodepot.volume.s3;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A connection to a server. One thread at a time; interrupting a virtual thread that uses it closes it. */
final class Wire {

    private static final int CONNECT_MILLIS = 5000;
    private static final int STALL_MILLIS = 60_000;
    private static final int LONGEST_HEAD = 64 << 10;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private long idleSince;

    /**
     * The head of an answer.
     *
     * @param length of the body; -1 when it is not told in the simplest way
     * @param tag without quotes; empty when there is none
     */
    record Answer(int status, long length, boolean keep, String tag) {
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

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 16 << 10);
        this.out = socket.getOutputStream();
    }

    /** Connects; over https also checks that the server is the one it should be. */
    static Wire open(URI endpoint) throws IOException {
        boolean secure = "https".equals(endpoint.getScheme());
        int port = endpoint.getPort() >= 0 ? endpoint.getPort() : secure ? 443 : 80;
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(STALL_MILLIS);
            socket.connect(new InetSocketAddress(endpoint.getHost(), port), CONNECT_MILLIS);
            return new Wire(secure ? secured(socket, endpoint.getHost(), port) : socket);
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

    long idleSince() {
        return idleSince;
    }

    void rest() {
        idleSince = System.nanoTime();
    }

    /** Sends a head and {@code length} bytes of {@code body}; the body may be null when there is none. */
    void send(byte[] head, InputStream body, long length) throws IOException {
        if (body == null || length == 0) {
            out.write(head);
            return;
        }
        byte[] buffer = new byte[(int) Math.min(S3Writes.step(), head.length + length)];
        System.arraycopy(head, 0, buffer, 0, head.length);
        int filled = head.length;
        for (long left = length; left > 0;) {
            int n = read(body, buffer, filled, (int) Math.min(buffer.length - filled, left));
            filled += n;
            left -= n;
            if (filled == buffer.length || left == 0) {
                out.write(buffer, 0, filled);
                filled = 0;
            }
        }
    }

    private static int read(InputStream body, byte[] buffer, int offset, int count) throws SourceTrouble {
        try {
            int n = body.read(buffer, offset, count);
            if (n < 0) {
                throw new EOFException("it ended early; did it change? try again");
            }
            return n;
        } catch (IOException e) {
            throw new SourceTrouble(e);
        }
    }

    /** Waits for the head of the answer. */
    Answer receive() throws IOException {
        int[] left = {LONGEST_HEAD};
        String first = line(left);
        if (!first.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
            throw new IOException("not an HTTP answer");
        }
        int status = Integer.parseInt(first.substring(9, 12));
        long length = -1;
        boolean keep = first.startsWith("HTTP/1.1");
        boolean plain = true;
        String tag = "";
        for (String line = line(left); !line.isEmpty(); line = line(left)) {
            int colon = Math.max(0, line.indexOf(':'));
            String value = line.substring(Math.min(line.length(), colon + 1)).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = value.matches("\\d{1,18}") ? Long.parseLong(value) : -1;
                case "connection" -> keep &= !value.equalsIgnoreCase("close");
                case "transfer-encoding", "content-encoding" -> plain = false;
                case "etag" -> tag = value.length() > 200 ? "" : S3Bulk.text(value);
                default -> {
                    // of no use here
                }
            }
        }
        return status == 100 ? receive() : new Answer(status, plain ? length : -1, keep, tag);
    }

    private String line(int[] left) throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || --left[0] < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** Passes over a body that nobody needs. */
    void drain(Answer answer) throws IOException {
        if (answer.length() > 0) {
            in.skipNBytes(answer.length());
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is not used any more
        }
    }
}
