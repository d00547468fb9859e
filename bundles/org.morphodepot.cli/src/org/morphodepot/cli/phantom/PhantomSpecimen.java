package org.morphodepot.cli.phantom;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.ThreadLocalRandom;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.io.DiskTrouble;
import org.morphodepot.volume.spi.WriteOptions;

/** The specimen on disk that a fresh workbench opens, so that the first minute needs no network. */
public final class PhantomSpecimen {

    private static final String NAME = "specimen.zarr";

    private PhantomSpecimen() {
    }

    /**
     * Makes {@code folder/specimen.zarr} unless it is there already. It appears complete or not at all, also when two
     * workbenches start at once. Blocks for some seconds the first time.
     *
     * @param volumes finds the writer
     * @return the specimen's folder
     * @throws org.morphodepot.volume.VolumeException when the disk refuses
     * @throws java.util.concurrent.CancellationException when {@code progress} says so
     */
    public static Path ensure(Path folder, Volumes volumes, Progress progress) throws IOException {
        return ensure(folder, Phantom.standard(), volumes, progress);
    }

    static Path ensure(Path folder, Phantom phantom, Volumes volumes, Progress progress) throws IOException {
        Path specimen = folder.resolve(NAME);
        if (Files.isDirectory(specimen)) {
            return specimen;
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw DiskTrouble.writing(folder, e);
        }
        Path draft = folder.resolve(".draft-" + Integer.toHexString(ThreadLocalRandom.current().nextInt()) + "-"
                + NAME);
        try {
            write(phantom, Address.of(draft), volumes, progress);
            publish(draft, specimen);
        } finally {
            delete(draft);
        }
        return specimen;
    }

    private static void write(Phantom phantom, Address target, Volumes volumes, Progress progress) throws IOException {
        try (Dataset scan = phantom.scan()) {
            volumes.writer(target).write(scan, target, WriteOptions.DEFAULT, volumes, progress);
        }
    }

    private static void publish(Path draft, Path specimen) throws IOException {
        try {
            Files.move(draft, specimen, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(specimen)) {
                throw DiskTrouble.writing(specimen, e);
            }
            // somebody else was faster: theirs is as good as ours
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
