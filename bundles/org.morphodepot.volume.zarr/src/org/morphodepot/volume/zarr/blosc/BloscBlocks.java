package org.morphodepot.volume.zarr.blosc;

import com.github.luben.zstd.ZstdDecompressCtx;

import org.morphodepot.volume.zarr.codec.ByteSink;
import org.morphodepot.volume.zarr.codec.Bytes;
import org.morphodepot.volume.zarr.codec.CodecException;
import org.morphodepot.volume.zarr.codec.Deflated;
import org.morphodepot.volume.zarr.codec.LittleEndian;
import org.morphodepot.volume.zarr.codec.Lz4;
import org.morphodepot.volume.zarr.codec.Scratch;
import org.morphodepot.volume.zarr.codec.Zstandard;

/** The blocks of one frame while it is decoded. Used by one thread; close it to give memory back. */
final class BloscBlocks implements AutoCloseable {

    private final BloscHeader header;
    private final Bytes frame;
    private final Bytes out;
    private final boolean shuffled;
    private final byte[] block;
    private final ZstdDecompressCtx zstd;

    /** The frame {@code stored}; {@code out} is null when its blocks go to a sink. */
    BloscBlocks(BloscHeader header, Bytes stored, Bytes out) throws CodecException {
        this.header = header;
        this.out = out;
        frame = stored.part(0, header.frameSize());
        if (header.codec() > BloscHeader.ZSTD || header.codec() == BloscHeader.SNAPPY) {
            throw new CodecException("blosc with " + (header.codec() == BloscHeader.SNAPPY ? "snappy" : "an unknown codec")
                    + " is not supported");
        }
        boolean bytes = (header.flags() & BloscHeader.SHUFFLED) != 0 && header.typeSize() > 1;
        shuffled = bytes || (header.flags() & BloscHeader.BIT_SHUFFLED) != 0;
        block = shuffled || out == null ? Scratch.borrow(header.blockSize()) : new byte[0];
        zstd = header.codec() == BloscHeader.ZSTD ? new ZstdDecompressCtx() : null;
    }

    void decodeAll() throws CodecException {
        int blocks = checkedBlocks();
        for (int i = 0; i < blocks; i++) {
            decode(i, start(i), out.part(i * header.blockSize(), header.blockLength(i)));
        }
    }

    /** Decodes the blocks that {@code sink} wants; those it does not want are not looked at. */
    void decodeAll(int valueSize, ByteSink sink) throws CodecException {
        int blocks = checkedBlocks();
        boolean bytesOfValues = shuffled && (header.flags() & BloscHeader.BIT_SHUFFLED) == 0
                && header.typeSize() == valueSize && header.blockSize() % valueSize == 0 && header.size() % valueSize == 0;
        byte[] whole = bytesOfValues || !shuffled ? block : Scratch.borrow(header.blockSize());
        try {
            for (int i = 0; i < blocks; i++) {
                int from = i * header.blockSize();
                int length = header.blockLength(i);
                if (!sink.wants(from, length)) {
                    continue;
                }
                if (bytesOfValues) {
                    inflate(i, start(i), new Bytes(block, 0, length));
                    sink.acceptShuffled(from, block, 0, length, valueSize);
                } else {
                    decode(i, start(i), new Bytes(whole, 0, length));
                    sink.accept(from, whole, 0, length);
                }
            }
        } finally {
            if (whole != block) {
                Scratch.giveBack(whole);
            }
        }
    }

    private int checkedBlocks() throws CodecException {
        int blocks = header.blocks();
        if (blocks > (frame.length() - BloscHeader.LENGTH) / 4) {
            throw new CodecException("the blosc frame ends early");
        }
        return blocks;
    }

    private int start(int index) {
        return LittleEndian.getInt(frame.array(), frame.offset() + BloscHeader.LENGTH + 4 * index);
    }

    private void decode(int index, int start, Bytes target) throws CodecException {
        if (!shuffled) {
            inflate(index, start, target);
            return;
        }
        inflate(index, start, new Bytes(block, 0, target.length()));
        if ((header.flags() & BloscHeader.BIT_SHUFFLED) != 0) {
            BitShuffle.undo(block, 0, target.array(), target.offset(), target.length(), header.typeSize());
        } else {
            Shuffle.undo(block, 0, target.array(), target.offset(), target.length(), header.typeSize());
        }
    }

    private void inflate(int index, int start, Bytes target) throws CodecException {
        int splits = header.splits(index);
        int each = target.length() / splits;
        int from = start;
        for (int i = 0; i < splits; i++) {
            int length = streamLength(from);
            inflate(frame.part(from + 4, length), target.part(i * each, i == splits - 1 ? target.length() - i * each : each));
            from += 4 + length;
        }
    }

    private int streamLength(int from) throws CodecException {
        if (from < BloscHeader.LENGTH || from > frame.length() - 4) {
            throw new CodecException("a blosc block lies outside the frame");
        }
        int length = LittleEndian.getInt(frame.array(), frame.offset() + from);
        if (length < 0 || length > frame.length() - from - 4) {
            throw new CodecException("a blosc block lies outside the frame");
        }
        return length;
    }

    private void inflate(Bytes stream, Bytes target) throws CodecException {
        if (stream.length() == target.length()) {
            System.arraycopy(stream.array(), stream.offset(), target.array(), target.offset(), target.length());
            return;
        }
        int count = switch (header.codec()) {
            case BloscHeader.LZ4 -> Lz4.decodeBlock(stream, target);
            case BloscHeader.ZSTD -> Zstandard.decode(zstd, stream, target);
            case BloscHeader.ZLIB -> new Deflated().decode(stream, target).length();
            default -> BloscLz.decode(stream, target);
        };
        if (count != target.length()) {
            throw new CodecException("a blosc block has " + count + " bytes instead of " + target.length());
        }
    }

    @Override
    public void close() {
        if (block.length > 0) {
            Scratch.giveBack(block);
        }
        if (zstd != null) {
            zstd.close();
        }
    }
}
