package org.morphodepot.volume.nrrd.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.io.DiskTrouble;
import org.morphodepot.volume.spi.Store;

/** The folder of a header, from which its data files may come. Names that lead out of it are refused. */
public sealed interface Folder {

    /** The file called {@code name} (a '/'-separated path) in this folder. */
    Source file(String name, Faults faults) throws IOException;

    /** A folder on this computer. */
    record Local(Path path) implements Folder {

        @Override
        public Source file(String name, Faults faults) throws IOException {
            Path file = resolve(inside(name, faults), faults);
            try {
                Path real = file.toRealPath();
                if (!real.startsWith(path.toRealPath())) {
                    throw outside(name, faults);
                }
                if (!Files.isRegularFile(real)) {
                    throw faults.malformed("its data file " + Faults.quote(name) + " is no file");
                }
                return new LocalSource(real);
            } catch (IOException e) {
                throw missing(file, e, faults);
            }
        }

        private Path resolve(String name, Faults faults) throws VolumeException {
            try {
                return path.resolve(name);
            } catch (InvalidPathException e) {
                throw faults.of(Kind.MALFORMED, "the name of its data file is not valid: " + Faults.quote(name), e);
            }
        }

        private static VolumeException missing(Path file, IOException cause, Faults faults) {
            VolumeException known = DiskTrouble.reading(file, cause);
            return known.kind() != Kind.NOT_FOUND ? known : faults.of(Kind.NOT_FOUND,
                    "its data file " + file.getFileName() + " is missing; put it beside the header", cause);
        }
    }

    /** A folder of a store, such as the part of a web address before the file name. */
    record Remote(Store store) implements Folder {

        @Override
        public Source file(String name, Faults faults) throws IOException {
            return new RemoteSource(store, inside(name, faults));
        }
    }

    private static String inside(String name, Faults faults) throws VolumeException {
        String plain = name.startsWith("./") ? name.substring(2) : name;
        boolean absolute = plain.startsWith("/") || plain.startsWith("\\")
                || plain.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*");
        boolean up = plain.matches("(?s)(.*[/\\\\])?\\.\\.([/\\\\].*)?");
        if (plain.isEmpty() || absolute || up || plain.indexOf('\0') >= 0) {
            throw outside(name, faults);
        }
        return plain;
    }

    private static VolumeException outside(String name, Faults faults) {
        return faults.malformed("its data file " + Faults.quote(name)
                + " is outside the folder of the header and is not opened; put it beside the header");
    }
}
