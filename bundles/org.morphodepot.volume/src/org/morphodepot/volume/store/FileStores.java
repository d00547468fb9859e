package org.morphodepot.volume.store;

import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.spi.BulkStore;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.spi.StoreProvider;
import org.osgi.service.component.annotations.Component;

/** Reaches folders and files of this computer. */
@Component(service = StoreProvider.class)
public final class FileStores implements StoreProvider {

    @Override
    public boolean serves(Address address) {
        return address.isFile();
    }

    @Override
    public Store open(Address address) {
        return new FileStore(address);
    }

    @Override
    public Optional<BulkStore> bulk(Address address) {
        return Optional.of(new FileBulk(address));
    }
}
