package org.morphodepot.volume.spi;

import java.io.IOException;
import java.io.InputStream;

/** Gives bytes that are to be written; may be asked again when a try failed. The stream is closed by who asked. */
@FunctionalInterface
public interface BodySource {

    InputStream open() throws IOException;
}
