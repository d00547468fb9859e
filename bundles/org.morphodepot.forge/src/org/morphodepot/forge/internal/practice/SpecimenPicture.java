package org.morphodepot.forge.internal.practice;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

/** What a curator would show of the practice specimen: a slice through eyes, skull and spine, as PNG. */
final class SpecimenPicture {

    static final String CAPTION = "A slice along the animal: skull, eyes and spine.";

    private static final int SCALE = 4;
    private static final int SLICE = 40;

    private SpecimenPicture() {
    }

    static byte[] png() throws IOException {
        BufferedImage image = new BufferedImage(Specimen.I * SCALE, Specimen.J * SCALE, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.getRaster().setSample(x, y, 0, Specimen.value(x / SCALE, y / SCALE, SLICE));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
