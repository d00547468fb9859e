package org.morphodepot.volume.images.nifti;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.images.plane.Faults;
import org.morphodepot.volume.images.plane.LocalScan;
import org.morphodepot.volume.images.plane.PlanesDataset;
import org.morphodepot.volume.spi.VolumeFormat;
import org.osgi.service.component.annotations.Component;

/** Reads NIfTI files of this computer: {@code .nii}, {@code .nii.gz}, and {@code .hdr} beside {@code .img}. */
@Component(service = VolumeFormat.class)
public final class NiftiFormat implements VolumeFormat {

    @Override
    public String id() {
        return "nifti";
    }

    @Override
    public String title() {
        return "NIfTI";
    }

    @Override
    public List<String> filePatterns() {
        return List.of("*.nii", "*.nii.gz", "*.hdr");
    }

    @Override
    public boolean needsCopy(Address address) {
        return !address.isFile() && isNamed(address);
    }

    private static boolean isNamed(Address address) {
        return address.name().toLowerCase(Locale.ROOT).matches(".*\\.nii(\\.gz)?");
    }

    @Override
    public Optional<Dataset> open(Address address, Volumes volumes) throws IOException {
        boolean named = isNamed(address);
        Optional<Path> file = LocalScan.file(address, named, "NIfTI files");
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Faults faults = new Faults(file.get().toString());
        byte[] start = faults.guarding(() -> start(file.get()));
        if (!NiftiHeader.isNifti(start)) {
            if (named) {
                throw faults.malformed("it is not a NIfTI file, though it is named like one; is the download complete?");
            }
            return Optional.empty();
        }
        NiftiHeader header = NiftiHeader.of(start, faults);
        Path data = header.separate() ? dataFile(file.get(), faults) : file.get();
        NiftiValues values = isGzip(data) ? new InflatedFile(data) : new PlainFile(data);
        return Optional.of(new PlanesDataset(address.name(), id(), NiftiPlanes.of(header, values, faults),
                header.geometry(), header.isOriented(), header.fields()));
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return isGzip(file) ? new GZIPInputStream(in).readNBytes(NiftiHeader.LONGEST) : in.readNBytes(NiftiHeader.LONGEST);
        }
    }

    private static boolean isGzip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 0x1f && in.read() == 0x8b;
        }
    }

    private static Path dataFile(Path header, Faults faults) throws IOException {
        String stem = header.getFileName().toString().replaceFirst("(?i)\\.hdr(\\.gz)?$", "");
        for (String ending : List.of(".img", ".img.gz", ".IMG")) {
            Path file = header.resolveSibling(stem + ending);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        throw faults.malformed("its values should be in " + stem + ".img beside it, which is missing");
    }
}
