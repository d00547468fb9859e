package org.morphodepot.volume.images.slices;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.images.plane.Faults;
import org.morphodepot.volume.images.plane.PlaneLimits;
import org.morphodepot.volume.images.plane.Planes;
import org.morphodepot.volume.images.plane.Samples;
import org.morphodepot.volume.images.tiff.TiffFormat;

/**
 * One image of a series.
 *
 * @param values little endian, x fastest
 */
record SliceImage(int width, int height, VoxelType type, byte[] values) {

    private static final String ENDINGS = ".*\\.(tif|tiff|png|jpg|jpeg|bmp)";

    static boolean isNamedLikeOne(String name) {
        return name.toLowerCase(Locale.ROOT).matches(ENDINGS);
    }

    static SliceImage read(Path file) throws IOException {
        Faults faults = new Faults(file.toString());
        if (file.toString().toLowerCase(Locale.ROOT).matches(".*\\.tiff?")) {
            return readTiff(file, faults);
        }
        return faults.guarding(() -> readImage(file, faults));
    }

    private static SliceImage readTiff(Path file, Faults faults) throws IOException {
        try (Planes page = TiffFormat.planes(file, faults)) {
            return new SliceImage(page.size().x(), page.size().y(), page.type(), page.read(0));
        }
    }

    private static SliceImage readImage(Path file, Faults faults) throws IOException {
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw faults.malformed("it is not an image, though it is named like one");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                PlaneLimits.checked(reader.getWidth(0), reader.getHeight(0), 1, VoxelType.INT32, faults);
                return of(reader.read(0));
            } finally {
                reader.dispose();
            }
        }
    }

    private static SliceImage of(BufferedImage image) {
        VoxelType type = Samples.type(image.getRaster(), image.getColorModel());
        byte[] values = image.getColorModel() instanceof IndexColorModel colors ? Samples.grey(image.getRaster(), colors)
                : Samples.grey(image.getRaster(), type);
        return new SliceImage(image.getWidth(), image.getHeight(), type, values);
    }
}
