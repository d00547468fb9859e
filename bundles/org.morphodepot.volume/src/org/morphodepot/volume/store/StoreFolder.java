package org.morphodepot.volume.store;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.io.DiskTrouble;

/**
 * A folder that nothing leads out of, neither {@code ..} (see {@link StoreKeys}) nor a symbolic link inside it. The folder
 * itself may be reached through links.
 */
final class StoreFolder {

    private final Path root;

    /** The folder that was written to last: thousands of files go to the same, and each look at it costs ten system calls. */
    private volatile Path prepared;

    StoreFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    static boolean isTemporary(String name) {
        return name.startsWith(".") && name.endsWith(".tmp");
    }

    /** The real file or folder of a key; null when there is none. */
    Path existing(String key) throws VolumeException {
        Path path = path(key);
        try {
            Path real = path.toRealPath();
            if (!key.isEmpty() && !real.startsWith(root.toRealPath())) {
                throw outside(path);
            }
            return real;
        } catch (NoSuchFileException e) {
            return null;
        } catch (FileSystemException e) {
            if (String.valueOf(e.getReason()).startsWith("Not a directory")) {
                return null;
            }
            throw DiskTrouble.reading(path, e);
        } catch (IOException e) {
            throw DiskTrouble.reading(path, e);
        }
    }

    /**
     * Puts {@code bytes} in the place of the file, by way of a temporary file beside it. Not forced to the disk: a scan has
     * thousands of chunks, and a writer that must survive a power cut does that for its last file.
     */
    void replace(String key, byte[] bytes) throws VolumeException {
        Path target = path(key);
        try {
            writeAndMove(target, bytes);
        } catch (NoSuchFileException e) {
            again(target, bytes);
        } catch (IOException e) {
            throw DiskTrouble.writing(target, e);
        }
    }

    /** The folder may have been removed between its creation and the file's, see {@link #removeEmptyFolders}. */
    private void again(Path target, byte[] bytes) throws VolumeException {
        try {
            writeAndMove(target, bytes);
        } catch (IOException e) {
            throw DiskTrouble.writing(target, e);
        }
    }

    private void writeAndMove(Path target, byte[] bytes) throws IOException {
        checkAncestors(target);
        Files.createDirectories(target.getParent());
        Path temporary = temporary(target);
        try {
            Files.write(temporary, bytes);
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Where a file goes that is written there by the caller; its folder exists then. */
    Path toWrite(String key) throws VolumeException {
        Path target = path(key);
        Path parent = target.getParent();
        if (parent.equals(prepared)) {
            return target;
        }
        try {
            checkAncestors(target);
            if (!Files.isDirectory(parent)) {
                Files.createDirectories(parent);
            }
            prepared = parent;
            return target;
        } catch (IOException e) {
            throw DiskTrouble.writing(target, e);
        }
    }

    /** After writing failed: the folder may have been removed by somebody else. */
    void forget() {
        prepared = null;
    }

    /** A hidden name beside {@code target} that no listing shows. */
    static Path temporary(Path target) {
        String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        return target.resolveSibling("." + random + ".tmp");
    }

    static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException("there is a folder of that name");
            }
            if (!(e instanceof AtomicMoveNotSupportedException)) {
                throw e;
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes a file, and folders that are empty then: as in an object store, a folder is there while something is in it. */
    void remove(String key) throws VolumeException {
        Path path = path(key);
        try {
            checkAncestors(path);
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && Files.deleteIfExists(path)) {
                removeEmptyFolders(path.getParent());
            }
        } catch (IOException e) {
            throw DiskTrouble.writing(path, e);
        }
    }

    private void removeEmptyFolders(Path from) throws IOException {
        try {
            prepared = null;
            for (Path folder = from; folder.startsWith(root) && !folder.equals(root); folder = folder.getParent()) {
                Files.deleteIfExists(folder);
            }
        } catch (DirectoryNotEmptyException e) {
            // still in use
        }
    }

    /** Refuses to write through a link that leads out of the root. */
    private void checkAncestors(Path target) throws IOException {
        Path folder = target.getParent();
        while (folder.startsWith(root) && !folder.equals(root) && !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            folder = folder.getParent();
        }
        if (folder.startsWith(root) && Files.exists(root) && !folder.toRealPath().startsWith(root.toRealPath())) {
            throw outside(target);
        }
    }

    private Path path(String key) throws VolumeException {
        try {
            Path path = key.isEmpty() ? root : root.resolve(key).normalize();
            if (!path.startsWith(root)) {
                throw outside(path);
            }
            return path;
        } catch (InvalidPathException e) {
            throw new VolumeException(Kind.MALFORMED, "the data refers to \"" + key
                    + "\", which cannot be a file name on this computer", e);
        }
    }

    private VolumeException outside(Path path) {
        return new VolumeException(Kind.ACCESS_DENIED, path + " leads out of the folder " + root
                + "; it is not touched. Copy the data itself into the folder");
    }
}
