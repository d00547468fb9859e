package org.morphodepot.volume.s3;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.Optional;

import org.morphodepot.volume.s3.S3Location.Server;
import org.morphodepot.volume.store.DirectClient;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** A client for one server and what is known about its credentials. Thread-safe; shared by stores. */
final class S3Connection implements AutoCloseable {

    /** For a whole request with all its tries. */
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final int TRIES = 4;

    private final Server server;
    private final AwsCredentialsProvider credentials;
    private final Supplier<SdkHttpClient> http;
    private final DirectClient direct;
    private final S3Links links;
    private final Optional<S3Writes> writes;
    private S3Client client;
    private boolean closed;

    /** A client that shares {@code http}, and {@code direct} for the short way to objects. */
    S3Connection(Server server, Supplier<SdkHttpClient> http, DirectClient direct) {
        this.server = server;
        this.http = http;
        this.direct = direct;
        this.credentials = credentials(server);
        Signature signature = new Signature(region(server).id());
        this.links = new S3Links(server, credentials, signature);
        this.writes = S3Writes.to(server, signature, credentials, direct);
    }

    private S3Client connect() {
        S3ClientBuilder builder = S3Client.builder().httpClient(http.get()).region(region(server))
                .credentialsProvider(credentials)
                .forcePathStyle(server.pathStyle()).overrideConfiguration(c -> c.apiCallTimeout(LONGEST)
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(TRIES).build()));
        if (server.endpoint().isPresent()) {
            builder.endpointOverride(server.endpoint().get());
            suitOtherServers(builder);
        } else {
            builder.crossRegionAccessEnabled(true);
        }
        return builder.build();
    }

    /** Amazon's newer checksums and chunked signatures make other servers answer 400 or store the wrapping as data. */
    private static void suitOtherServers(S3ClientBuilder builder) {
        builder.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(c -> c.chunkedEncodingEnabled(false));
    }

    private static AwsCredentialsProvider credentials(Server server) {
        if (server.anonymous()) {
            return AnonymousCredentialsProvider.create();
        }
        return server.profile().<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
                .orElseGet(FoundCredentials::new);
    }

    /** Without asking Amazon's machine service, which takes seconds everywhere else. */
    static Region region(Server server) {
        if (server.region().isPresent()) {
            return Region.of(server.region().get());
        }
        try {
            return new AwsRegionProviderChain(new SystemSettingsRegionProvider(),
                    new AwsProfileRegionProvider(null, server.profile().orElse(null))).getRegion();
        } catch (SdkClientException e) {
            return Region.US_EAST_1;
        }
    }

    /** The SDK's client; made when it is first needed, for that takes a second of a young program. */
    synchronized S3Client client() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (client == null) {
            client = connect();
        }
        return client;
    }

    DirectClient direct() {
        return direct;
    }

    S3Links links() {
        return links;
    }

    /** A faster way to send objects, where there is one. */
    Optional<S3Writes> writes() {
        return writes;
    }

    Server server() {
        return server;
    }

    /** Whether requests go without credentials because none were found, not because the address says so. */
    boolean credentialsAreMissing() {
        return credentials instanceof FoundCredentials found && found.areMissing();
    }

    @Override
    public synchronized void close() {
        closed = true;
        links.close();
        if (client != null) {
            client.close();
        }
    }
}
