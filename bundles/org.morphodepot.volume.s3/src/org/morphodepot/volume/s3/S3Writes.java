package org.morphodepot.volume.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import org.morphodepot.volume.spi.BodySource;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Sends objects the short way, to servers with an address of their own: plain HTTP/1.1 and a signature without the body, where
 * the SDK needs about a millisecond of the processor for each request and reads what it sends twice. It knows only success.
 * With anything else it steps aside, and the SDK tries again and has the words for what is wrong. Thread-safe.
 */
final class S3Writes {

    private static final int STEP = 128 << 10;

    private final URI endpoint;
    private final String host;
    private final Signature signature;
    private final AwsCredentialsProvider credentials;
    private final Wires wires;

    private S3Writes(URI endpoint, String region, AwsCredentialsProvider credentials) {
        this.endpoint = endpoint;
        this.host = endpoint.getRawAuthority();
        this.signature = new Signature(region);
        this.credentials = credentials;
        this.wires = new Wires(endpoint);
    }

    /** Empty when there is none: to Amazon itself, where buckets have names and regions of their own, or through a proxy. */
    static Optional<S3Writes> to(S3Location.Server server, String region, AwsCredentialsProvider credentials) {
        if (server.endpoint().isEmpty() || !server.pathStyle() || !isDirect(server.endpoint().get())) {
            return Optional.empty();
        }
        return Optional.of(new S3Writes(server.endpoint().get(), region, credentials));
    }

    private static boolean isDirect(URI uri) {
        ProxySelector selector = ProxySelector.getDefault();
        boolean plain = uri.getRawPath() == null || uri.getRawPath().replace("/", "").isEmpty();
        return plain && (selector == null || selector.select(uri).stream().allMatch(Proxy.NO_PROXY::equals));
    }

    /** Sends an object, or a part of one by way of {@code query}, and gives its tag; empty when another way is needed. */
    Optional<String> put(String bucket, String key, String query, long length, BodySource body) throws IOException {
        for (boolean fresh : new boolean[] {false, true}) {
            Optional<Wire> wire = wires.take(fresh);
            if (wire.isEmpty()) {
                continue;
            }
            try (InputStream in = body.open()) {
                Optional<String> tag = put(wire.get(), head("PUT", bucket, key, query, "Content-Length: " + length
                        + "\r\nContent-Type: application/octet-stream\r\n"), in, length);
                if (tag.isPresent()) {
                    return tag;
                }
                refuseInterrupted();
            }
        }
        return Optional.empty();
    }

    /** Trouble with the source goes to the caller, trouble with the server does not. */
    private Optional<String> put(Wire wire, byte[] head, InputStream in, long length) throws IOException {
        try {
            wire.send(head, in, length);
            Wire.Answer answer = wire.receive();
            if (answer.status() == 200 && !answer.tag().isEmpty()) {
                wire.drain(answer);
                wires.giveBack(wire, answer);
                return Optional.of(answer.tag());
            }
            wire.close();
            return Optional.empty();
        } catch (Wire.SourceTrouble e) {
            wire.close();
            throw e.getCause();
        } catch (IOException | SdkException e) {
            wire.close();
            return Optional.empty();
        } catch (RuntimeException e) {
            wire.close();
            throw e; // cancelled, most likely
        }
    }

    private byte[] head(String method, String bucket, String key, String query, String more) {
        String path = "/" + bucket + "/" + encoded(key, "/");
        AwsCredentials who = credentials.resolveCredentials();
        boolean anonymous = credentials instanceof AnonymousCredentialsProvider || who.accessKeyId() == null;
        String signed = anonymous ? "" : signature.lines(method, host, path, query, who, Instant.now());
        String target = query.isEmpty() ? path : path + "?" + query;
        return (method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\nUser-Agent: MorphoDepot-Workbench\r\n"
                + "Accept-Encoding: identity\r\n" + more + signed + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Everything but unreserved characters and {@code kept} as percent and two digits. */
    static String encoded(String text, String kept) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || "-._~".indexOf(b) >= 0
                    || kept.indexOf(b) >= 0) {
                out.append((char) b);
            } else {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return out.toString();
    }

    private void refuseInterrupted() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException(endpoint.getHost() + ": cancelled");
        }
    }

    static int step() {
        return STEP;
    }

    void close() {
        wires.close();
    }
}
