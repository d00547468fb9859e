package org.morphodepot.volume.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.io.DiskTrouble;
import org.morphodepot.volume.spi.ObjectBody;
import org.morphodepot.volume.spi.Store;

/** Files below a folder. Only plain files are objects: a pipe or a device would hang or never end. */
final class FileStore implements Store {

    private final Address root;
    private final StoreFolder folder;

    FileStore(Address root) {
        this.root = root;
        this.folder = new StoreFolder(root.path());
    }

    @Override
    public Address root() {
        return root;
    }

    @Override
    public Optional<byte[]> read(String key) throws IOException {
        return reading(key, (file, channel) -> {
            long size = channel.size();
            if (size > StoreLimits.wholeObject()) {
                throw StoreLimits.tooLarge(file.toString(), size);
            }
            return bytes(channel, 0, (int) size);
        });
    }

    @Override
    public Optional<ObjectBody> open(String key) throws IOException {
        Path file = folder.existing(StoreKeys.checked(key));
        if (file == null || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ObjectBody(Files.size(file), Files.newInputStream(file)));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw DiskTrouble.reading(file, e);
        }
    }

    @Override
    public Optional<byte[]> read(String key, long offset, int length) throws IOException {
        StoreKeys.checkRange(offset, length);
        return reading(key, (file, channel) -> bytes(channel, offset, length));
    }

    @Override
    public Optional<byte[]> readTail(String key, int length) throws IOException {
        StoreKeys.checkRange(0, length);
        return reading(key, (file, channel) -> bytes(channel, Math.max(0, channel.size() - length), length));
    }

    @Override
    public Optional<Long> size(String key) throws IOException {
        return reading(key, (file, channel) -> channel.size());
    }

    @Override
    public Optional<List<String>> list(String prefix) throws IOException {
        String key = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        Path path = folder.existing(key);
        if (path == null || !Files.isDirectory(path)) {
            return Optional.of(List.of());
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                addName(names, entry, path);
            }
        } catch (DirectoryIteratorException e) {
            throw DiskTrouble.reading(path, e.getCause());
        } catch (IOException e) {
            throw DiskTrouble.reading(path, e);
        }
        names.sort(null);
        return Optional.of(names);
    }

    private static void addName(List<String> names, Path entry, Path path) throws VolumeException {
        String name = entry.getFileName().toString();
        if (StoreFolder.isTemporary(name)) {
            return;
        }
        if (names.size() == StoreLimits.NAMES) {
            throw StoreLimits.tooManyNames(path.toString());
        }
        names.add(Files.isDirectory(entry) ? name + "/" : name);
    }

    @Override
    public void write(String key, byte[] bytes) throws IOException {
        folder.replace(StoreKeys.checked(key), bytes);
    }

    @Override
    public void delete(String key) throws IOException {
        folder.remove(StoreKeys.checked(key));
    }

    @Override
    public void close() {
        // files are opened for each request
    }

    private interface Reading<T> {
        T read(Path file, FileChannel channel) throws IOException;
    }

    private <T> Optional<T> reading(String key, Reading<T> reading) throws IOException {
        Path file = folder.existing(StoreKeys.checked(key));
        if (file == null || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file)) {
            return Optional.of(reading.read(file, channel));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        } catch (ClosedByInterruptException e) {
            throw new InterruptedIOException("reading " + file + " was cancelled");
        } catch (IOException e) {
            throw DiskTrouble.reading(file, e);
        }
    }

    /** Up to {@code length} bytes; a file that shrinks meanwhile gives fewer. */
    private static byte[] bytes(FileChannel channel, long offset, int length) throws IOException {
        int expected = (int) Math.clamp(channel.size() - offset, 0L, (long) length);
        ByteBuffer buffer = ByteBuffer.allocate(expected);
        while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
            // go on
        }
        return buffer.hasRemaining() ? Arrays.copyOf(buffer.array(), buffer.position()) : buffer.array();
    }
}
