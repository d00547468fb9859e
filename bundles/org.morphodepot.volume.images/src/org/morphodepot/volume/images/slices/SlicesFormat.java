package org.morphodepot.volume.images.slices;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.images.dicom.DicomFolder;
import org.morphodepot.volume.images.plane.PlanesDataset;
import org.morphodepot.volume.spi.VolumeFormat;
import org.osgi.service.component.annotations.Component;

/** Reads a folder of TIFF, PNG, JPEG or BMP images, one per slice, on this computer. */
@Component(service = VolumeFormat.class)
public final class SlicesFormat implements VolumeFormat {

    @Override
    public String id() {
        return "slices";
    }

    @Override
    public String title() {
        return "Folder of slices";
    }

    /** Any slice stands for its folder. */
    @Override
    public List<String> filePatterns() {
        return List.of("*.png", "*.jpg", "*.jpeg", "*.bmp");
    }

    @Override
    public Optional<Dataset> open(Address address, Volumes volumes) throws IOException {
        if (address.name().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpg|jpeg|bmp)")
                && !(address.isFile() && Files.isDirectory(address.path()))) {
            throw new VolumeException(Kind.UNSUPPORTED, address.name() + " is one slice: " + (address.isFile()
                    ? "open the folder it is in" : "copy all slices to a folder of this computer, and open that folder"));
        }
        if (!address.isFile() || !Files.isDirectory(address.path())) {
            return Optional.empty();
        }
        SliceFolder folder = SliceFolder.of(address.path());
        if (folder.slices().isEmpty() || DicomFolder.isLikely(SliceFolder.files(address.path()))) {
            return Optional.empty();
        }
        Optional<Geometry> geometry = ReconstructionLog.geometry(address.path());
        return Optional.of(new PlanesDataset(address.name(), id(), SlicePlanes.of(folder.slices()), geometry, false,
                fields(folder)));
    }

    private static List<HeaderField> fields(SliceFolder folder) {
        List<HeaderField> fields = new ArrayList<>();
        fields.add(new HeaderField("first", folder.slices().getFirst().getFileName().toString(), false));
        fields.add(new HeaderField("last", folder.slices().getLast().getFileName().toString(), false));
        if (!folder.others().isEmpty()) {
            fields.add(new HeaderField("left out", folder.others().size() + " other images, such as "
                    + folder.others().getFirst(), false));
        }
        return List.copyOf(fields);
    }
}
