package org.morphodepot.volume.s3;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import org.morphodepot.volume.spi.BodySource;
import org.morphodepot.volume.store.DirectClient;
import org.morphodepot.volume.store.DirectExchange;

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

    private final URI endpoint;
    private final String host;
    private final Signature signature;
    private final AwsCredentialsProvider credentials;
    private final DirectExchange exchange;

    private S3Writes(URI endpoint, Signature signature, AwsCredentialsProvider credentials, DirectExchange exchange) {
        this.endpoint = endpoint;
        this.host = endpoint.getRawAuthority();
        this.signature = signature;
        this.credentials = credentials;
        this.exchange = exchange;
    }

    /** Empty when there is none: to Amazon itself, where buckets have names and regions of their own. */
    static Optional<S3Writes> to(S3Location.Server server, Signature signature, AwsCredentialsProvider credentials,
            DirectClient direct) {
        boolean plain = server.endpoint().map(URI::getRawPath).map(path -> path.replace("/", "").isEmpty()).orElse(true);
        if (server.endpoint().isEmpty() || !server.pathStyle() || !plain) {
            return Optional.empty();
        }
        return Optional.of(new S3Writes(server.endpoint().get(), signature, credentials, new DirectExchange(direct)));
    }

    /**
     * Sends an object, or a part of one by way of {@code query}, and gives its tag; empty when another way is needed. Trouble
     * with the source goes to the caller, trouble with the server does not.
     */
    Optional<String> put(String bucket, String key, String query, long length, BodySource body) throws IOException {
        String path = "/" + bucket + "/" + encoded(key, "/");
        URI uri = URI.create(endpoint.getScheme() + "://" + host + path + (query.isEmpty() ? "" : "?" + query));
        try {
            return exchange.put(uri, lines(path, query), length, body).filter(reply -> reply.status() == 200)
                    .map(reply -> S3Requests.text(reply.tag())).filter(tag -> !tag.isEmpty());
        } catch (SdkException e) {
            return Optional.empty(); // no credentials
        }
    }

    private String lines(String path, String query) {
        AwsCredentials who = credentials.resolveCredentials();
        boolean anonymous = credentials instanceof AnonymousCredentialsProvider || who.accessKeyId() == null;
        return "Content-Type: application/octet-stream\r\n"
                + (anonymous ? "" : signature.lines("PUT", host, path, query, who, Instant.now()));
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
}
