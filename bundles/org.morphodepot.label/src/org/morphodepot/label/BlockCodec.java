package org.morphodepot.label;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Blocks as bytes, big endian: a form byte, then for form 0 (uniform) the label; for 1 (packed) log2 of the bits per
 * voxel, the size of the palette less one, the palette and the words; for 2 (plain) all labels. Labels are unsigned
 * 16-bit.
 */
public final class BlockCodec {

    private static final int UNIFORM = 0;
    private static final int PACKED = 1;
    private static final int PLAIN = 2;

    private BlockCodec() {
    }

    public static void write(Block block, DataOutput out) throws IOException {
        switch (block) {
            case UniformBlock b -> {
                out.writeByte(UNIFORM);
                out.writeChar(b.label());
            }
            case PackedBlock b -> {
                out.writeByte(PACKED);
                b.writeTo(out);
            }
            case PlainBlock b -> {
                char[] labels = new char[Block.VOXELS];
                b.copyTo(labels);
                out.writeByte(PLAIN);
                for (char label : labels) {
                    out.writeChar(label);
                }
            }
        }
    }

    /** Reads one block; {@link IOException} when the bytes are not those of a block. */
    public static Block read(DataInput in) throws IOException {
        int form = in.readUnsignedByte();
        return switch (form) {
            case UNIFORM -> UniformBlock.of(in.readChar());
            case PACKED -> packed(in);
            case PLAIN -> {
                char[] labels = new char[Block.VOXELS];
                for (int i = 0; i < labels.length; i++) {
                    labels[i] = in.readChar();
                }
                yield Block.of(labels);
            }
            default -> throw new IOException("unknown form of block: " + form);
        };
    }

    private static Block packed(DataInput in) throws IOException {
        int log2Bits = in.readUnsignedByte();
        char[] palette = new char[in.readUnsignedByte() + 1];
        for (int i = 0; i < palette.length; i++) {
            palette[i] = in.readChar();
        }
        if (log2Bits > 3) {
            throw new IOException("unknown width of indices: " + log2Bits);
        }
        long[] words = new long[Block.VOXELS >> 6 - log2Bits];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.readLong();
        }
        PackedBlock block = new PackedBlock(palette, log2Bits, words);
        return block.isCanonical() ? block : repacked(block);
    }

    /** Bytes that we did not write may waste palette entries or name ones that do not exist. */
    private static Block repacked(PackedBlock block) throws IOException {
        char[] labels = new char[Block.VOXELS];
        try {
            block.copyTo(labels);
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new IOException("a block names labels it does not have", e);
        }
        return Block.of(labels);
    }
}
