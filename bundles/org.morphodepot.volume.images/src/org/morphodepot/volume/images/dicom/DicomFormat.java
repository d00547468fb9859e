package org.morphodepot.volume.images.dicom;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.images.plane.Faults;
import org.morphodepot.volume.images.plane.LocalScan;
import org.morphodepot.volume.images.plane.PlanesDataset;
import org.morphodepot.volume.spi.VolumeFormat;
import org.osgi.service.component.annotations.Component;

/** Reads a DICOM file of this computer, or the largest series in a folder. */
@Component(service = VolumeFormat.class)
public final class DicomFormat implements VolumeFormat {

    private static final int MOST = 200_000;

    @Override
    public String id() {
        return "dicom";
    }

    @Override
    public String title() {
        return "DICOM";
    }

    @Override
    public List<String> filePatterns() {
        return List.of("*.dcm", "*.ima");
    }

    @Override
    public boolean needsCopy(Address address) {
        return !address.isFile() && isNamed(address);
    }

    private static boolean isNamed(Address address) {
        return address.name().toLowerCase(Locale.ROOT).endsWith(".dcm");
    }

    @Override
    public Optional<Dataset> open(Address address, Volumes volumes) throws IOException {
        if (address.isFile() && Files.isDirectory(address.path())) {
            List<Path> files = files(address.path());
            return DicomFolder.isLikely(files) ? Optional.of(dataset(address, frames(files))) : Optional.empty();
        }
        Optional<Path> file = LocalScan.file(address, isNamed(address), "DICOM files");
        if (file.isEmpty() || !new Faults(address.toString()).guarding(() -> DicomFolder.isMarked(file.get()))) {
            return Optional.empty();
        }
        return Optional.of(dataset(address, frames(List.of(file.get()))));
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (Files.isRegularFile(entry) && !entry.getFileName().toString().startsWith(".")) {
                    files.add(entry);
                }
                if (files.size() > MOST) {
                    return List.of(); // no series is that long
                }
            }
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }

    /** Files that are no DICOM, or have no image, do not count; damaged ones do. */
    private static List<Frame> frames(List<Path> files) throws VolumeException {
        List<Frame> frames = new ArrayList<>();
        for (Path file : files) {
            frames.addAll(new Faults(file.toString()).guarding(() -> {
                Optional<DicomFile> dicom = DicomFile.read(file);
                if (dicom.isPresent() && dicom.get().syntax().equals(DicomFile.DEFLATED)) {
                    throw new Faults(file.toString()).unsupported("deflated DICOM files are not read");
                }
                return dicom.isPresent() ? Frame.of(dicom.get()) : List.of();
            }));
        }
        return frames;
    }

    private Dataset dataset(Address address, List<Frame> frames) throws VolumeException {
        Faults faults = new Faults(address.toString());
        if (frames.isEmpty()) {
            throw faults.unsupported("there is no image in it");
        }
        Series series = Series.of(frames, faults);
        return new PlanesDataset(address.name(), id(), DicomPlanes.of(series.frames()), series.geometry(), series.isOriented(),
                series.fields());
    }
}
