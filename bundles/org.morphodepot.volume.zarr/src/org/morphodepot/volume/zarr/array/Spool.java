package org.morphodepot.volume.zarr.array;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.io.DiskTrouble;

/**
 * A temporary file for what does not fit into memory; gone when closed. Different parts may be written and read by
 * several threads at once.
 */
public final class Spool implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    private Spool(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** A new file in {@code folder}. */
    public static Spool in(Path folder) throws IOException {
        try {
            Path file = Files.createTempFile(folder, "morphodepot", ".spool");
            return new Spool(file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw DiskTrouble.writing(folder, e);
        }
    }

    /** A new file in the system's folder for temporary files. */
    public static Spool temporary() throws IOException {
        return in(Path.of(System.getProperty("java.io.tmpdir")));
    }

    public void write(long position, byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        long at = position;
        try {
            while (buffer.hasRemaining()) {
                at += channel.write(buffer, at);
            }
        } catch (IOException e) {
            throw DiskTrouble.writing(file, e);
        }
    }

    public void read(long position, byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        long at = position;
        while (buffer.hasRemaining()) {
            int count = channel.read(buffer, at);
            if (count < 0) {
                throw new VolumeException(Kind.STORAGE, "cannot read back " + file + ": it became shorter");
            }
            at += count;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
