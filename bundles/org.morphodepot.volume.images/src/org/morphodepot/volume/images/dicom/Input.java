package org.morphodepot.volume.images.dicom;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads numbers of a file from its beginning and knows where it is. One thread. */
final class Input implements Closeable {

    private static final int BUFFER = 8 << 10;

    private final InputStream in;
    private final long length;
    private long position;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    Input(Path file) throws IOException {
        length = Files.size(file);
        in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    }

    void setOrder(ByteOrder order) {
        this.order = order;
    }

    ByteOrder order() {
        return order;
    }

    long position() {
        return position;
    }

    long left() {
        return length - position;
    }

    byte[] bytes(int count) throws IOException {
        if (count < 0 || count > left()) {
            throw new EOFException("it ends early");
        }
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("it ends early");
        }
        position += count;
        return bytes;
    }

    void skip(long count) throws IOException {
        if (count < 0 || count > left()) {
            throw new EOFException("it ends early");
        }
        in.skipNBytes(count);
        position += count;
    }

    int unsignedShort() throws IOException {
        return ByteBuffer.wrap(bytes(2)).order(order).getShort() & 0xffff;
    }

    long unsignedInt() throws IOException {
        return ByteBuffer.wrap(bytes(4)).order(order).getInt() & 0xffffffffL;
    }

    /** The group of the next element, which is still to be read. */
    int nextGroup() throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        return order == ByteOrder.BIG_ENDIAN ? first << 8 | second : second << 8 | first;
    }

    /** Group, then element. */
    int tag() throws IOException {
        return unsignedShort() << 16 | unsignedShort();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
