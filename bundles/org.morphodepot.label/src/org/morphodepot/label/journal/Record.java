package org.morphodepot.label.journal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * One record of a journal file: length and CRC32C (four bytes each, big endian) of what follows, then a kind byte and
 * the body, deflated.
 */
record Record(int kind, byte[] body) {

    static final int BASE = 1;
    static final int EDIT = 2;
    static final int BLOCKS = 3;
    static final int UNDONE = 4;
    static final int REDONE = 5;
    static final int SAVED = 6;

    /** Bytes before the body: length, checksum and kind. */
    static final int HEAD = 9;
    /** No record of ours is larger, since the blocks of an edit are spread over records. */
    static final int LARGEST = 1 << 28;

    /** Blocks are written word by word, and each write to a deflater of its own takes longer than deflating the word. */
    private static final int BUFFER = 1 << 14;

    /** Writes the content of a body. */
    @FunctionalInterface
    interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    static Record of(int kind, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FastDeflate(bytes), BUFFER))) {
            content.writeTo(out);
        }
        return new Record(kind, bytes.toByteArray());
    }

    /** Reads one record; {@link IOException} when it is not whole. */
    static Record read(DataInput in) throws IOException {
        int length = in.readInt();
        int checksum = in.readInt();
        if (length < 1 || length > LARGEST) {
            throw new IOException("a record of " + length + " bytes");
        }
        int kind = in.readUnsignedByte();
        byte[] body = new byte[length - 1];
        in.readFully(body);
        Record record = new Record(kind, body);
        if (record.checksum() != checksum) {
            throw new IOException("a record was changed");
        }
        return record;
    }

    /** The whole record as it is in the file. */
    ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + body.length);
        bytes.putInt(1 + body.length).putInt(checksum()).put((byte) kind).put(body);
        return bytes.flip();
    }

    int checksum() {
        CRC32C crc = new CRC32C();
        crc.update(kind);
        crc.update(body);
        return (int) crc.getValue();
    }

    /** The body, inflated as it is read. Closing it frees native memory. */
    DataInputStream open() {
        return new DataInputStream(new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(body),
                new Inflater(true), 8192) {
            @Override
            public void close() throws IOException {
                super.close();
                inf.end();
            }
        }, BUFFER));
    }

    /** Deflates for speed and frees native memory when closed. */
    private static final class FastDeflate extends DeflaterOutputStream {

        FastDeflate(ByteArrayOutputStream out) {
            super(out, new Deflater(Deflater.BEST_SPEED, true), 8192);
        }

        @Override
        public void close() throws IOException {
            super.close();
            def.end();
        }
    }
}
