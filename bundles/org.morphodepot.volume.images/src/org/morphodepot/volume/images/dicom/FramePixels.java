package org.morphodepot.volume.images.dicom;

import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.images.plane.Samples;

/** Fetches the pixels of a frame: little endian, as many bytes per value as are allocated. */
final class FramePixels {

    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final String JPEG = "1.2.840.10008.1.2.4.50";
    private static final List<String> JPEG_LOSSLESS = List.of("1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70");
    private static final List<String> PLAIN = List.of(DicomFile.IMPLICIT, DicomFile.EXPLICIT, DicomFile.BIG_ENDIAN);
    private static final int ITEM_HEAD = 8;

    private FramePixels() {
    }

    /** A short name of how pixels are packed; empty when we cannot unpack them. */
    static String codec(String syntax) {
        return PLAIN.contains(syntax) ? "raw" : syntax.equals(RLE) ? "rle" : syntax.equals(JPEG) ? "jpeg"
                : JPEG_LOSSLESS.contains(syntax) ? "jpeg-lossless" : "";
    }

    static byte[] read(Frame frame) throws IOException {
        DicomFile file = frame.file();
        int length = Math.toIntExact(frame.format().frameBytes());
        if (PLAIN.contains(file.syntax())) {
            byte[] pixels = bytes(file, file.pixels() + (long) frame.index() * length, length);
            if (file.order() == ByteOrder.BIG_ENDIAN) {
                Samples.swap(pixels, frame.format().allocated() / 8);
            }
            return pixels;
        }
        byte[] packed = packed(frame);
        return file.syntax().equals(RLE) ? RunLengths.unpack(packed, frame.format()) : unpackJpeg(packed, frame.format());
    }

    private static byte[] unpackJpeg(byte[] packed, PixelFormat format) throws IOException {
        Raster raster = JpegReader.read(packed);
        if (raster.getWidth() != format.columns() || raster.getHeight() != format.rows()) {
            throw new IOException("the image inside has another size");
        }
        VoxelType type = format.allocated() == 8 ? VoxelType.UINT8 : VoxelType.UINT16;
        return Samples.first(raster, type); // of colours in JPEG the first value is the brightness
    }

    private static byte[] bytes(DicomFile file, long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(file.file())) {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, offset + buffer.position()) < 0) {
                    throw new EOFException("it ends early");
                }
            }
        }
        return buffer.array();
    }

    /** A piece of packed pixels. */
    private record Fragment(long offset, int length) {
    }

    private static byte[] packed(Frame frame) throws IOException {
        List<Fragment> fragments = fragments(frame.file());
        int frames = frame.format().frames();
        List<Fragment> own = frames == 1 ? fragments : fragments.size() == frames
                ? List.of(fragments.get(frame.index())) : List.of();
        if (own.isEmpty()) {
            throw new IOException("its frames are cut into pieces in a way that is not read");
        }
        long total = own.stream().mapToLong(Fragment::length).sum();
        if (total > Integer.MAX_VALUE - 8) {
            throw new IOException("a frame is too large");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream((int) total);
        for (Fragment fragment : own) {
            all.writeBytes(bytes(frame.file(), fragment.offset(), fragment.length()));
        }
        return all.toByteArray();
    }

    /** The items after the first, which is a table of offsets (PS3.5, A.4). */
    private static List<Fragment> fragments(DicomFile file) throws IOException {
        List<Fragment> fragments = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file.file())) {
            long at = file.pixels();
            boolean first = true;
            while (at + ITEM_HEAD <= channel.size()) {
                ByteBuffer head = ByteBuffer.allocate(ITEM_HEAD).order(ByteOrder.LITTLE_ENDIAN);
                channel.read(head, at);
                int tag = (head.getShort(0) & 0xffff) << 16 | head.getShort(2) & 0xffff;
                long length = head.getInt(4) & 0xffffffffL;
                if (tag != Tag.ITEM) {
                    break;
                }
                if (length > channel.size() - at - ITEM_HEAD || length > Integer.MAX_VALUE) {
                    throw new EOFException("it ends early");
                }
                if (!first) {
                    fragments.add(new Fragment(at + ITEM_HEAD, (int) length));
                }
                first = false;
                at += ITEM_HEAD + length;
            }
        }
        return fragments;
    }
}
