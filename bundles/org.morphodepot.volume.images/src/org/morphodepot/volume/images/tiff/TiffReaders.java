package org.morphodepot.volume.images.tiff;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;

/** Readers of one file, each used by one thread at a time. Opening one means reading all tags, so they are kept. */
final class TiffReaders {

    private static final TIFFImageReaderSpi PROVIDER = new TIFFImageReaderSpi();
    private static final int MOST_IDLE = 4;

    private final Path file;
    private final Deque<Reader> idle = new ArrayDeque<>();
    private boolean closed;

    private record Reader(ImageReader reader, FileImageInputStream in) {

        static Reader open(Path file) throws IOException {
            FileImageInputStream in = new FileImageInputStream(file.toFile());
            try {
                ImageReader reader = PROVIDER.createReaderInstance(null);
                reader.setInput(in);
                return new Reader(reader, in);
            } catch (RuntimeException e) {
                in.close();
                throw e;
            }
        }

        void close() {
            reader.dispose();
            try {
                in.close();
            } catch (IOException e) {
                // nothing was written
            }
        }
    }

    TiffReaders(Path file) {
        this.file = file;
    }

    /** The pixels of a page. */
    Raster read(int page) throws IOException {
        Reader reader = take();
        boolean fine = false;
        try {
            Raster raster = reader.reader().readRaster(page, null);
            fine = true;
            return raster;
        } finally {
            giveBack(reader, fine);
        }
    }

    private Reader take() throws IOException {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return Reader.open(file);
    }

    private void giveBack(Reader reader, boolean fine) {
        synchronized (idle) {
            if (fine && !closed && idle.size() < MOST_IDLE) {
                idle.push(reader);
                return;
            }
        }
        reader.close();
    }

    void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(Reader::close);
            idle.clear();
        }
    }
}
