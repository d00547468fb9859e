package org.morphodepot.forge.internal.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.morphodepot.forge.internal.http.Reply;

import com.sun.net.httpserver.HttpExchange;

/** Sends answers; of files also a range, so that a scan can be streamed. */
final class Replies {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    private Replies() {
    }

    static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        if (reply.file() != null) {
            sendFile(exchange, reply);
            return;
        }
        boolean head = exchange.getRequestMethod().equals("HEAD");
        byte[] bytes = reply.bytes();
        boolean empty = bytes.length == 0 || head || reply.status() == 304 || reply.status() == 204;
        exchange.sendResponseHeaders(reply.status(), empty ? -1 : bytes.length);
        if (!empty) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }

    private static void sendFile(HttpExchange exchange, Reply reply) throws IOException {
        Path file = reply.file();
        long size = Files.size(file);
        exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        exchange.getResponseHeaders().set("ETag", "\"" + file.getFileName() + "-" + size + "\"");
        long from = 0;
        long to = size - 1;
        int status = 200;
        String range = exchange.getRequestHeaders().getFirst("Range");
        Matcher wanted = RANGE.matcher(range == null ? "" : range);
        if (wanted.matches() && !(wanted.group(1) + wanted.group(2)).isEmpty()) {
            boolean tail = wanted.group(1).isEmpty();
            from = tail ? Math.max(0, size - number(wanted.group(2))) : number(wanted.group(1));
            to = tail || wanted.group(2).isEmpty() ? size - 1 : Math.min(size - 1, number(wanted.group(2)));
            status = from > to ? 416 : 206;
            exchange.getResponseHeaders().set("Content-Range",
                    status == 416 ? "bytes */" + size : "bytes " + from + "-" + to + "/" + size);
        }
        write(exchange, file, status, from, to - from + 1);
    }

    private static long number(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private static void write(HttpExchange exchange, Path file, int status, long from, long length) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD") || status == 416 || length == 0) {
            if (status != 416) {
                exchange.getResponseHeaders().set("Content-Length", String.valueOf(length));
            }
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, length);
        try (InputStream in = Files.newInputStream(file); OutputStream out = exchange.getResponseBody()) {
            in.skipNBytes(from);
            byte[] buffer = new byte[1 << 16];
            long left = length;
            for (int n = in.read(buffer); n > 0 && left > 0; n = in.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(n, left));
                left -= n;
            }
        }
    }
}
