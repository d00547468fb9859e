package org.morphodepot.volume.zarr.blosc;

import java.util.Arrays;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;

import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Exception;

import org.morphodepot.volume.zarr.codec.Bytes;
import org.morphodepot.volume.zarr.codec.LittleEndian;
import org.morphodepot.volume.zarr.codec.Lz4;
import org.morphodepot.volume.zarr.codec.Scratch;

/**
 * Writes blosc 1 frames with byte shuffling that every version of c-blosc reads. With lz4 each byte of the elements is
 * its own stream, as c-blosc does; with zstd a block is one stream. One instance serves one thread.
 */
public final class BloscWriter implements AutoCloseable {

    private static final int BLOCK = 256 << 10;
    private static final int STREAM_VERSION = 1;

    private final int typeSize;
    private final LZ4Compressor lz4;
    private final ZstdCompressCtx zstd;
    private byte[] out;
    private int end;

    private BloscWriter(int typeSize, LZ4Compressor lz4, ZstdCompressCtx zstd) {
        this.typeSize = typeSize;
        this.lz4 = lz4;
        this.zstd = zstd;
    }

    /** Frames of lz4 blocks for elements of {@code typeSize} bytes, 1 to 255. */
    public static BloscWriter lz4(int typeSize) {
        return new BloscWriter(typeSize, Lz4.compressor(), null);
    }

    /** Frames of zstd blocks. */
    public static BloscWriter zstd(int typeSize, int level) {
        ZstdCompressCtx context = new ZstdCompressCtx();
        context.setLevel(level);
        return new BloscWriter(typeSize, null, context);
    }

    /** One frame; at most 16 bytes longer than the values. */
    public byte[] encode(Bytes values) {
        int blockSize = Math.max(1, Math.min(BLOCK / typeSize * typeSize, values.length() / typeSize * typeSize));
        int flags = (typeSize > 1 ? BloscHeader.SHUFFLED : 0) | (lz4 == null ? BloscHeader.NOT_SPLIT : 0)
                | (lz4 == null ? BloscHeader.ZSTD : BloscHeader.LZ4) << 5;
        BloscHeader header = new BloscHeader(flags, typeSize, values.length(), blockSize, 0);
        int most = values.length() + BloscHeader.LENGTH;
        out = new byte[most];
        byte[] block = Scratch.borrow(blockSize);
        try {
            end = BloscHeader.LENGTH + 4 * header.blocks();
            boolean fits = end <= most;
            for (int i = 0; fits && i < header.blocks(); i++) {
                LittleEndian.putInt(out, BloscHeader.LENGTH + 4 * i, end);
                fits = encodeBlock(header, i, values.part(i * blockSize, header.blockLength(i)), block);
            }
            return fits ? finished(header, header.flags(), end) : copied(header, values);
        } finally {
            Scratch.giveBack(block);
            out = null;
        }
    }

    private byte[] copied(BloscHeader header, Bytes values) {
        int length = BloscHeader.LENGTH + values.length();
        System.arraycopy(values.array(), values.offset(), out, BloscHeader.LENGTH, values.length());
        return finished(header, header.flags() | BloscHeader.COPIED, length);
    }

    private byte[] finished(BloscHeader header, int flags, int length) {
        out[0] = 2;
        out[1] = STREAM_VERSION;
        out[2] = (byte) flags;
        out[3] = (byte) typeSize;
        LittleEndian.putInt(out, 4, header.size());
        LittleEndian.putInt(out, 8, header.blockSize());
        LittleEndian.putInt(out, 12, length);
        return length == out.length ? out : Arrays.copyOf(out, length);
    }

    private boolean encodeBlock(BloscHeader header, int index, Bytes values, byte[] block) {
        Bytes shuffled = values;
        if (typeSize > 1) {
            Shuffle.apply(values.array(), values.offset(), block, 0, values.length(), typeSize);
            shuffled = new Bytes(block, 0, values.length());
        }
        int splits = header.splits(index);
        int each = values.length() / splits;
        for (int i = 0; i < splits; i++) {
            if (!encodeStream(shuffled.part(i * each, each))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Appends one stream, uncompressed when that is shorter; false when the frame would not be smaller than its values.
     */
    private boolean encodeStream(Bytes values) {
        int start = end + 4;
        int room = Math.min(values.length() - 1, out.length - start);
        int length = room <= 0 ? 0 : compress(values, start, room);
        if (length == 0) {
            if (out.length - start < values.length()) {
                return false;
            }
            System.arraycopy(values.array(), values.offset(), out, start, values.length());
            length = values.length();
        }
        LittleEndian.putInt(out, end, length);
        end = start + length;
        return true;
    }

    /** Returns 0 when the result does not fit. */
    private int compress(Bytes values, int start, int room) {
        try {
            return lz4 != null ? lz4.compress(values.array(), values.offset(), values.length(), out, start, room)
                    : zstd.compressByteArray(out, start, room, values.array(), values.offset(), values.length());
        } catch (LZ4Exception | ZstdException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        if (zstd != null) {
            zstd.close();
        }
    }
}
