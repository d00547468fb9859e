package org.morphodepot.volume.zarr.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

import org.morphodepot.volume.io.DiskTrouble;

/**
 * A shard that grows in a temporary file: chunks are appended as they come, so that no shard is ever in memory. The file is
 * open only while it is written, for a row of a large scan has thousands. Thread-safe.
 */
final class ShardFile {

    private final Path file;
    private final long[] entries;
    private final ReentrantLock lock = new ReentrantLock();
    private long end;

    /** An empty shard for {@code chunks} inner chunks, in a new file in {@code folder}. */
    ShardFile(Path folder, int chunks) throws IOException {
        try {
            file = Files.createTempFile(folder, Destination.TEMPORARY, ".shard");
        } catch (IOException e) {
            throw DiskTrouble.writing(folder, e);
        }
        entries = new long[2 * chunks];
        Arrays.fill(entries, -1);
    }

    /** Appends the inner chunk at {@code position} of the index. */
    void put(int position, byte[] stored) throws IOException {
        lock.lock();
        try {
            append(stored);
            entries[2 * position] = end;
            entries[2 * position + 1] = stored.length;
            end += stored.length;
        } finally {
            lock.unlock();
        }
    }

    private void append(byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer, end + buffer.position());
            }
        } catch (IOException e) {
            throw DiskTrouble.writing(file, e);
        }
    }

    /** Appends the index; nothing may be put any more. The file belongs to the caller. */
    Path finish() throws IOException {
        append(ShardFormat.encode(entries));
        return file;
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
