package org.morphodepot.volume.images.slices;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.images.plane.Faults;
import org.morphodepot.volume.images.plane.PlaneLimits;
import org.morphodepot.volume.images.plane.Planes;

/** One image file per slice. The first one says how large all are. */
record SlicePlanes(List<Path> files, VoxelSize size, VoxelType type) implements Planes {

    static SlicePlanes of(List<Path> files) throws IOException {
        SliceImage first = SliceImage.read(files.getFirst());
        Faults faults = new Faults(files.getFirst().toString());
        return new SlicePlanes(files, PlaneLimits.checked(first.width(), first.height(), files.size(), first.type(), faults),
                first.type());
    }

    @Override
    public byte[] read(int z) throws IOException {
        SliceImage image = SliceImage.read(files.get(z));
        if (image.width() != size.x() || image.height() != size.y() || image.type() != type) {
            throw misfit(files.get(z), image);
        }
        return image.values();
    }

    private VolumeException misfit(Path file, SliceImage image) {
        return new Faults(file.toString()).malformed("it has " + image.width() + " x " + image.height() + " "
                + image.type().id() + ", but " + files.getFirst().getFileName() + " has " + size.x() + " x " + size.y() + " "
                + type.id() + "; put images that are no slices of this scan into another folder");
    }

    @Override
    public String codec() {
        String name = files.getFirst().getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @Override
    public void close() {
        // files are opened for each slice
    }
}
