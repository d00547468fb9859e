package org.morphodepot.volume.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.io.DiskTrouble;
import org.morphodepot.volume.spi.BodySource;
import org.morphodepot.volume.spi.BodyStream;
import org.morphodepot.volume.spi.BulkStore;
import org.morphodepot.volume.spi.ObjectBody;
import org.morphodepot.volume.spi.ObjectEntry;
import org.morphodepot.volume.spi.PartWriter;

/** Files below a folder, to be moved. Links inside the folder are passed over; only plain files count. */
final class FileBulk implements BulkStore {

    private final Address root;
    private final StoreFolder folder;

    FileBulk(Address root) {
        this.root = root;
        this.folder = new StoreFolder(root.path());
    }

    @Override
    public Address root() {
        return root;
    }

    @Override
    public boolean walk(String prefix, boolean deep, EntrySink sink) throws IOException {
        Path top = folder.existing(StoreKeys.checked(prefix));
        if (top == null || !Files.isDirectory(top)) {
            return true;
        }
        String before = prefix.isEmpty() ? "" : prefix + "/";
        try {
            Files.walkFileTree(top, java.util.Set.of(), deep ? Integer.MAX_VALUE : 1, new Walk(top, before, sink));
        } catch (IOException e) {
            throw DiskTrouble.reading(top, e);
        }
        return true;
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Path top;
        private final String before;
        private final EntrySink sink;

        Walk(Path top, String before, EntrySink sink) {
            this.top = top;
            this.before = before;
            this.sink = sink;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
            String key = before + top.relativize(file).toString().replace('\\', '/');
            if (facts.isDirectory()) {
                sink.accept(ObjectEntry.folder(key + "/"));
            } else if (facts.isRegularFile() && !isUnfinished(file.getFileName().toString())) {
                sink.accept(FileBulk.entry(key, facts));
            }
            return FileVisitResult.CONTINUE;
        }
    }

    private static boolean isUnfinished(String name) {
        return StoreFolder.isTemporary(name) || name.startsWith(".") && name.endsWith(FileParts.ENDING);
    }

    @Override
    public Optional<ObjectEntry> entry(String key) throws IOException {
        Path file = folder.existing(StoreKeys.checked(key));
        if (file == null || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(entry(key, Files.readAttributes(file, BasicFileAttributes.class)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw DiskTrouble.reading(file, e);
        }
    }

    private static ObjectEntry entry(String key, BasicFileAttributes facts) {
        return new ObjectEntry(key, facts.size(), "", Optional.of(facts.lastModifiedTime().toInstant()));
    }

    @Override
    public Optional<ObjectBody> open(String key, long offset, long length) throws IOException {
        Path file = folder.existing(StoreKeys.checked(key));
        if (file == null || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ObjectBody(length, new FileRange(file, offset, length)));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw DiskTrouble.reading(file, e);
        }
    }

    @Override
    public String write(String key, long length, BodySource body) throws IOException {
        Path target = folder.toWrite(StoreKeys.checked(key));
        Path temporary = StoreFolder.temporary(target);
        boolean moved = false;
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                fill(channel, 0, length, body, target);
            }
            StoreFolder.move(temporary, target);
            moved = true;
            return "";
        } catch (IOException e) {
            folder.forget();
            throw trouble(target, e);
        } finally {
            if (!moved) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    /** Copies exactly {@code length} bytes of {@code body} to a place of the file; errors name it. */
    static void fill(FileChannel channel, long at, long length, BodySource body, Path target) throws IOException {
        ByteBuffer buffer = Buffers.take();
        try (InputStream in = body.open()) {
            long done = 0;
            while (done < length) {
                int n = BodyStream.read(in, buffer.clear().limit((int) Math.min(Buffers.SIZE, length - done)));
                if (n < 0) {
                    throw new org.morphodepot.volume.spi.StoreBusyException("the source of " + target.getFileName()
                            + " ended early; did it change? try again", null);
                }
                FileParts.write(channel, buffer.flip(), at + done, target);
                done += n;
            }
        } finally {
            Buffers.giveBack(buffer);
        }
    }

    /** Only trouble with this disk is put into its words; that of the source has its own. */
    static IOException trouble(Path target, IOException e) {
        boolean ofTheDisk = e instanceof java.nio.file.FileSystemException;
        return ofTheDisk && !(e instanceof java.nio.channels.ClosedByInterruptException) ? DiskTrouble.writing(target, e) : e;
    }

    @Override
    public PartWriter writeInParts(String key, long length, long partLength, String state) throws IOException {
        Path target = folder.toWrite(StoreKeys.checked(key));
        try {
            return FileParts.of(target, length, partLength, state);
        } catch (IOException e) {
            throw trouble(target, e);
        }
    }

    @Override
    public void delete(String key) throws VolumeException {
        folder.remove(StoreKeys.checked(key));
    }

    @Override
    public void close() {
        // files are opened for each request
    }
}
