package org.morphodepot.volume.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file that appears complete or not at all: bytes go to a hidden temporary file in the same folder; {@link #commit()}
 * forces them to the disk and moves it over the target in one step. Closing without a commit removes the temporary file
 * and leaves the target as it was. Failures are {@link org.morphodepot.volume.VolumeException}s, a full disk of kind
 * {@code STORAGE}. One thread at a time.
 *
 * <pre>{@code
 * try (AtomicFile file = AtomicFile.create(target)) {
 *     file.out().write(bytes);
 *     file.commit();
 * }
 * }</pre>
 */
public final class AtomicFile implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AtomicFile.class.getName());

    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final OutputStream out = new Output();
    private boolean committed;

    private AtomicFile(Path target, Path temporary, FileChannel channel) {
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
    }

    /** Begins to write {@code target}, which need not exist; its folder must. A link is followed and stays a link. */
    public static AtomicFile create(Path target) throws IOException {
        Path real = Files.isSymbolicLink(target) && Files.exists(target) ? target.toRealPath()
                : target.toAbsolutePath();
        if (Files.isDirectory(real)) {
            throw DiskTrouble.writing(target, new IOException("it is a folder"));
        }
        Path temporary = real.resolveSibling("." + real.getFileName() + "." + random() + ".tmp");
        try {
            FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new AtomicFile(real, temporary, channel);
        } catch (IOException e) {
            throw DiskTrouble.writing(target, e);
        }
    }

    /**
     * Removes what killed programs left of this file when they were writing it; not what is younger than a minute, which
     * another program may be writing now. What cannot be removed stays.
     */
    public static void sweep(Path target) {
        sweep(target, Duration.ofMinutes(1));
    }

    /** As {@link #sweep(Path)}, but with another least age: none for those who know that nobody else writes the file. */
    public static void sweep(Path target, Duration age) {
        String name = Pattern.quote("." + target.getFileName() + ".");
        Pattern ours = Pattern.compile(name + "[0-9a-f]{8}\\.tmp");
        Instant latest = Instant.now().minus(age);
        try (Stream<Path> files = Files.list(target.toAbsolutePath().getParent())) {
            for (Path file : files.filter(f -> ours.matcher(f.getFileName().toString()).matches()).toList()) {
                if (!Files.getLastModifiedTime(file).toInstant().isAfter(latest)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Leftovers of " + target, e);
        }
    }

    private static String random() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }

    /** Where to write; not buffered, so hand over some KiB at a time. Closing it does nothing. */
    public OutputStream out() {
        return out;
    }

    /**
     * Forces what was written to the disk and ends writing, while the target is still as it was: for those who want to
     * note what will appear. Before {@link #commit()}; not needed.
     *
     * @return the temporary file, to be read only
     */
    public Path complete() throws IOException {
        try {
            if (channel.isOpen()) {
                channel.force(true);
                channel.close();
            }
            return temporary;
        } catch (IOException e) {
            throw DiskTrouble.writing(target, e);
        }
    }

    /** Makes the file appear under its name. Nothing can be written afterwards. */
    public void commit() throws IOException {
        complete();
        try {
            keepPermissions();
            move();
            committed = true;
            forceFolder(target.getParent());
        } catch (IOException e) {
            throw DiskTrouble.writing(target, e);
        }
    }

    /** Removes the temporary file unless committed. */
    @Override
    public void close() throws IOException {
        channel.close();
        if (!committed) {
            Files.deleteIfExists(temporary);
        }
    }

    private void move() throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void keepPermissions() throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (old != null && Files.exists(target)) {
            Files.getFileAttributeView(temporary, PosixFileAttributeView.class)
                    .setPermissions(old.readAttributes().permissions());
        }
    }

    /** Forces the names in a folder to the disk, so that a new one survives a power cut; not every system can do that. */
    public static void forceFolder(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            // Windows cannot open folders; moves are already done there
        }
    }

    private final class Output extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, count);
            try {
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            } catch (IOException e) {
                throw DiskTrouble.writing(target, e);
            }
        }
    }
}
