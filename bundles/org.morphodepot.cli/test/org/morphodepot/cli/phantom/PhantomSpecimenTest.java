package org.morphodepot.cli.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.spi.VolumeWriter;
import org.morphodepot.volume.spi.WriteOptions;

class PhantomSpecimenTest {

    private final Phantom phantom = Phantom.of(new VoxelSize(12, 20, 12), Optional.empty(), 1);

    @TempDir
    private Path home;

    private Path ensure(Folder writer) throws IOException {
        Volumes volumes = new Volumes();
        volumes.addWriter(writer);
        return PhantomSpecimen.ensure(home.resolve("data"), phantom, volumes, Progress.NONE);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("data"))) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }

    @Test
    void specimen_isMadeOnce() throws IOException {
        Folder writer = new Folder();
        Path specimen = ensure(writer);
        assertEquals(specimen, ensure(writer));
        assertEquals(1, writer.written);
        assertEquals(12 * 20 * 12 * 2, Files.size(specimen.resolve("values")));
        assertEquals(List.of("specimen.zarr"), files());
    }

    @Test
    void failure_leavesNothing() throws IOException {
        Folder writer = new Folder();
        writer.fails = true;
        assertThrows(IOException.class, () -> ensure(writer));
        assertEquals(List.of(), files());
        writer.fails = false;
        assertTrue(Files.isDirectory(ensure(writer)));
    }

    @Test
    void anotherWorkbenchThatWasFaster_isFine() throws IOException {
        Folder writer = new Folder();
        writer.meanwhile = home.resolve("data/specimen.zarr");
        Path specimen = ensure(writer);
        assertTrue(Files.exists(specimen.resolve("of somebody else")));
        assertEquals(List.of("specimen.zarr"), files());
    }

    /** Writes the bare values into a folder. */
    private static final class Folder implements VolumeWriter {
        private int written;
        private boolean fails;
        private Path meanwhile;

        @Override
        public String id() {
            return "folder";
        }

        @Override
        public boolean accepts(Address target) {
            return target.name().endsWith(".zarr");
        }

        @Override
        public void write(Dataset source, Address target, WriteOptions options, Volumes volumes, Progress progress)
                throws IOException {
            Path values = Files.createDirectories(target.path()).resolve("values");
            try (var out = Files.newOutputStream(values)) {
                source.values(out::write, progress);
            }
            if (fails) {
                throw new IOException("disk full");
            }
            if (meanwhile != null) {
                Files.createFile(Files.createDirectories(meanwhile).resolve("of somebody else"));
            }
            written++;
        }
    }
}
