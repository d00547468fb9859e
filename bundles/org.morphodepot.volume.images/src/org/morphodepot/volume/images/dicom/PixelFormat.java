package org.morphodepot.volume.images.dicom;

import java.io.IOException;

/**
 * How the pixels of a file are stored.
 *
 * @param allocated bits from one value to the next
 * @param stored bits that count, the lower ones
 * @param planar whether colours are stored one after the other
 */
record PixelFormat(int columns, int rows, int frames, int samples, int allocated, int stored, boolean signed, boolean planar,
        String photometric) {

    private static final int MOST_FRAMES = 1_000_000;

    static PixelFormat of(DicomFile file) throws IOException {
        Elements e = file.elements();
        int frames = (int) Math.clamp(e.real(Tag.FRAMES).orElse(1), 1, MOST_FRAMES);
        int allocated = e.number(Tag.BITS_ALLOCATED, 0);
        int samples = e.number(Tag.SAMPLES, 1);
        PixelFormat format = new PixelFormat(e.number(Tag.COLUMNS, 0), e.number(Tag.ROWS, 0), frames, samples, allocated,
                e.number(Tag.BITS_STORED, allocated), e.number(Tag.SIGNED, 0) == 1, e.number(Tag.PLANAR, 0) == 1,
                e.text(Tag.PHOTOMETRIC));
        format.check(file);
        return format;
    }

    private void check(DicomFile file) throws IOException {
        if (columns < 1 || rows < 1) {
            throw new IOException("its image has no size");
        }
        if (allocated != 8 && allocated != 16 && allocated != 32 || stored < 1 || stored > allocated || samples != 1
                && (samples != 3 || allocated != 8)) {
            throw new IOException("images of " + samples + " x " + allocated + " bits are not read");
        }
        if (file.pixelBytes() >= 0 && frameBytes() > file.pixelBytes() / frames) {
            throw new IOException("it ends before its last pixel");
        }
    }

    /** Bytes of an unpacked frame. */
    long frameBytes() {
        return (long) columns * rows * samples * (allocated / 8);
    }

    boolean isLike(PixelFormat other) {
        return columns == other.columns && rows == other.rows && samples == other.samples;
    }
}
