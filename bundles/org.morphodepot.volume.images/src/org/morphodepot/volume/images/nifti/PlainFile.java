package org.morphodepot.volume.images.nifti;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file that is not packed, opened for each read: an interrupted thread closes only its own channel. */
record PlainFile(Path file) implements NiftiValues {

    @Override
    public void read(long offset, byte[] into) throws IOException {
        read(file, offset, into);
    }

    static void read(Path file, long offset, byte[] into) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into);
        try (FileChannel channel = FileChannel.open(file)) {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, offset + buffer.position()) < 0) {
                    throw new EOFException("it ends early");
                }
            }
        }
    }

    @Override
    public String codec() {
        return "raw";
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
