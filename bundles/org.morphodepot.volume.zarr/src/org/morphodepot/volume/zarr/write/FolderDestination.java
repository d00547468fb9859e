package org.morphodepot.volume.zarr.write;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.io.DiskTrouble;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.store.FileStores;

/** A local folder, written beside its place under a hidden name and renamed at the end. */
final class FolderDestination implements Destination {

    private static final String LOCK = ".lock";

    private final Path target;
    private final Path partial;
    private final Leftover leftover;
    private final FileChannel lock;
    private final Store store;
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();
    private boolean committed;

    private FolderDestination(Path target, Path partial, Leftover leftover, FileChannel lock) {
        this.target = target;
        this.partial = partial;
        this.leftover = leftover;
        this.lock = lock;
        this.store = new FileStores().open(Address.of(partial));
    }

    static FolderDestination of(Path target, Leftover leftover) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw Destination.taken(target);
        }
        String name = "." + target.getFileName() + ".partial";
        try {
            if (leftover == Leftover.REMOVE) {
                String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
                Path partial = Files.createDirectory(target.resolveSibling(name + "-" + random));
                return new FolderDestination(target, partial, leftover, null);
            }
            return known(target, target.resolveSibling(name), leftover);
        } catch (IOException e) {
            throw DiskTrouble.writing(target, e);
        }
    }

    private static FolderDestination known(Path target, Path partial, Leftover leftover) throws IOException {
        if (!Files.isDirectory(partial, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(partial);
        }
        FileChannel lock = FileChannel.open(partial.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean mine = false;
        try {
            mine = isMine(lock);
            if (!mine) {
                throw new VolumeException(Kind.STORAGE, target + " is being written by another program; wait until it is done");
            }
        } finally {
            if (!mine) {
                lock.close();
            }
        }
        clear(partial, leftover == Leftover.KEEP);
        return new FolderDestination(target, partial, leftover, lock);
    }

    private static boolean isMine(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Removes what an earlier write left, or only its temporary files. */
    private static void clear(Path partial, boolean keep) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(partial)) {
            for (Path file : left) {
                String name = file.getFileName().toString();
                if (!name.equals(LOCK) && (!keep || name.startsWith(TEMPORARY))) {
                    delete(file);
                }
            }
        }
    }

    @Override
    public void write(String key, byte[] bytes) throws IOException {
        Path file = partial.resolve(key);
        try {
            createFolder(file);
            writeNew(file, bytes);
        } catch (IOException e) {
            throw DiskTrouble.writing(file, e);
        }
    }

    private void createFolder(Path file) throws IOException {
        if (folders.add(file.getParent())) {
            Files.createDirectories(file.getParent());
        }
    }

    /** Another thread may be about to create the folder; what an earlier write left is replaced. */
    private void writeNew(Path file, byte[] bytes) throws IOException {
        StandardOpenOption how = leftover == Leftover.KEEP ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW;
        try {
            Files.write(file, bytes, how, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (java.nio.file.NoSuchFileException e) {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes, how, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        }
    }

    @Override
    public void adopt(String key, Path file) throws IOException {
        Path place = partial.resolve(key);
        try {
            Files.createDirectories(place.getParent());
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw DiskTrouble.writing(place, e);
        }
    }

    @Override
    public void replace(String key, byte[] bytes) throws IOException {
        store.write(key, bytes);
    }

    @Override
    public Optional<byte[]> read(String key) throws IOException {
        return store.read(key);
    }

    @Override
    public Optional<byte[]> tail(String key, int length) throws IOException {
        return store.readTail(key, length);
    }

    @Override
    public Optional<Long> size(String key) throws IOException {
        return store.size(key);
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
            Files.deleteIfExists(partial.resolve(WriteJournal.KEY));
            Files.deleteIfExists(partial.resolve(LOCK));
            if (lock != null) {
                lock.close(); // some systems do not rename folders with open files
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            committed = true;
        } catch (IOException e) {
            throw DiskTrouble.writing(target, e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (!committed && leftover != Leftover.KEEP) {
                delete(partial);
            }
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
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
