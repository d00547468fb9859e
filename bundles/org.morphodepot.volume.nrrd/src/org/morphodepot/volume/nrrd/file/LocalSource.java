package org.morphodepot.volume.nrrd.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

import org.morphodepot.volume.io.DiskTrouble;

/**
 * A file on this computer. Reads through {@link RandomAccessFile}, which an interrupt does not close.
 *
 * @param path absolute
 */
public record LocalSource(Path path) implements Source {

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public long size() throws IOException {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw DiskTrouble.reading(path, e);
        }
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        try (RandomAccessFile file = open()) {
            file.seek(position);
            int done = 0;
            while (done < length) {
                int more = file.read(into, offset + done, length - done);
                if (more < 0) {
                    break;
                }
                done += more;
            }
            return done;
        } catch (IOException e) {
            throw DiskTrouble.reading(path, e);
        }
    }

    @Override
    public InputStream stream(long position) throws IOException {
        RandomAccessFile file = open();
        try {
            file.seek(position);
            return new FileBytes(path, file);
        } catch (IOException e) {
            file.close();
            throw DiskTrouble.reading(path, e);
        }
    }

    private RandomAccessFile open() throws IOException {
        try {
            Files.newByteChannel(path).close(); // gives the reason, which RandomAccessFile does not
            return new RandomAccessFile(path.toFile(), "r");
        } catch (IOException e) {
            throw DiskTrouble.reading(path, e);
        }
    }

    private static final class FileBytes extends InputStream {

        private final Path path;
        private final RandomAccessFile file;

        FileBytes(Path path, RandomAccessFile file) {
            this.path = path;
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return file.read(into, offset, length);
            } catch (IOException e) {
                throw DiskTrouble.reading(path, e);
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
