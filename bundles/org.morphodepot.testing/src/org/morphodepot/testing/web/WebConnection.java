package org.morphodepot.testing.web;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One connection: as much of HTTP/1.1 as the clients under test speak. */
final class WebConnection {

    private final InputStream in;
    private final OutputStream out;

    WebConnection(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
    }

    /** The next request; null when the client has no more. */
    WebRequest read() throws IOException {
        String line = line();
        if (line == null || !line.endsWith(" HTTP/1.1")) {
            return null; // the end, or something else than http, such as a TLS greeting
        }
        String[] words = line.split(" ");
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header = line(); header != null && !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
        }
        if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        URI target = URI.create(words[1]);
        String query = target.getRawQuery() == null ? "" : target.getRawQuery();
        return new WebRequest(words[0], target.getPath(), query, headers, body(headers));
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks();
        }
        return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String size = line();
            if (size == null) {
                throw new EOFException();
            }
            int length = Integer.parseInt(size.split(";")[0].strip(), 16);
            body.write(in.readNBytes(length));
            line();
            if (length == 0) {
                return body.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = in.read();
        while (b >= 0 && b != '\n') {
            if (b != '\r') {
                line.write(b);
            }
            b = in.read();
        }
        return b < 0 && line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
    }

    /** Sends the answer; false when the connection is to be closed. */
    boolean answer(WebRequest request, Responder responder, List<Fault> faults) throws IOException, InterruptedException {
        WebRequest seen = request;
        WebReply instead = null;
        Integer stop = null;
        boolean hang = false;
        boolean hideLength = false;
        for (Fault fault : faults) {
            switch (fault) {
                case Fault.Answer(WebReply reply) -> instead = reply;
                case Fault.Delay(var time) -> Thread.sleep(time);
                case Fault.Cut(int bytes) -> stop = bytes;
                case Fault.Hang(int bytes) -> {
                    stop = bytes;
                    hang = true;
                }
                case Fault.IgnoreRange() -> seen = seen.without("range");
                case Fault.HideLength() -> hideLength = true;
            }
        }
        WebReply reply = instead == null ? responder.answer(seen) : instead;
        boolean bodiless = request.method().equals("HEAD") || reply.status() == 204 || reply.status() == 304;
        send(reply, bodiless, hideLength, stop == null ? Integer.MAX_VALUE : stop);
        while (hang && in.read() >= 0) {
            // until one side closes the connection
        }
        return stop == null && !hideLength && !"close".equalsIgnoreCase(request.headers().get("connection"));
    }

    private void send(WebReply reply, boolean bodiless, boolean hideLength, int stop) throws IOException {
        if (stop >= 0) {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " \r\n");
            reply.headers().forEach((name, value) -> {
                boolean range = hideLength && name.equals("Content-Range");
                head.append(name).append(": ").append(range ? value.replaceAll("/.*", "/*") : value).append("\r\n");
            });
            head.append(hideLength ? "Connection: close\r\n" : "Content-Length: " + reply.body().length + "\r\n");
            out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            if (!bodiless) {
                out.write(reply.body(), 0, Math.min(stop, reply.body().length));
            }
        }
        out.flush();
    }
}
