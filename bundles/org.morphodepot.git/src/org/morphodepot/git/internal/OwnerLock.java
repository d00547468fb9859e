package org.morphodepot.git.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.morphodepot.git.GitException;

/**
 * Says that this program, and no second one of ours, works in a clone. Released by the system when the program dies. A
 * marker tells the next owner that the last one died in the middle of something, so that left-over locks are ours.
 */
final class OwnerLock implements Closeable {

    private final FileChannel channel;
    private final Path marker;
    private final boolean crashed;

    private OwnerLock(FileChannel channel, Path marker, boolean crashed) {
        this.channel = channel;
        this.marker = marker;
        this.crashed = crashed;
    }

    static OwnerLock take(Path gitFolder) throws IOException {
        Path folder = Files.createDirectories(gitFolder.resolve("morphodepot"));
        FileChannel channel = FileChannel.open(folder.resolve("owner"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw taken(gitFolder);
            }
            Path marker = folder.resolve("busy");
            return new OwnerLock(channel, marker, Files.exists(marker));
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw taken(gitFolder);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static GitException taken(Path gitFolder) {
        return new GitException(GitException.Kind.LOCKED, "The folder " + gitFolder.toAbsolutePath().getParent()
                + " is open in another MorphoDepot Workbench. Close it there, then try again.");
    }

    /** Whether the last owner stopped in the middle of a verb. */
    boolean ownerDied() {
        return crashed;
    }

    void begin() throws IOException {
        if (!Files.exists(marker)) {
            Files.createFile(marker);
        }
    }

    void end() throws IOException {
        Files.deleteIfExists(marker);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
