package org.morphodepot.itests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.morphodepot.cli.phantom.Phantom;
import org.morphodepot.label.exchange.LabelExport;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.spi.WriteOptions;

/** A small scan in the formats that this workbench and the toolkit can write, and in two that are short enough to write here. */
final class CorpusFiles {

    private static final int SIDE = 48;
    private static final int SLICES = 6;

    private CorpusFiles() {
    }

    static List<Path> make(Path folder, Volumes volumes, Display display) throws IOException {
        Phantom phantom = Phantom.of(new VoxelSize(40, 64, 40), Optional.empty(), 1);
        List<Path> files = new ArrayList<>();
        WriteOptions third = new WriteOptions(Optional.of(16), Optional.of("zstd"), Optional.of(2), Optional.of(3));
        Map<String, WriteOptions> scans = Map.of("scan.nrrd", WriteOptions.DEFAULT, "second.zarr", WriteOptions.DEFAULT,
                "third.zarr", third, "shards.zarr", third.sharded(32));
        for (Map.Entry<String, WriteOptions> scan : scans.entrySet()) {
            Address target = Address.of(folder.resolve(scan.getKey()));
            try (Dataset source = phantom.scan()) {
                volumes.writer(target).write(source, target, scan.getValue(), volumes, Progress.NONE);
            }
            files.add(target.path());
        }
        Path labels = folder.resolve("truth.seg.nrrd");
        SegNrrd.write(phantom.segmentation(Progress.NONE), labels, Progress.NONE);
        files.add(labels);
        Path map = folder.resolve("labels.zarr");
        LabelExport.write(phantom.segmentation(Progress.NONE), Address.of(map), volumes, Progress.NONE);
        files.add(map);
        files.add(Files.write(folder.resolve("head.nii"), nifti()));
        files.add(Files.write(folder.resolve("head.nii.gz"), zipped(nifti())));
        display.syncExec(() -> pictures(folder, files));
        return files;
    }

    private static int value(int x, int y, int z) {
        return (x * 5 + y * 3 + z * 20) % 256;
    }

    private static byte[] nifti() {
        ByteBuffer bytes = ByteBuffer.allocate(352 + SIDE * SIDE * SLICES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(348);
        bytes.putShort(40, (short) 3).putShort(42, (short) SIDE).putShort(44, (short) SIDE).putShort(46, (short) SLICES);
        bytes.putShort(70, (short) 2).putShort(72, (short) 8); // unsigned bytes
        bytes.putFloat(76, 1).putFloat(80, 0.5f).putFloat(84, 0.5f).putFloat(88, 2).putFloat(108, 352);
        bytes.put(123, (byte) 2); // millimetres
        bytes.position(344).put("n+1\0".getBytes(StandardCharsets.US_ASCII)).position(352);
        for (int i = 0; bytes.hasRemaining(); i++) {
            bytes.put((byte) value(i % SIDE, i / SIDE % SIDE, i / SIDE / SIDE));
        }
        return bytes.array();
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(all)) {
            out.write(bytes);
        }
        return all.toByteArray();
    }

    /** Folders of slices and a single TIFF. */
    private static void pictures(Path folder, List<Path> files) {
        Map<String, Integer> kinds = Map.of("png", SWT.IMAGE_PNG, "bmp", SWT.IMAGE_BMP, "jpg", SWT.IMAGE_JPEG, "tif",
                SWT.IMAGE_TIFF);
        kinds.forEach((ending, kind) -> {
            Path slices = folder.resolve("slices-" + ending);
            slices.toFile().mkdirs();
            for (int z = 0; z < SLICES; z++) {
                save(slice(z), slices.resolve("slice-" + z + "." + ending), kind);
            }
            files.add(slices);
        });
        save(slice(1), folder.resolve("single.tif"), SWT.IMAGE_TIFF);
        files.add(folder.resolve("single.tif"));
    }

    private static ImageData slice(int z) {
        RGB[] greys = new RGB[256];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = new RGB(i, i, i);
        }
        ImageData slice = new ImageData(SIDE, SIDE, 8, new PaletteData(greys));
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                slice.setPixel(x, y, value(x, y, z));
            }
        }
        return slice;
    }

    private static void save(ImageData slice, Path file, int kind) {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {slice};
        loader.save(file.toString(), kind);
    }
}
