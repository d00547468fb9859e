package org.morphodepot.label.segnrrd;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.gzip.GzipPieces;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;

/** Writes the voxels of a layout from blocks, a piece of some rows at a time: memory is that of a few pieces. */
final class LabelWriter {

    /** Aimed at: small enough for the cache of a processor, large enough that the first row of each costs little. */
    private static final int PIECE = 512 << 10;

    private final FileLayout layout;
    private final List<LabelLayer> layers;
    private final ByteOrder order;
    /** Layers that alternate voxel by voxel. */
    private final int mixed;
    /** Bytes of a row. */
    private final int row;

    @FunctionalInterface
    private interface Taker {
        void take(LabelPiece piece) throws IOException;
    }

    LabelWriter(FileLayout layout, List<LabelLayer> layers, ByteOrder order) {
        this.layout = layout;
        this.layers = layers;
        this.order = order;
        mixed = layout.layersLast() ? 1 : layout.layers();
        row = Math.multiplyExact(layout.box().width(), mixed * layout.type().bytes());
        Math.multiplyExact(row, Block.SIDE);
    }

    void gzip(OutputStream out, Progress progress) throws IOException {
        try (GzipPieces gzip = new GzipPieces(out, row / layout.box().width(), row)) {
            pieces(gzip::add, progress);
            gzip.finish();
        }
    }

    void raw(OutputStream out, Progress progress) throws IOException {
        byte[][] buffer = {new byte[0]};
        pieces(piece -> {
            if (buffer[0].length < piece.length()) {
                buffer[0] = new byte[piece.length()];
            }
            piece.fill(buffer[0]);
            out.write(buffer[0], 0, piece.length());
        }, progress);
    }

    private void pieces(Taker taker, Progress progress) throws IOException {
        VoxelBox box = layout.box();
        int passes = layout.layersLast() ? layout.layers() : 1;
        long total = (long) passes * box.depth();
        for (int pass = 0; pass < passes; pass++) {
            int end;
            for (int z = box.z0(); z < box.z1(); z = end) {
                progress.report((long) pass * box.depth() + z - box.z0(), total, "Saving the segmentation");
                end = Math.min(box.z1(), (z >> Block.SHIFT) + 1 << Block.SHIFT);
                pieces(slabs(pass, z), z, end, taker, progress);
            }
        }
    }

    private List<Slab> slabs(int firstLayer, int z) {
        List<Slab> slabs = new ArrayList<>();
        for (int i = 0; i < mixed; i++) {
            slabs.add(Slab.of(layers, firstLayer + i, z));
        }
        return slabs;
    }

    /** Some slices of one height of blocks: several in one piece where they are small, else each in several. */
    private void pieces(List<Slab> slabs, int z0, int z1, Taker taker, Progress progress) throws IOException {
        VoxelBox box = layout.box();
        int rows = Math.clamp(PIECE / row, 1, box.height());
        int slices = rows < box.height() ? 1 : Math.clamp(PIECE / row / box.height(), 1, Block.SIDE);
        for (int z = z0; z < z1; z += slices) {
            progress.check();
            int end;
            for (int y = box.y0(); y < box.y1(); y = end) {
                end = Math.min(box.y1(), y + rows);
                VoxelBox part = new VoxelBox(box.x0(), y, z, box.x1(), end, Math.min(z1, z + slices));
                taker.take(new LabelPiece(slabs, part, layout.type(), order));
            }
        }
    }
}
