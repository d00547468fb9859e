package org.morphodepot.label.segnrrd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.morphodepot.label.LabelLayer;
import org.morphodepot.volume.Dataset.ValueSink;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;

/** Turns the voxel values of a file, as they stream by, into layers on the grid of the scan. */
final class LabelReader implements ValueSink {

    /** Longest row read, in bytes, far beyond real files, but not beyond memory. */
    private static final long MOST = 1 << 26;
    /** Most blocks in a slice, for the same reason: slices of 65,536 x 65,536 voxels. */
    private static final long MOST_BLOCKS = 1 << 22;
    private static final byte[] ZEROS = new byte[8192];

    private final FileShape file;
    private final VoxelSize size;
    private final Offset offset;
    private final LabelDecoder decoder;
    private final List<LayerTiles> layers = new ArrayList<>();
    private final VoxelSize fileSize;
    /** Layers that alternate within a row. */
    private final int mixed;
    /** Rows of bytes that all lie inside the grid can be taken as they are. */
    private final boolean plainBytes;
    private final byte[] row;
    private final char[] labels;
    private int filled;
    private long rows;
    private long outside;

    /** @param offset place of the first voxel of the file in the grid of {@code size} voxels */
    LabelReader(FileShape file, VoxelSize size, Offset offset) throws VolumeException {
        this.file = file;
        this.size = size;
        this.offset = offset;
        fileSize = file.grid().size();
        decoder = new LabelDecoder(file.type());
        mixed = file.layersLast() ? 1 : file.layers();
        plainBytes = mixed == 1 && file.type() == VoxelType.UINT8 && isInside();
        long rowBytes = (long) fileSize.x() * mixed * decoder.bytes();
        long blocks = (size.x() / 32 + 1L) * (size.y() / 32 + 1L) * file.layers();
        if (rowBytes > MOST || blocks > MOST_BLOCKS) {
            throw new VolumeException(Kind.TOO_LARGE, "A segmentation with slices of " + fileSize.x() + " x "
                    + fileSize.y() + " voxels in " + file.layers() + " layers is too large to read");
        }
        row = new byte[(int) rowBytes];
        labels = new char[fileSize.x()];
        for (int i = 0; i < file.layers(); i++) {
            layers.add(new LayerTiles(size));
        }
    }

    private boolean isInside() {
        return offset.x() >= 0 && offset.y() >= 0 && offset.z() >= 0 && (long) offset.x() + fileSize.x() <= size.x()
                && (long) offset.y() + fileSize.y() <= size.y() && (long) offset.z() + fileSize.z() <= size.z();
    }

    @Override
    public void accept(byte[] bytes, int from, int length) throws VolumeException {
        int at = from;
        int end = from + length;
        while (at < end) {
            if (filled == 0 && end - at >= row.length) {
                row(bytes, at);
                at += row.length;
                continue;
            }
            int n = Math.min(end - at, row.length - filled);
            System.arraycopy(bytes, at, row, filled, n);
            filled += n;
            at += n;
            if (filled == row.length) {
                filled = 0;
                row(row, 0);
            }
        }
    }

    /** All layers, once every value has come. */
    List<LabelLayer> layers() throws VolumeException {
        long expected = (long) fileSize.y() * fileSize.z() * (file.layersLast() ? file.layers() : 1);
        if (rows != expected) {
            throw new VolumeException(Kind.MALFORMED, "The segmentation ends too early: " + rows + " of " + expected
                    + " rows of voxels are there; fetch the file again");
        }
        return layers.stream().map(LayerTiles::layer).toList();
    }

    /** Labelled voxels that were dropped because they lie outside the grid. */
    long outside() {
        return outside;
    }

    private void row(byte[] bytes, int from) throws VolumeException {
        int y = (int) (rows % fileSize.y());
        long slice = rows / fileSize.y();
        int z = (int) (slice % fileSize.z());
        int first = file.layersLast() ? (int) Math.min(slice / fileSize.z(), file.layers() - 1) : 0;
        rows++;
        if (isZero(bytes, from)) {
            return;
        }
        if (plainBytes) {
            layers.get(first).bytes(bytes, from, row.length, offset.x(), y + offset.y(), z + offset.z());
            return;
        }
        for (int i = 0; i < mixed; i++) {
            decoder.decode(bytes, from + i * decoder.bytes(), mixed * decoder.bytes(), labels.length, labels);
            place(layers.get(first + i), y, z);
        }
    }

    private void place(LayerTiles layer, int y, int z) {
        long toX = offset.x();
        long toY = (long) y + offset.y();
        long toZ = (long) z + offset.z();
        int begin = 0;
        int end = 0;
        if (toY >= 0 && toY < size.y() && toZ >= 0 && toZ < size.z()) {
            begin = Math.clamp(-toX, 0, labels.length);
            end = Math.clamp(size.x() - toX, begin, labels.length);
        }
        outside += labelled(0, begin) + labelled(end, labels.length);
        if (begin < end) {
            layer.row(labels, begin, end - begin, (int) (begin + toX), (int) toY, (int) toZ);
        }
    }

    private int labelled(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += labels[i] == 0 ? 0 : 1;
        }
        return count;
    }

    private boolean isZero(byte[] bytes, int from) {
        for (int done = 0; done < row.length; done += ZEROS.length) {
            int n = Math.min(ZEROS.length, row.length - done);
            if (!Arrays.equals(bytes, from + done, from + done + n, ZEROS, 0, n)) {
                return false;
            }
        }
        return true;
    }
}
