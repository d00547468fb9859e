package org.morphodepot.volume.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.images.dicom.DicomSlice;
import org.morphodepot.volume.images.nifti.NiftiFile;
import org.morphodepot.volume.images.tiff.TiffStack;

/** Good files with bits flipped, numbers replaced, pieces cut: read, or refused with one line, nothing else. */
class FuzzTest {

    private static final int ROUNDS = Integer.getInteger("rounds", 200);
    private static final long MOST = 8 << 20;

    @TempDir
    Path folder;

    @Test
    void damagedFiles_giveVolumeExceptions() throws IOException {
        int refused = 0;
        for (Map.Entry<String, byte[]> good : files().entrySet()) {
            Random random = new Random(good.getKey().hashCode());
            for (int round = 0; round < ROUNDS; round++) {
                refused += isRefused(good.getKey(), damaged(good.getValue(), random), round) ? 1 : 0;
            }
        }
        assertTrue(refused > ROUNDS, "only " + refused + " were refused");
    }

    private static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.tif", TiffStack.of(3, 0, "ImageJ=1.53t\nimages=3\nslices=3\nunit=mm\nspacing=1\n"));
        files.put("b.tif", TiffStack.of(1, 2, "ImageJ=1.53t\nimages=3\nslices=3\n"));
        files.put("c.nii", NiftiFile.of(ByteOrder.BIG_ENDIAN, 5, 6, 7).bytes());
        files.put("d.nii.gz", NiftiFile.of(ByteOrder.LITTLE_ENDIAN, 5, 6, 7).gzipped());
        files.put("e.dcm", DicomSlice.plain(1, 77));
        files.put("f/a1.png", png());
        return files;
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(9, 8, BufferedImage.TYPE_USHORT_GRAY), "png", out);
        return out.toByteArray();
    }

    private boolean isRefused(String name, byte[] bytes, int round) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        String what = name + " round " + round;
        try (Dataset dataset = Scans.open(name.contains("/") ? file.getParent() : file)) {
            long values = dataset.info().size().stream().reduce(1L, Math::multiplyExact);
            if (values <= MOST) {
                dataset.values((b, offset, length) -> assertTrue(length > 0), Progress.NONE);
            }
            return false;
        } catch (VolumeException e) {
            assertEquals(1, e.getMessage().lines().count(), what + ": " + e.getMessage());
            return true;
        } catch (RuntimeException | IOException | Error e) {
            throw new AssertionError(what, e);
        }
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] bad = good.clone();
        for (int n = random.nextInt(4); n >= 0; n--) {
            int at = random.nextInt(good.length);
            switch (random.nextInt(3)) {
                case 0 -> bad[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bad[at] = (byte) (random.nextBoolean() ? 0xff : 0);
                default -> bad[at] = (byte) random.nextInt(256);
            }
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bad, random.nextInt(bad.length)) : bad;
    }
}
