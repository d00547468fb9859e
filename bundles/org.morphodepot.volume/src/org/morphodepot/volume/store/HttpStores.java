package org.morphodepot.volume.store;

import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.spi.BulkStore;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.spi.StoreProvider;
import org.osgi.service.component.annotations.Component;

/** Reaches http and https addresses, for reading. All stores of all providers share one set of connections. */
@Component(service = StoreProvider.class)
public final class HttpStores implements StoreProvider {

    private final WebClient client;
    private final DirectClient direct;

    /** Provider with usual time limits. */
    public HttpStores() {
        this(Shared.CLIENT, Shared.DIRECT);
    }

    HttpStores(WebClient client) {
        this(client, new DirectClient(client.patience()));
    }

    private HttpStores(WebClient client, DirectClient direct) {
        this.client = client;
        this.direct = direct;
    }

    @Override
    public boolean serves(Address address) {
        return address.uri().getScheme().equals("https") || address.uri().getScheme().equals("http");
    }

    @Override
    public Store open(Address address) {
        return new HttpStore(address, client, direct);
    }

    @Override
    public Optional<BulkStore> bulk(Address address) {
        return Optional.of(new HttpBulk(new HttpStore(address, client, direct)));
    }

    /** Made when it is first needed: most people work on local files. */
    private static final class Shared {
        static final WebClient CLIENT = new WebClient(Patience.USUAL);
        static final DirectClient DIRECT = new DirectClient(Patience.USUAL);
    }
}
