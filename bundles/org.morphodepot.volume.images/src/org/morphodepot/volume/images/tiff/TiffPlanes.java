package org.morphodepot.volume.images.tiff;

import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.List;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.images.plane.Faults;
import org.morphodepot.volume.images.plane.PlaneLimits;
import org.morphodepot.volume.images.plane.Planes;
import org.morphodepot.volume.images.plane.Samples;

/** The slices of a TIFF file. */
final class TiffPlanes implements Planes {

    private final TiffFile tiff;
    private final Stack stack;
    private final Faults faults;
    private final List<Page> pages;
    private final VoxelType type;
    private final VoxelSize size;
    private final String codec;
    private final TiffReaders readers;

    private TiffPlanes(TiffFile tiff, Stack stack, Faults faults) throws VolumeException {
        this.tiff = tiff;
        this.stack = stack;
        this.faults = faults;
        this.pages = tiff.slices();
        Page page = pages.getFirst();
        this.type = page.type(faults);
        this.size = PlaneLimits.checked(page.width(), page.height(), stack.depth(), type, faults);
        this.codec = page.codec(faults);
        this.readers = new TiffReaders(tiff.file());
    }

    static TiffPlanes of(TiffFile tiff, Stack stack, Faults faults) throws VolumeException {
        TiffPlanes planes = new TiffPlanes(tiff, stack, faults);
        if (stack.behind()) {
            planes.checkBehind();
        }
        return planes;
    }

    private void checkBehind() throws VolumeException {
        Page page = pages.getFirst();
        boolean plain = page.samples() == 1 && page.bits() == 8 * type.bytes() && page.start() >= 0;
        if (!plain) {
            throw faults.unsupported("its slices follow one another in a way that is not read; save it again with Fiji");
        }
        if (behind(stack.depth() - 1) > tiff.length() - (long) size.x() * size.y() * type.bytes()) {
            throw faults.malformed("it ends before its last slice; is the download complete?");
        }
    }

    /** Where slice {@code z} begins when values lie one after the other. */
    private long behind(long z) {
        long plane = (long) size.x() * size.y() * type.bytes();
        return pages.getFirst().start() + Math.multiplyExact(Math.multiplyExact(z, stack.step()), plane);
    }

    @Override
    public VoxelSize size() {
        return size;
    }

    @Override
    public VoxelType type() {
        return type;
    }

    @Override
    public String codec() {
        return codec;
    }

    @Override
    public byte[] read(int z) throws IOException {
        return faults.guarding(() -> stack.behind() ? readBehind(z) : readPage(pages.get(stack.first() + z * stack.step())));
    }

    private byte[] readPage(Page page) throws IOException {
        Raster raster = readers.read(page.index());
        if (raster.getWidth() != size.x() || raster.getHeight() != size.y()) {
            throw new IOException("a page has another size");
        }
        return page.isColor() ? Samples.grey(raster, type) : Samples.first(raster, type);
    }

    private byte[] readBehind(int z) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(size.x() * size.y() * type.bytes());
        long start = behind(z);
        try (FileChannel channel = FileChannel.open(tiff.file())) {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, start + buffer.position()) < 0) {
                    throw new EOFException("it ends early");
                }
            }
        }
        byte[] values = buffer.array();
        if (tiff.order() == ByteOrder.BIG_ENDIAN) {
            Samples.swap(values, type.bytes());
        }
        return values;
    }

    @Override
    public void close() {
        readers.close();
    }
}
