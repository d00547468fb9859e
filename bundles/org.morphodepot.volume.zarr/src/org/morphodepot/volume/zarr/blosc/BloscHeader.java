package org.morphodepot.volume.zarr.blosc;

import org.morphodepot.volume.zarr.codec.Bytes;
import org.morphodepot.volume.zarr.codec.CodecException;
import org.morphodepot.volume.zarr.codec.LittleEndian;

/**
 * The first 16 bytes of a frame, checked.
 *
 * @param flags see the constants
 * @param typeSize bytes of an element, 1 to 255; the frame's own word, which need not agree with the metadata
 * @param size decoded bytes
 * @param blockSize decoded bytes of every block but the last
 * @param frameSize stored bytes, header included
 */
record BloscHeader(int flags, int typeSize, int size, int blockSize, int frameSize) {

    static final int LENGTH = 16;
    static final int SHUFFLED = 1;
    static final int COPIED = 2;
    static final int BIT_SHUFFLED = 4;
    static final int NOT_SPLIT = 16;

    static final int BLOSCLZ = 0;
    static final int LZ4 = 1;
    static final int SNAPPY = 2;
    static final int ZLIB = 3;
    static final int ZSTD = 4;

    private static final int FORMAT = 2;
    private static final int MOST_SPLITS = 16;
    private static final int LEAST_SPLIT = 128;

    static BloscHeader read(Bytes stored) throws CodecException {
        if (stored.length() < LENGTH) {
            throw new CodecException("the blosc frame ends early");
        }
        byte[] bytes = stored.array();
        int at = stored.offset();
        int version = bytes[at] & 0xff;
        if (version < 1 || version > FORMAT) {
            throw new CodecException("not a blosc 1 frame (format version " + version + ")");
        }
        BloscHeader header = new BloscHeader(bytes[at + 2] & 0xff, bytes[at + 3] & 0xff,
                LittleEndian.getInt(bytes, at + 4),
                LittleEndian.getInt(bytes, at + 8), LittleEndian.getInt(bytes, at + 12));
        header.check(stored.length());
        return header;
    }

    private void check(int stored) throws CodecException {
        boolean possible = typeSize > 0 && size >= 0 && frameSize >= LENGTH
                && (size == 0 || isCopied() || blockSize > 0 && blockSize <= Math.max(size, typeSize));
        if (!possible) {
            throw new CodecException("the blosc header contradicts itself");
        }
        if (frameSize > stored) {
            throw new CodecException("the blosc frame ends early");
        }
    }

    boolean isCopied() {
        return (flags & COPIED) != 0;
    }

    int codec() {
        return flags >> 5;
    }

    int blocks() {
        return size == 0 ? 0 : (int) (((long) size + blockSize - 1) / blockSize);
    }

    int blockLength(int block) {
        return (int) Math.min(blockSize, size - (long) block * blockSize);
    }

    /** Number of separately compressed streams of a block. */
    int splits(int block) {
        boolean whole = blockLength(block) == blockSize;
        boolean split = (flags & NOT_SPLIT) == 0 && whole && splits(typeSize, blockSize);
        return split ? typeSize : 1;
    }

    /** Whether elements of {@code typeSize} are split in full blocks of {@code blockSize} when splitting is on. */
    static boolean splits(int typeSize, int blockSize) {
        return typeSize <= MOST_SPLITS && blockSize / typeSize >= LEAST_SPLIT;
    }
}
