package org.morphodepot.label.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.io.DiskTrouble;

/** A file that is open for reading and writing, and that no other workbench can open so. */
record LockedFile(FileChannel channel, FileLock lock) implements AutoCloseable {

    /** A byte that no journal reaches: Windows lets nobody, not even us, read what is locked. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    /** Opens or creates the file and keeps every other workbench out. */
    static LockedFile open(Path path) throws IOException {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock(LOCKED, 1, false);
            if (lock != null) {
                return new LockedFile(channel, lock);
            }
        } catch (OverlappingFileLockException e) {
            // the same as a lock held by another process
        } catch (IOException e) {
            throw closing(channel, DiskTrouble.writing(path, e));
        }
        throw closing(channel, new VolumeException(Kind.ACCESS_DENIED,
                "This work is open in another window; close it there first (" + path + ")"));
    }

    private static VolumeException closing(FileChannel channel, VolumeException cause) throws IOException {
        if (channel != null) {
            channel.close();
        }
        return cause;
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            lock.release();
        }
        channel.close();
    }
}
