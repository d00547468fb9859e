package org.morphodepot.label;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

import static org.morphodepot.label.Block.SHIFT;
import static org.morphodepot.label.Block.SIDE;

/**
 * One label per voxel of a grid, immutable and sparse: background costs nothing, a change shares all untouched blocks
 * with the layer it was made from. Blocks sit in pages of 16³; a change copies the pages it touches and the small table
 * of pages. Any thread. Two layers are equal when their labels are.
 */
public final class LabelLayer {

    private final VoxelSize size;
    private final PageTable pages;
    private final long pagesX;
    private final long pagesY;
    private VoxelBox occupied;

    private LabelLayer(VoxelSize size, PageTable pages) {
        this.size = size;
        this.pages = pages;
        pagesX = pagesAlong(size.x());
        pagesY = pagesAlong(size.y());
        Math.multiplyExact(Math.multiplyExact(pagesX, pagesY), pagesAlong(size.z()));
    }

    /** Background everywhere. */
    public static LabelLayer empty(VoxelSize size) {
        return new LabelLayer(size, PageTable.EMPTY);
    }

    public VoxelSize size() {
        return size;
    }

    /** Label of a voxel inside the size. */
    public int label(int x, int y, int z) {
        int index = ((z & SIDE - 1) << SHIFT | y & SIDE - 1) << SHIFT | x & SIDE - 1;
        return block(x >> SHIFT, y >> SHIFT, z >> SHIFT).label(index);
    }

    /**
     * The block at block coordinates (voxel >> Block.SHIFT); the background block where nothing was ever painted.
     *
     * @throws IndexOutOfBoundsException when the block lies outside the size
     */
    public Block block(int bx, int by, int bz) {
        check(bx, by, bz);
        return pages.get(page(bx, by, bz)).at(Page.cell(bx, by, bz));
    }

    /**
     * A layer with some blocks replaced, sharing all others. Voxels of edge blocks outside the size become background.
     * A later change of the same block wins.
     *
     * @throws IndexOutOfBoundsException when a block lies outside the size
     */
    public LabelLayer with(Iterable<BlockChange> changes) {
        Map<Long, Block[]> touched = new HashMap<>();
        for (BlockChange change : changes) {
            Block block = clipped(change);
            Block[] cells = touched.computeIfAbsent(page(change.bx(), change.by(), change.bz()),
                    key -> pages.get(key).copyOfCells());
            cells[Page.cell(change.bx(), change.by(), change.bz())] = block == UniformBlock.BACKGROUND ? null : block;
        }
        if (touched.isEmpty()) {
            return this;
        }
        Map<Long, Page> changed = HashMap.newHashMap(touched.size());
        touched.forEach((key, cells) -> changed.put(key, new Page(cells)));
        return new LabelLayer(size, pages.with(changed));
    }

    /** Copies labels of {@code box} (clipped by the caller), x fastest, into {@code out}. */
    public void read(VoxelBox box, char[] out) {
        int row = box.width();
        int slice = Math.multiplyExact(row, box.height());
        for (int bz = box.z0() >> SHIFT; bz <= box.z1() - 1 >> SHIFT; bz++) {
            for (int by = box.y0() >> SHIFT; by <= box.y1() - 1 >> SHIFT; by++) {
                for (int bx = box.x0() >> SHIFT; bx <= box.x1() - 1 >> SHIFT; bx++) {
                    VoxelBox part = voxels(bx, by, bz).intersect(box);
                    int offset = (part.z0() - box.z0()) * slice + (part.y0() - box.y0()) * row + part.x0() - box.x0();
                    int x = bx << SHIFT;
                    int y = by << SHIFT;
                    int z = bz << SHIFT;
                    Blocks.copy(block(bx, by, bz), part.x0() - x, part.y0() - y, part.z0() - z, part.x1() - x,
                            part.y1() - y, part.z1() - z, out, offset, row, slice);
                }
            }
        }
    }

    /** Box around all blocks that are not background; block-aligned, clipped. */
    public VoxelBox occupied() {
        if (occupied == null) {
            VoxelBox box = VoxelBox.EMPTY;
            for (long key : pages.keys()) {
                VoxelBox cells = pages.get(key).occupied();
                VoxelBox first = voxels(bx(key) + cells.x0(), by(key) + cells.y0(), bz(key) + cells.z0());
                VoxelBox last = voxels(bx(key) + cells.x1() - 1, by(key) + cells.y1() - 1, bz(key) + cells.z1() - 1);
                box = box.union(first).union(last);
            }
            occupied = box;
        }
        return occupied;
    }

