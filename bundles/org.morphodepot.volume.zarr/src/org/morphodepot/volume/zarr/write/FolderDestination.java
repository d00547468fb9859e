package org.morphodepot.volume.zarr.write;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import org.morphodepot.volume.io.DiskTrouble;

/** A local folder, written beside its place under a hidden name and renamed at the end. */
final class FolderDestination implements Destination {

    private final Path target;
    private final Path partial;
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();
    private boolean committed;

    private FolderDestination(Path target, Path partial) {
        this.target = target;
        this.partial = partial;
    }

    static FolderDestination of(Path target) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw Destination.taken(target);
        }
        String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        Path partial = target.resolveSibling("." + target.getFileName() + ".partial-" + random);
        try {
            Files.createDirectory(partial);
        } catch (IOException e) {
            throw DiskTrouble.writing(target, e);
        }
        return new FolderDestination(target, partial);
    }

    @Override
    public void write(String key, byte[] bytes) throws IOException {
        Path file = partial.resolve(key);
        try {
            if (folders.add(file.getParent())) {
                Files.createDirectories(file.getParent());
            }
            writeNew(file, bytes);
        } catch (IOException e) {
            throw DiskTrouble.writing(file, e);
        }
    }

    /** Another thread may be about to create the folder. */
    private static void writeNew(Path file, byte[] bytes) throws IOException {
        try {
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (java.nio.file.NoSuchFileException e) {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }

    @Override
    public Path scratch() {
        return partial;
    }

    @Override
    public void commit() throws IOException {
        try {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw Destination.taken(target);
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            committed = true;
        } catch (IOException e) {
            throw DiskTrouble.writing(target, e);
        }
    }

    @Override
    public void close() throws IOException {
        if (committed) {
            return;
        }
        Files.walkFileTree(partial, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException trouble) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
