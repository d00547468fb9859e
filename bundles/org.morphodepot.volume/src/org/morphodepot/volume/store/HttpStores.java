package org.morphodepot.volume.store;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.spi.StoreProvider;
import org.osgi.service.component.annotations.Component;

/** Reaches http and https addresses, for reading. All stores of all providers share one set of connections. */
@Component(service = StoreProvider.class)
public final class HttpStores implements StoreProvider {

    private final WebClient client;

    /** Provider with usual time limits. */
    public HttpStores() {
        this(Shared.CLIENT);
    }

    HttpStores(WebClient client) {
        this.client = client;
    }

    @Override
    public boolean serves(Address address) {
        return address.uri().getScheme().equals("https") || address.uri().getScheme().equals("http");
    }

    @Override
    public Store open(Address address) {
        return new HttpStore(address, client);
    }

    /** Made when it is first needed: most people work on local files. */
    private static final class Shared {
        static final WebClient CLIENT = new WebClient(Patience.USUAL);
    }
}
