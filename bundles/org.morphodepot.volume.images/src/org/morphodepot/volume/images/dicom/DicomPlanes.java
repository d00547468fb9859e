package org.morphodepot.volume.images.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.images.plane.Faults;
import org.morphodepot.volume.images.plane.PlaneLimits;
import org.morphodepot.volume.images.plane.Planes;

/** The slices of a series with their values scaled. */
record DicomPlanes(List<Frame> frames, VoxelSize size, Scale scale) implements Planes {

    static DicomPlanes of(List<Frame> frames) throws VolumeException {
        Frame first = frames.getFirst();
        Faults faults = new Faults(first.file().file().toString());
        for (Frame frame : frames) {
            if (FramePixels.codec(frame.file().syntax()).isEmpty()) {
                throw new Faults(frame.file().file().toString()).unsupported("its compression (DICOM transfer syntax "
                        + Faults.quoted(frame.file().syntax()) + ") is not read; uncompressed files, RLE and lossless JPEG are");
            }
        }
        Scale scale = Scale.of(frames);
        VoxelSize size = PlaneLimits.checked(first.format().columns(), first.format().rows(), frames.size(), VoxelType.UINT32,
                faults);
        return new DicomPlanes(frames, size, scale);
    }

    @Override
    public VoxelType type() {
        return scale.type();
    }

    @Override
    public String codec() {
        return FramePixels.codec(frames.getFirst().file().syntax());
    }

    @Override
    public byte[] read(int z) throws IOException {
        Frame frame = frames.get(z);
        return new Faults(frame.file().file().toString()).guarding(() -> values(FramePixels.read(frame), frame));
    }

    private byte[] values(byte[] pixels, Frame frame) throws IOException {
        int count = size.x() * size.y();
        ByteBuffer in = ByteBuffer.wrap(pixels).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer out = ByteBuffer.allocate(count * type().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        PixelFormat format = frame.format();
        boolean colors = format.samples() == 3 && pixels.length == 3 * count;
        if (pixels.length < count * (format.allocated() / 8)) {
            throw new IOException("it has too few pixels");
        }
        for (int i = 0; i < count; i++) {
            long stored = colors ? brightness(pixels, i, count, format) : stored(in, i, format);
            if (type() == VoxelType.FLOAT32) {
                out.putFloat((float) (frame.slope() * stored + frame.intercept()));
                continue;
            }
            long value = scale.identity() ? stored : (long) (frame.slope() * stored + frame.intercept());
            switch (type().bytes()) {
                case 1 -> out.put((byte) value);
                case 2 -> out.putShort((short) value);
                default -> out.putInt((int) value);
            }
        }
        return out.array();
    }

    /** The lower bits that count, with their sign. */
    private static long stored(ByteBuffer in, int i, PixelFormat format) {
        long bits = switch (format.allocated()) {
            case 8 -> in.get(i) & 0xff;
            case 16 -> in.getShort(2 * i) & 0xffff;
            default -> in.getInt(4 * i) & 0xffffffffL;
        };
        int unused = Long.SIZE - format.stored();
        return format.signed() ? bits << unused >> unused : bits << unused >>> unused;
    }

    private static long brightness(byte[] pixels, int i, int count, PixelFormat format) {
        int step = format.planar() ? count : 1;
        int at = format.planar() ? i : 3 * i;
        if (!format.photometric().startsWith("RGB")) {
            return pixels[at] & 0xff; // the others begin with the brightness
        }
        return (299 * (pixels[at] & 0xff) + 587 * (pixels[at + step] & 0xff) + 114 * (pixels[at + 2 * step] & 0xff) + 500) / 1000;
    }

    @Override
    public void close() {
        // files are opened for each slice
    }
}
