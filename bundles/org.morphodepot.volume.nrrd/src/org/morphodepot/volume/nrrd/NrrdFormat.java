package org.morphodepot.volume.nrrd;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.nrrd.data.Pieces;
import org.morphodepot.volume.nrrd.file.Faults;
import org.morphodepot.volume.nrrd.file.Folder;
import org.morphodepot.volume.nrrd.file.LocalSource;
import org.morphodepot.volume.nrrd.file.RemoteSource;
import org.morphodepot.volume.nrrd.file.Source;
import org.morphodepot.volume.nrrd.header.HeaderText;
import org.morphodepot.volume.nrrd.header.NrrdHeader;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.spi.VolumeFormat;
import org.osgi.service.component.annotations.Component;

/**
 * Reads NRRD files with attached and detached headers, raw, gzip, bzip2, text and hex, here and at web or S3 addresses.
 * A file is known by its first four bytes, whatever its name.
 */
@Component(service = VolumeFormat.class)
public final class NrrdFormat implements VolumeFormat {

    @Override
    public String id() {
        return "nrrd";
    }

    @Override
    public String title() {
        return "NRRD";
    }

    @Override
    public List<String> filePatterns() {
        return List.of("*.nrrd", "*.nhdr", "*.seg.nrrd");
    }

    @Override
    public boolean isNamedLike(Address address) {
        String name = address.name().toLowerCase(Locale.ROOT);
        return name.endsWith(".nrrd") || name.endsWith(".nhdr");
    }

    @Override
    public Optional<Dataset> open(Address address, Volumes volumes) throws IOException {
        return address.isFile() ? openFile(address) : openRemote(address, volumes);
    }

    private Optional<Dataset> openFile(Address address) throws IOException {
        Path file = address.path();
        if (!Files.exists(file) && isNamedLike(address)) {
            throw new VolumeException(Kind.NOT_FOUND, "there is no file " + address);
        }
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return open(address, new LocalSource(file), new Folder.Local(file.getParent()), () -> { });
    }

    private Optional<Dataset> openRemote(Address address, Volumes volumes) throws IOException {
        Store store = volumes.store(address.parent());
        Optional<Dataset> dataset = Optional.empty();
        try {
            dataset = open(address, new RemoteSource(store, address.name()), new Folder.Remote(store), store::close);
        } catch (VolumeException e) {
            boolean perhapsFolder = e.kind() == Kind.NOT_FOUND || e.kind() == Kind.ACCESS_DENIED;
            if (isNamedLike(address) || !perhapsFolder) {
                throw e;
            }
        } finally {
            if (dataset.isEmpty()) {
                store.close();
            }
        }
        return dataset;
    }

    private Optional<Dataset> open(Address address, Source source, Folder folder, Closeable store)
            throws IOException {
        Faults faults = new Faults(source.name());
        Optional<HeaderText> text = HeaderText.read(source, faults);
        if (text.isEmpty()) {
            if (isNamedLike(address)) {
                throw faults.malformed("it does not begin with NRRD; it is another format or an incomplete download");
            }
            return Optional.empty();
        }
        NrrdHeader header = NrrdHeader.of(text.get(), faults);
        return Optional.of(new NrrdDataset(address.name(), header, Pieces.of(header, source, folder, faults), store));
    }
}