    /** The voxels of a block, clipped to the size. */
    public VoxelBox voxels(int bx, int by, int bz) {
        return new VoxelBox(bx << SHIFT, by << SHIFT, bz << SHIFT, end(bx, 0), end(by, 1), end(bz, 2));
    }

    /** Visits every block that is not background, page by page, until the visitor returns false. */
    public void forEachBlock(BlockVisitor visitor) {
        forEachDifference(empty(size), (bx, by, bz, block, background) -> visitor.visit(bx, by, bz, block));
    }

    /**
     * Visits the blocks whose labels differ from those of a layer of the same size, until the visitor returns false.
     * Shared pages and blocks cost nothing.
     */
    public void forEachDifference(LabelLayer other, DifferenceVisitor visitor) {
        if (!size.equals(other.size)) {
            throw new IllegalArgumentException("layers of " + size + " and " + other.size + " voxels");
        }
        for (long key : pages.keysWith(other.pages)) {
            Page mine = pages.get(key);
            Page theirs = other.pages.get(key);
            if (mine != theirs && !visit(key, mine, theirs, visitor)) {
                return;
            }
        }
    }

    private boolean visit(long key, Page mine, Page theirs, DifferenceVisitor visitor) {
        for (int cell = 0; cell < Page.CELLS; cell++) {
            Block a = mine.at(cell);
            Block b = theirs.at(cell);
            if (a != b && !a.equals(b) && !visitor.visit(bx(key) + Page.x(cell), by(key) + Page.y(cell),
                    bz(key) + Page.z(cell), a, b)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof LabelLayer layer) || !size.equals(layer.size)) {
            return false;
        }
        boolean[] same = {true};
        forEachDifference(layer, (bx, by, bz, a, b) -> same[0] = false);
        return same[0];
    }

    @Override
    public int hashCode() {
        int[] hash = {size.hashCode()};
        forEachBlock((bx, by, bz, block) -> {
            hash[0] += ((bz * 31 + by) * 31 + bx) * 31 ^ block.hashCode();
            return true;
        });
        return hash[0];
    }

    @Override
    public String toString() {
        return "LabelLayer[" + size + ", occupied " + occupied() + "]";
    }

    private Block clipped(BlockChange change) {
        check(change.bx(), change.by(), change.bz());
        VoxelBox box = voxels(change.bx(), change.by(), change.bz());
        return Blocks.clip(change.block(), box.width(), box.height(), box.depth());
    }

    private void check(int bx, int by, int bz) {
        Objects.checkIndex(bx, (size.x() - 1 >> SHIFT) + 1);
        Objects.checkIndex(by, (size.y() - 1 >> SHIFT) + 1);
        Objects.checkIndex(bz, (size.z() - 1 >> SHIFT) + 1);
    }

    private int end(int block, int axis) {
        return (int) Math.min(size.get(axis), (block + 1L) << SHIFT);
    }

    private long page(int bx, int by, int bz) {
        return ((bz >> Page.SHIFT) * pagesY + (by >> Page.SHIFT)) * pagesX + (bx >> Page.SHIFT);
    }

    private int bx(long page) {
        return (int) (page % pagesX) << Page.SHIFT;
    }

    private int by(long page) {
        return (int) (page / pagesX % pagesY) << Page.SHIFT;
    }

    private int bz(long page) {
        return (int) (page / pagesX / pagesY) << Page.SHIFT;
    }

    private static long pagesAlong(int side) {
        return (((long) side - 1) >> SHIFT + Page.SHIFT) + 1;
    }

    /** One block's place and content. */
    public record BlockChange(int bx, int by, int bz, Block block) {
    }

    /** Told about a block at block coordinates; returns whether to go on. */
    @FunctionalInterface
    public interface BlockVisitor {
        boolean visit(int bx, int by, int bz, Block block);
    }

    /** Told about two different blocks at the same block coordinates; returns whether to go on. */
    @FunctionalInterface
    public interface DifferenceVisitor {
        boolean visit(int bx, int by, int bz, Block mine, Block theirs);
    }
}
