package org.morphodepot.volume.s3;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.s3.S3Location.Server;
import org.morphodepot.volume.spi.BulkStore;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.spi.StoreProvider;
import org.morphodepot.volume.store.DirectClient;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/**
 * Reaches {@code s3://bucket/folder} addresses; their options are described at {@link Address}. Without an {@code endpoint}
 * option the variables {@code AWS_ENDPOINT_URL_S3} and {@code AWS_ENDPOINT_URL} are honoured, else it is Amazon. Thread-safe.
 */
@Component(service = StoreProvider.class)
public final class S3Stores implements StoreProvider {

    private static final int CONNECTIONS = 64;
    private static final Duration ACCEPT = Duration.ofSeconds(60);
    private static final Duration STALL = Duration.ofSeconds(30);

    private final Function<String, String> environment;
    private final Duration accept;
    private final Duration stall;
    private final DirectClient direct;
    private final Map<Server, S3Connection> connections = new ConcurrentHashMap<>();
    private SdkHttpClient http;

    /** Provider with usual time limits and the environment of this program. */
    public S3Stores() {
        this(System::getenv, ACCEPT, STALL);
    }

    /** Provider that waits at most {@code accept} for a connection and {@code stall} for bytes. */
    S3Stores(Function<String, String> environment, Duration accept, Duration stall) {
        this.environment = environment;
        this.accept = accept;
        this.stall = stall;
        this.direct = new DirectClient(stall);
    }

    @Override
    public boolean serves(Address address) {
        return address.uri().getScheme().equals("s3");
    }

    @Override
    public Store open(Address address) throws VolumeException {
        S3Location location = S3Location.of(address, environment);
        return new S3Store(address, location, connections.computeIfAbsent(location.server(), this::connect));
    }

    @Override
    public Optional<BulkStore> bulk(Address address) throws VolumeException {
        S3Location location = S3Location.of(address, environment);
        return Optional.of(new S3Bulk(address, location, connections.computeIfAbsent(location.server(), this::connect)));
    }

    private S3Connection connect(Server server) {
        return new S3Connection(server, this::http, direct);
    }

    /** One set of sockets for all servers, made when it is first needed. */
    private synchronized SdkHttpClient http() {
        if (http == null) {
            http = Apache5HttpClient.builder().maxConnections(CONNECTIONS).connectionTimeout(accept).socketTimeout(stall)
                    .connectionAcquisitionTimeout(Duration.ofMinutes(2)).build();
        }
        return http;
    }

    /** Ends all connections; stores opened before fail from then on. */
    @Deactivate
    public synchronized void close() {
        connections.values().forEach(S3Connection::close);
        connections.clear();
        direct.close();
        if (http != null) {
            http.close();
            http = null;
        }
    }
}
