package org.morphodepot.volume.images.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.stream.FileImageInputStream;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.images.plane.Faults;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;

/**
 * The pages of a TIFF file.
 *
 * @param pages in file order, at least one
 */
record TiffFile(Path file, List<Page> pages, ByteOrder order, long length) {

    static TiffFile read(Path file, Faults faults) throws VolumeException {
        TiffFile tiff = faults.guarding(() -> read(file));
        if (tiff.pages().isEmpty()) {
            throw faults.malformed("it has no pages");
        }
        return tiff;
    }

    private static TiffFile read(Path file) throws IOException {
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            Directory all = new TIFFReader().read(in);
            List<Page> pages = new ArrayList<>();
            if (all instanceof CompoundDirectory several) {
                for (int i = 0; i < several.directoryCount(); i++) {
                    pages.add(Page.of(i, several.getDirectory(i)));
                }
            } else {
                pages.add(Page.of(0, all));
            }
            in.seek(0);
            ByteOrder order = in.read() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            return new TiffFile(file, List.copyOf(pages), order, in.length());
        }
    }

    /** The pages that are like the first one that is no thumbnail, in file order. */
    List<Page> slices() {
        Page first = pages.stream().filter(page -> !page.reduced()).findFirst().orElse(pages.getFirst());
        return pages.stream().filter(first::isLike).toList();
    }
}
