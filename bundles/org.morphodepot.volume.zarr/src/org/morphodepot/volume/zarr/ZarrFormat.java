package org.morphodepot.volume.zarr;

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
import org.morphodepot.volume.zarr.metadata.Hierarchy;
import org.morphodepot.volume.zarr.metadata.Node;
import org.morphodepot.volume.zarr.zip.ZipStore;
import org.osgi.service.component.annotations.Component;

/**
 * Opens OME-Zarr images (versions 0.1 to 0.5) and Zarr arrays of version 2 and 3. An address may point at an image, at
 * the container that bioformats2raw makes (its first image is taken), at an array, at one level of an image, or at a zip
 * file of one of these. Nothing is listed, so plain web servers will do.
 */
@Component(service = VolumeFormat.class)
public final class ZarrFormat implements VolumeFormat {

    @Override
    public String id() {
        return "zarr";
    }

    @Override
    public String title() {
        return "Zarr in one file";
    }

    @Override
    public List<String> filePatterns() {
        return List.of("*.zarr.zip", "*.ozx");
    }

    @Override
    public boolean isNamedLike(Address address) {
        String name = address.name().toLowerCase(Locale.ROOT);
        return name.endsWith(".zarr") || ZipStore.isNamed(name);
    }

    @Override
    public Optional<Dataset> open(Address address, Volumes volumes) throws IOException {
        if (isOtherFile(address)) {
            return Optional.empty();
        }
        boolean zipped = ZipStore.isNamed(address.name()) && !(address.isFile() && Files.isDirectory(address.path()));
        Store store = zipped ? ZipStore.open(address, volumes) : volumes.store(address);
        Optional<Dataset> dataset = Optional.empty();
        try {
            Hierarchy hierarchy = new Hierarchy(store);
            Optional<Node> root = hierarchy.root();
            if (root.isPresent()) {
                dataset = Optional.of(new Opening(store, hierarchy).open(root.get()));
            }
            return dataset;
        } finally {
            if (dataset.isEmpty()) {
                store.close();
            }
        }
    }

    /** Not those in zip files: what is inside has no address of its own. */
    @Override
    public List<Address> labelMaps(Address address, Volumes volumes) throws IOException {
        boolean folder = address.isFile() ? Files.isDirectory(address.path())
                : address.name().equals("labels") || isNamedLike(address) && !ZipStore.isNamed(address.name());
        if (!folder) {
            return List.of();
        }
        try (Store store = volumes.store(address)) {
            return new LabelList(new Hierarchy(store)).paths().stream().map(address::child).toList();
        }
    }

    /** Whether a look at the name or the disk shows that this is no Zarr. */
    private static boolean isOtherFile(Address address) {
        String name = address.name().toLowerCase(Locale.ROOT);
        if (name.endsWith(".nrrd") || name.endsWith(".nhdr")) {
            return true;
        }
        if (!address.isFile() || !Files.isRegularFile(address.path())) {
            return false;
        }
        return !ZipStore.isNamed(name);
    }
}
