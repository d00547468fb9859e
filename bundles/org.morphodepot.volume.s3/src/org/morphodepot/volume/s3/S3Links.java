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

    S3Links(Server server, AwsCredentialsProvider credentials) {
        this.server = server;
        this.credentials = credentials;
        this.signature = new Signature(S3Connection.region(server).id());
    }

    /** A link to an object; empty when there is none for it. */
    Optional<URI> to(String bucket, String key) {
        if (closed) {
            return Optional.empty();
        }
        try {
            boolean unsigned = server.anonymous() || credentials instanceof FoundCredentials found && found.areNone();
            return Optional.of(unsigned ? plain(bucket, key) : signed(bucket, key));
        } catch (SdkException | URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
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
            URI endpoint = server.endpoint().get();
            String path = "/" + bucket + "/" + S3Writes.encoded(key, "/");
            return URI.create(endpoint.getScheme() + "://" + endpoint.getRawAuthority() + path + "?"
                    + signature.query(endpoint.getRawAuthority(), path, credentials.resolveCredentials(), Instant.now()));
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
