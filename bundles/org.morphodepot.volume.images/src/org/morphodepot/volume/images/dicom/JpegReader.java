package org.morphodepot.volume.images.dicom;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;

/** Unpacks JPEG with 8 bits and lossless JPEG, which Java itself cannot. Any thread. */
final class JpegReader {

    /** It asks the registry for Java's own reader, so it has to be known there. */
    private static final class Registered {
        static final JPEGImageReaderSpi PROVIDER = register();

        private static JPEGImageReaderSpi register() {
            IIORegistry registry = IIORegistry.getDefaultInstance();
            JPEGImageReaderSpi known = registry.getServiceProviderByClass(JPEGImageReaderSpi.class);
            if (known != null) {
                return known;
            }
            JPEGImageReaderSpi provider = new JPEGImageReaderSpi();
            registry.registerServiceProvider(provider);
            return provider;
        }
    }

    private JpegReader() {
    }

    /** The values as stored, not turned into colours. */
    static Raster read(byte[] jpeg) throws IOException {
        ImageReader reader = Registered.PROVIDER.createReaderInstance(null);
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(in, true, true);
            return reader.readRaster(0, null);
        } finally {
            reader.dispose();
        }
    }
}
