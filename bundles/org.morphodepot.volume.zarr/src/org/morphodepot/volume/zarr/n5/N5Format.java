package org.morphodepot.volume.zarr.n5;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.spi.VolumeFormat;
import org.morphodepot.volume.zarr.ZarrDataset;
import org.morphodepot.volume.zarr.ZarrImage;
import org.osgi.service.component.annotations.Component;

/**
 * Opens N5: a data set; the levels s0, s1, … of N5 Viewer or those that {@code multiscales} names; the raw data of a Paintera
 * group; the first setup and time of a BigDataViewer container.
 */
@Component(service = VolumeFormat.class)
public final class N5Format implements VolumeFormat {

    @Override
    public String id() {
        return "n5";
    }

    @Override
    public List<String> filePatterns() {
        return List.of();
    }

    @Override
    public boolean isNamedLike(Address address) {
        return address.name().toLowerCase(Locale.ROOT).endsWith(".n5");
    }

    @Override
    public Optional<Dataset> open(Address address, Volumes volumes) throws IOException {
        if (address.isFile() ? !Files.isDirectory(address.path()) : address.name().matches("(?i).*\\.n(rr|hd)[dr]")) {
            return Optional.empty();
        }
        Store store = volumes.store(address);
        Optional<Dataset> dataset = Optional.empty();
        try {
            Optional<ZarrImage> image = new N5Container(store).image();
            dataset = image.map(found -> new ZarrDataset(store, found));
            return dataset;
        } finally {
            if (dataset.isEmpty()) {
                store.close();
            }
        }
    }
}
