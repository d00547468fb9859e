import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A web server far away: {@code DelayedServer FOLDER PORT MILLIS} serves files, with ranges, each answer so many
 * milliseconds late. Its answers also suit S3 clients without credentials ({@code s3://FOLDER-IN-IT/…?endpoint=…}).
 */
public final class DelayedServer {

    private final Path folder;
    private final long millis;

    private DelayedServer(Path folder, long millis) {
        this.folder = folder.toAbsolutePath().normalize();
        this.millis = millis;
    }

    public static void main(String[] arguments) throws IOException {
        DelayedServer server = new DelayedServer(Path.of(arguments[0]), Long.parseLong(arguments[2]));
        try (ServerSocket socket =
                new ServerSocket(Integer.parseInt(arguments[1]), 500, InetAddress.getByName("127.0.0.1"))) {
            while (true) {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> server.serve(client));
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream(), 8192);
            OutputStream out = client.getOutputStream();
            for (String request = head(in); !request.isEmpty(); request = head(in)) {
                Thread.sleep(millis);
                out.write(answer(request));
            }
        } catch (IOException | InterruptedException e) {
            // the client went away
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder(512);
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int c = in.read();
            if (c < 0 || head.length() > 32768) {
                return "";
            }
            head.append((char) c);
        }
        return head.toString();
    }

    private byte[] answer(String request) throws IOException {
        String path = java.net.URLDecoder.decode(request.split(" ", 3)[1].replaceFirst("\\?.*", ""), StandardCharsets.UTF_8);
        Path file = folder.resolve(path.substring(1)).normalize();
        boolean headOnly = request.startsWith("HEAD");
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            return message("404 Not Found", "", "<Error><Code>NoSuchKey</Code></Error>".getBytes(StandardCharsets.US_ASCII),
                    headOnly);
        }
        byte[] bytes = Files.readAllBytes(file);
        String tag = "ETag: \"" + bytes.length + "-" + Files.getLastModifiedTime(file).toMillis() + "\"\r\n";
        java.util.regex.Matcher range =
                java.util.regex.Pattern.compile("(?i)\r\nrange: bytes=(\\d*)-(\\d*)").matcher(request);
        if (!range.find()) {
            return message("200 OK", tag, bytes, headOnly);
        }
        int from = range.group(1).isEmpty() ? Math.max(0, bytes.length - Integer.parseInt(range.group(2)))
                : Integer.parseInt(range.group(1));
        int to = range.group(1).isEmpty() || range.group(2).isEmpty() ? bytes.length
                : (int) Math.min(bytes.length, Long.parseLong(range.group(2)) + 1);
        if (from >= to) {
            return message("416 Range Not Satisfiable", "", new byte[0], headOnly);
        }
        return message("206 Partial Content", tag + "Content-Range: bytes " + from + "-" + (to - 1) + "/" + bytes.length
                + "\r\n", Arrays.copyOfRange(bytes, from, to), headOnly);
    }

    private static byte[] message(String status, String headers, byte[] body, boolean headOnly) {
        byte[] head = ("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + (headOnly ? 0 : body.length));
        if (!headOnly) {
            System.arraycopy(body, 0, all, head.length, body.length);
        }
        return all;
    }
}
