package org.morphodepot.volume.images.slices;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.images.Scans;

class SlicesFormatTest {

    @TempDir
    Path folder;

    private void image(String name, int width, int height, int type, int value) throws IOException {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, value);
            }
        }
        assertTrue(ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), folder.resolve(name).toFile()));
    }

    @Test
    void names_areOrderedAsPeopleCount() {
        List<String> right = List.of("a", "s1.png", "s2.png", "S10.png", "s10b.png", "s011.png", "t0", "t00", "t1");
        assertEquals(right, Stream.of("t1", "s10b.png", "t00", "s2.png", "t0", "s011.png", "a", "S10.png", "s1.png")
                .sorted(NaturalOrder.NAMES).toList());
    }

    @Test
    void slices_areReadInThatOrder_withoutPreviews() throws IOException {
        for (int z = 0; z < 12; z++) {
            image("skull " + z + ".png", 3, 2, BufferedImage.TYPE_USHORT_GRAY, 1000 * z);
        }
        image("preview.png", 1, 1, BufferedImage.TYPE_BYTE_GRAY, 0);
        byte[] values = Scans.values(folder);
        assertEquals(3 * 2 * 12 * 2, values.length);
        assertEquals(11000, (values[132] & 0xff) + (values[133] & 0xff) * 256);
        try (Dataset dataset = Scans.open(folder)) {
            assertEquals("uint16", dataset.info().type());
            assertTrue(dataset.info().geometry().isEmpty(), "slices do not say how far they are apart");
        }
    }

    @Test
    void colors_becomeBrightness() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xffffff);
        image.setRGB(1, 0, 0xff0000);
        ImageIO.write(image, "bmp", folder.resolve("a.bmp").toFile());
        assertArrayEquals(new byte[] {-1, 76}, Scans.values(folder));
    }

    @Test
    void oddSlices_areNamed() throws IOException {
        image("a1.png", 3, 2, BufferedImage.TYPE_BYTE_GRAY, 1);
        image("a2.png", 4, 2, BufferedImage.TYPE_BYTE_GRAY, 1);
        Scans.refused(folder, "a2.png: it has 4 x 2");
    }

    @Test
    void textNamedLikeAnImage_isRefused() throws IOException {
        Files.writeString(folder.resolve("a1.png"), "hello");
        Scans.refused(folder, "a1.png: it is not an image");
    }

    @Test
    void scannerLog_givesTheSpacing() throws IOException {
        image("a1.png", 3, 2, BufferedImage.TYPE_BYTE_GRAY, 1);
        Files.writeString(folder.resolve("a.log"), "[Acquisition]\r\nImage Pixel Size (um)=9\r\n[Reconstruction]\r\n"
                + "Program=NRecon\r\nPixel Size (um)=17.48\r\n");
        try (Dataset dataset = Scans.open(folder)) {
            assertEquals(Geometry.of(17.48, 17.48, 17.48, "micrometer"), dataset.info().geometry().orElseThrow());
        }
    }
}
