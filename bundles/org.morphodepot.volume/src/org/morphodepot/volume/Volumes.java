package org.morphodepot.volume;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.BulkStore;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.spi.StoreProvider;
import org.morphodepot.volume.spi.VolumeFormat;
import org.morphodepot.volume.spi.VolumeWriter;
import org.morphodepot.volume.store.disk.DiskCache;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Opens scans: asks every known format in turn. In the workbench it is a service that collects formats, writers and stores
 * as they come and go; elsewhere {@link #fromClassPath()} finds them.
 */
@Component(service = Volumes.class)
public final class Volumes {

    private final List<VolumeFormat> formats = new CopyOnWriteArrayList<>();
    private final List<VolumeWriter> writers = new CopyOnWriteArrayList<>();
    private final List<StoreProvider> stores = new CopyOnWriteArrayList<>();
    private final AtomicReference<DiskCache> disk = new AtomicReference<>();

    /** Everything registered in {@code META-INF/services}. */
    public static Volumes fromClassPath() {
        Volumes volumes = new Volumes();
        ServiceLoader.load(VolumeFormat.class).forEach(volumes::addFormat);
        ServiceLoader.load(VolumeWriter.class).forEach(volumes::addWriter);
        ServiceLoader.load(StoreProvider.class).forEach(volumes::addStore);
        return volumes;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addFormat(VolumeFormat format) {
        formats.add(format);
    }

    public void removeFormat(VolumeFormat format) {
        formats.remove(format);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addWriter(VolumeWriter writer) {
        writers.add(writer);
    }

    public void removeWriter(VolumeWriter writer) {
        writers.remove(writer);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addStore(StoreProvider store) {
        stores.add(store);
    }

    public void removeStore(StoreProvider store) {
        stores.remove(store);
    }

    /** Keeps what remote stores give on disk from now on. Without it nothing is kept. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setDiskCache(DiskCache cache) {
        disk.set(cache);
    }

    public void unsetDiskCache(DiskCache cache) {
        disk.compareAndSet(cache, null);
    }

    /** Formats known now. */
    public List<VolumeFormat> formats() {
        return List.copyOf(formats);
    }

    /**
     * Opens {@code address} with the first format that knows it; those it is named like are asked first. Blocks.
     *
     * @throws VolumeException with a message for people when nothing is there, no format fits, or the file is damaged
     */
    public Dataset open(Address address) throws IOException {
        List<VolumeFormat> named = formats.stream().filter(format -> format.isNamedLike(address)).toList();
        List<VolumeFormat> others = formats.stream().filter(format -> !named.contains(format)).toList();
        for (VolumeFormat format : Stream.concat(named.stream(), others.stream()).toList()) {
            Optional<Dataset> dataset = format.open(address, this);
            if (dataset.isPresent()) {
                return dataset.get();
            }
        }
        throw unknown(address);
    }

    /**
     * The same, but what the format needs as a whole on this computer is fetched into the disk cache before, if there is one.
     *
     * @throws java.util.concurrent.CancellationException when {@code progress} says so
     */
    public Dataset open(Address address, Progress progress) throws IOException {
        DiskCache cache = disk.get();
        if (cache == null || cache.budget() <= 0 || formats.stream().noneMatch(format -> format.needsCopy(address))) {
            return open(address);
        }
        try (BulkStore store = bulk(address)) {
            return open(Address.of(cache.whole(store, progress)));
        }
    }

    /**
     * The label maps listed at {@code address}: of a group such as OME-Zarr {@code labels}, or those that belong to an image;
     * each can be opened. Empty when none are listed, also when {@code address} is itself a label map. Blocks.
     */
    public List<Address> labelMaps(Address address) throws IOException {
        for (VolumeFormat format : formats) {
            List<Address> maps = format.labelMaps(address, this);
            if (!maps.isEmpty()) {
                return maps;
            }
        }
        return List.of();
    }

    private static VolumeException unknown(Address address) {
        if (address.isFile() && Files.notExists(address.path())) {
            return new VolumeException(Kind.NOT_FOUND, "there is nothing at " + address + "; was it moved or renamed?");
        }
        String place = address.isFile() ? address.toString() : "what is at " + address;
        return new VolumeException(Kind.UNSUPPORTED, place + " is not a scan we can read"
                + " (known: OME-Zarr, Zarr and N5, folders of slices, DICOM series, and NRRD, TIFF and NIfTI files)"
                + (address.isFile() ? "" : "; check the address"));
    }

    /** A store rooted at {@code address}. */
    public Store store(Address address) throws IOException {
        for (StoreProvider provider : stores) {
            if (provider.serves(address)) {
                Store store = provider.open(address);
                DiskCache cache = disk.get();
                return cache == null ? store : cache.before(store);
            }
        }
        throw new VolumeException(Kind.UNSUPPORTED, "addresses that begin with " + address.uri().getScheme()
                + ": are not supported: " + address);
    }

    /** What is at {@code address} for moving whole objects, past all caches. */
    public BulkStore bulk(Address address) throws IOException {
        for (StoreProvider provider : stores) {
            Optional<BulkStore> bulk = provider.serves(address) ? provider.bulk(address) : Optional.empty();
            if (bulk.isPresent()) {
                return bulk.get();
            }
        }
        throw new VolumeException(Kind.UNSUPPORTED, "files cannot be copied from or to addresses that begin with "
                + address.uri().getScheme() + ": " + address);
    }

    /** The writer for {@code target}'s name. */
    public VolumeWriter writer(Address target) throws VolumeException {
        for (VolumeWriter writer : writers) {
            if (writer.accepts(target)) {
                return writer;
            }
        }
        throw new VolumeException(Kind.UNSUPPORTED, "cannot tell the format to write from the name " + target.name()
                + "; use .nrrd or .zarr");
    }
}
