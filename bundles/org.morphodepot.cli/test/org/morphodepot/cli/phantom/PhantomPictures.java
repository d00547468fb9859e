package org.morphodepot.cli.phantom;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.morphodepot.cli.phantom.anatomy.Structure;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

/**
 * Draws slices of a phantom for a person to judge. Not a test:
 * {@code java -cp … org.morphodepot.cli.phantom.PhantomPictures FOLDER [X,Y,Z] [low,high] [labels]}.
 */
public final class PhantomPictures {

    private final VoxelSize size;
    private final byte[] values;
    private final byte[] labels;
    private final int low;
    private final int high;

    private PhantomPictures(VoxelSize size, int low, int high, boolean labelled) throws IOException {
        this.size = size;
        this.low = low;
        this.high = high;
        Phantom phantom = Phantom.of(size, Optional.empty(), Phantom.DEFAULT_SEED);
        values = new byte[Math.toIntExact(2 * size.voxels())];
        int[] at = {0};
        for (int run = 0; run < 2; run++) {
            at[0] = 0;
            long start = System.nanoTime();
            try (Dataset scan = phantom.scan()) {
                scan.values((bytes, offset, length) -> {
                    System.arraycopy(bytes, offset, values, at[0], length);
                    at[0] += length;
                }, Progress.NONE);
            }
            System.out.printf("%s in %.2f s%n", size, (System.nanoTime() - start) / 1e9);
        }
        labels = labelled ? phantom.labels(0, new VoxelBox(0, 0, 0, size.x(), size.y(), size.z())) : null;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        int[] n = args.length > 1 ? numbers(args[1]) : new int[] {240, 384, 240};
        int[] window = args.length > 2 ? numbers(args[2]) : new int[] {600, 2600};
        boolean labelled = args.length > 3;
        PhantomPictures pictures = new PhantomPictures(new VoxelSize(n[0], n[1], n[2]), window[0], window[1], labelled);
        for (int axis = 0; axis < 3; axis++) {
            pictures.sheet(folder, axis);
        }
    }

    private static int[] numbers(String text) {
        return java.util.Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    /** Nine slices across an axis on one sheet. */
    private void sheet(Path folder, int axis) throws IOException {
        int u = axis == 0 ? 1 : 0;
        int v = axis == 2 ? 1 : 2;
        int columns = 3;
        int w = size.get(u);
        int h = size.get(v);
        BufferedImage image = new BufferedImage(columns * w, 3 * h, BufferedImage.TYPE_INT_RGB);
        for (int n = 0; n < 9; n++) {
            int slice = size.get(axis) * (n + 1) / 10;
            for (int b = 0; b < h; b++) {
                for (int a = 0; a < w; a++) {
                    int row = v == 2 ? h - 1 - b : b;
                    image.setRGB(n % columns * w + a, n / columns * h + row, colour(axis, slice, a, b));
                }
            }
        }
        ImageIO.write(image, "png", folder.resolve("axis" + axis + (labels != null ? "-labels" : "")
                + ".png").toFile());
    }

    private int colour(int axis, int slice, int a, int b) {
        int x = axis == 0 ? slice : a;
        int y = axis == 1 ? slice : axis == 0 ? a : b;
        int z = axis == 2 ? slice : b;
        int index = (z * size.y() + y) * size.x() + x;
        int grey = values[2 * index] & 0xff | (values[2 * index + 1] & 0xff) << 8;
        int g = Math.clamp((grey - low) * 255L / (high - low), 0, 255);
        if (labels == null || labels[index] == 0) {
            return g << 16 | g << 8 | g;
        }
        int rgb = Structure.values()[labels[index] - 1].rgb();
        return mix(rgb >> 16, g) << 16 | mix(rgb >> 8, g) << 8 | mix(rgb, g);
    }

    private static int mix(int c, int g) {
        return ((c & 0xff) + g) / 2;
    }
}
