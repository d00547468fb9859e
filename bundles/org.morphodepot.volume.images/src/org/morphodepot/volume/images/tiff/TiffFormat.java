package org.morphodepot.volume.images.tiff;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.images.plane.Faults;
import org.morphodepot.volume.images.plane.LocalScan;
import org.morphodepot.volume.images.plane.Planes;
import org.morphodepot.volume.images.plane.PlanesDataset;
import org.morphodepot.volume.spi.VolumeFormat;
import org.osgi.service.component.annotations.Component;

/** Reads TIFF and BigTIFF files of this computer; their pages are the slices. */
@Component(service = VolumeFormat.class)
public final class TiffFormat implements VolumeFormat {

    @Override
    public String id() {
        return "tiff";
    }

    @Override
    public String title() {
        return "TIFF";
    }

    @Override
    public List<String> filePatterns() {
        return List.of("*.tif", "*.tiff", "*.btf", "*.tf8");
    }

    @Override
    public boolean needsCopy(Address address) {
        return !address.isFile() && isNamed(address);
    }

    private static boolean isNamed(Address address) {
        return address.name().toLowerCase(Locale.ROOT).matches(".*\\.(tif|tiff|btf|tf2|tf8)");
    }

    @Override
    public Optional<Dataset> open(Address address, Volumes volumes) throws IOException {
        boolean named = isNamed(address);
        Optional<Path> file = LocalScan.file(address, named, "TIFF files");
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Faults faults = new Faults(file.get().toString());
        if (!faults.guarding(() -> isTiff(file.get()))) {
            if (named) {
                throw faults.malformed("it is not a TIFF file, though it is named like one; is the download complete?");
            }
            return Optional.empty();
        }
        TiffFile tiff = TiffFile.read(file.get(), faults);
        Stack stack = Stack.of(tiff, faults);
        return Optional.of(new PlanesDataset(address.name(), id(), TiffPlanes.of(tiff, stack, faults), stack.geometry(), false,
                stack.fields()));
    }

    /**
     * The slices of one file.
     *
     * @throws org.morphodepot.volume.VolumeException when it is damaged or of a kind that is not read
     */
    public static Planes planes(Path file, Faults faults) throws IOException {
        TiffFile tiff = TiffFile.read(file, faults);
        return TiffPlanes.of(tiff, Stack.of(tiff, faults), faults);
    }

    /** DICOM files may have a second life as TIFF; then they are DICOM. */
    private static boolean isTiff(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(132);
            boolean dicom = start.length == 132 && new String(start, 128, 4, StandardCharsets.ISO_8859_1).equals("DICM");
            return !dicom && start.length > 8 && isStart(new String(start, 0, 4, StandardCharsets.ISO_8859_1));
        }
    }

    /** The order of bytes, then 42, or 43 for BigTIFF. */
    private static boolean isStart(String four) {
        return List.of("II*\0", "MM\0*", "II+\0", "MM\0+").contains(four);
    }
}
