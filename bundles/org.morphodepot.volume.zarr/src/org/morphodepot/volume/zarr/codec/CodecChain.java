package org.morphodepot.volume.zarr.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The codecs of an array in the order they were applied on writing; decoding runs backwards. The first one applied gives
 * exactly as many bytes as the chunk has values; what is between two compressors may be a little larger than that.
 */
public final class CodecChain {

    private static final int SLACK = 64 << 10;

    private final List<ByteCodec> codecs;

    public CodecChain(List<ByteCodec> codecs) {
        this.codecs = List.copyOf(codecs);
    }

    public boolean isEmpty() {
        return codecs.isEmpty();
    }

    public List<String> names() {
        return codecs.stream().map(ByteCodec::name).toList();
    }

    /** The codec when there is exactly one. */
    public Optional<ByteCodec> single() {
        return codecs.size() == 1 ? Optional.of(codecs.getFirst()) : Optional.empty();
    }

    /** Bytes in the store for {@code decoded} bytes; empty when that depends on the values. */
    public OptionalLong encodedSize(long decoded) {
        OptionalLong size = OptionalLong.of(decoded);
        for (ByteCodec codec : codecs) {
            size = size.isPresent() ? codec.encodedSize(size.getAsLong()) : size;
        }
        return size;
    }

    /**
     * Decodes {@code stored} to exactly {@code room.length()} bytes.
     *
     * @return {@code room}, or a part of {@code stored} when nothing had to be moved
     */
    public Bytes decode(Bytes stored, Bytes room) throws CodecException {
        Bytes values = decodeUpTo(stored, room);
        if (values.length() != room.length()) {
            throw new CodecException("it holds " + values.length() + " bytes instead of " + room.length());
        }
        return values;
    }

    /** Decodes to at most {@code room.length()} bytes. */
    public Bytes decodeUpTo(Bytes stored, Bytes room) throws CodecException {
        List<byte[]> borrowed = new ArrayList<>();
        try {
            Bytes bytes = stored;
            for (int i = codecs.size() - 1; i >= 0; i--) {
                bytes = codecs.get(i).decode(bytes, i == 0 ? room : between(i, room.length(), borrowed));
            }
            return isBorrowed(bytes, borrowed) ? copied(bytes, room) : bytes;
        } finally {
            borrowed.forEach(Scratch::giveBack);
        }
    }

    /** Room for what codec {@code index} gives when codecs 0 to index - 1 made it out of {@code length} bytes. */
    private Bytes between(int index, int length, List<byte[]> borrowed) throws CodecException {
        long most = length;
        for (ByteCodec codec : codecs.subList(0, index)) {
            long bound = most + most / 8 + SLACK;
            most = codec.encodedSize(most).orElse(bound);
        }
        if (most > Integer.MAX_VALUE - 16) {
            throw new CodecException("its codecs need more memory than there is");
        }
        byte[] array = Scratch.borrow((int) most);
        borrowed.add(array);
        return new Bytes(array, 0, (int) most);
    }

    private static boolean isBorrowed(Bytes bytes, List<byte[]> borrowed) {
        return borrowed.stream().anyMatch(array -> array == bytes.array());
    }

    private static Bytes copied(Bytes bytes, Bytes room) throws CodecException {
        if (bytes.length() > room.length()) {
            throw new CodecException("it holds more than the chunk");
        }
        System.arraycopy(bytes.array(), bytes.offset(), room.array(), room.offset(), bytes.length());
        return room.part(0, bytes.length());
    }
}
