package org.morphodepot.volume.s3;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.s3.S3Location.Server;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Links by which objects are read without the SDK, whose way from the socket to us takes several times the processor time.
 * They are signed unless there are no credentials, and never shown. Thread-safe.
 */
final class S3Links implements AutoCloseable {

    /** Longer than any read takes. */
    private static final Duration VALID = Duration.ofMinutes(15);

    private final Server server;
    private final AwsCredentialsProvider credentials;
    private final Signature signature;
    private S3Presigner presigner;
    private volatile boolean closed;

    S3Links(Server server, AwsCredentialsProvider credentials, Signature signature) {
        this.server = server;
        this.credentials = credentials;
        this.signature = signature;
    }

    /** A link to an object; empty when there is none for it. */
    Optional<URI> to(String bucket, String key) {
        if (closed) {
            return Optional.empty();
        }
        try {
            return Optional.of(isUnsigned() ? plain(bucket, key) : signed(bucket, key));
        } catch (SdkException | URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * A link for another request than reading, to an object or, with an empty key, to the bucket; empty when there is none, and
     * always for Amazon itself, whose buckets have regions of their own.
     *
     * @param query encoded and sorted, of names in lower case
     */
    Optional<URI> question(String method, String bucket, String key, String query) {
        if (closed || server.endpoint().isEmpty() || !server.pathStyle()) {
            return Optional.empty();
        }
        try {
            return Optional.of(link(method, "/" + bucket + (key.isEmpty() ? "" : "/" + S3Writes.encoded(key, "/")), query));
        } catch (SdkException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private URI link(String method, String path, String query) {
        URI endpoint = server.endpoint().get();
        String base = endpoint.getScheme() + "://" + endpoint.getRawAuthority() + path;
        if (isUnsigned()) {
            return URI.create(query.isEmpty() ? base : base + "?" + query);
        }
        return URI.create(base + "?" + signature.query(method, endpoint.getRawAuthority(), path, query,
                credentials.resolveCredentials(), Instant.now()));
    }

    private boolean isUnsigned() {
        return server.anonymous() || credentials instanceof FoundCredentials found && found.areNone();
    }

    /** Amazon answers for buckets of other regions with a redirect, which is not the short way. */
    private URI plain(String bucket, String key) {
        URI endpoint = server.endpoint()
                .orElseGet(() -> URI.create("https://s3." + S3Connection.region(server).id() + ".amazonaws.com"));
        if (server.pathStyle()) {
            return new Address(endpoint).child(bucket + "/" + key).uri();
        }
        URI host = URI.create(endpoint.getScheme() + "://" + bucket + "." + endpoint.getRawAuthority()
                + endpoint.getRawPath());
        return new Address(host).child(key).uri();
    }

    private URI signed(String bucket, String key) throws URISyntaxException {
        if (server.endpoint().isPresent() && server.pathStyle()) {
            return link("GET", "/" + bucket + "/" + S3Writes.encoded(key, "/"), "");
        }
        return presigner().presignGetObject(sign -> sign.signatureDuration(VALID)
                .getObjectRequest(get -> get.bucket(bucket).key(key))).url().toURI();
    }

    private synchronized S3Presigner presigner() {
        if (presigner == null) {
            S3Presigner.Builder builder = S3Presigner.builder().region(S3Connection.region(server))
                    .credentialsProvider(credentials)
                    .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(server.pathStyle()).build());
            server.endpoint().ifPresent(builder::endpointOverride);
            presigner = builder.build();
        }
        return presigner;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (presigner != null) {
            presigner.close();
        }
    }
}
