package org.morphodepot.volume.zarr.zip;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.store.StoreKeys;
import org.morphodepot.volume.store.StoreLimits;
import org.morphodepot.volume.zarr.zip.ZipDirectory.Place;

/** The objects of a zip file that lies in another store; for reading. Objects that are not compressed are read by ranges. */
public final class ZipStore implements Store {

    private static final List<String> ROOTS = List.of("zarr.json", ".zgroup", ".zarray", ".zattrs");

    private final Store around;
    private final Address address;
    private final ZipDirectory directory;
    private final String prefix;

    private ZipStore(Store around, Address address, ZipDirectory directory) {
        this.around = around;
        this.address = address;
        this.directory = directory;
        this.prefix = prefix();
    }

    /** Whether a name is that of a zipped hierarchy. */
    public static boolean isNamed(String name) {
        return name.matches("(?i).*\\.(zarr\\.zip|ozx)");
    }

    /**
     * The objects of the zip file at {@code address}; a single folder that holds all is left out of their names.
     *
     * @throws VolumeException when there is no such file or it is damaged
     */
    public static ZipStore open(Address address, Volumes volumes) throws IOException {
        Store around = volumes.store(address.parent());
        boolean opened = false;
        try {
            ZipDirectory directory = ZipDirectory.read(around, address.name())
                    .orElseThrow(() -> new VolumeException(Kind.NOT_FOUND, "there is no file " + address));
            ZipStore store = new ZipStore(around, address, directory);
            opened = true;
            return store;
        } finally {
            if (!opened) {
                around.close();
            }
        }
    }

    private String prefix() {
        if (ROOTS.stream().anyMatch(directory.entries()::containsKey) || directory.entries().isEmpty()) {
            return "";
        }
        String first = directory.entries().firstKey();
        String folder = first.substring(0, first.indexOf('/') + 1);
        boolean alone = !folder.isEmpty() && directory.entries().lastKey().startsWith(folder);
        return alone && ROOTS.stream().anyMatch(root -> directory.entries().containsKey(folder + root)) ? folder : "";
    }

    @Override
    public Address root() {
        return address;
    }

    private Optional<Place> place(String key) throws IOException {
        return directory.place(prefix + StoreKeys.checked(key));
    }

    @Override
    public Optional<byte[]> read(String key) throws IOException {
        Optional<Place> place = place(key);
        return place.isEmpty() ? Optional.empty() : Optional.of(all(key, place.get()));
    }

    private byte[] all(String key, Place place) throws IOException {
        if (Math.max(place.size(), place.stored()) > StoreLimits.wholeObject()) {
            throw StoreLimits.tooLarge(address + ": " + key, place.size());
        }
        byte[] stored = part(key, place, 0, (int) place.stored());
        return place.isDeflated() ? inflated(key, stored, (int) place.size()) : stored;
    }

    private byte[] part(String key, Place place, long from, int length) throws IOException {
        byte[] bytes = length == 0 ? new byte[0]
                : around.read(address.name(), place.offset() + from, length).orElse(new byte[0]);
        if (bytes.length != length) {
            throw new VolumeException(Kind.MALFORMED, address + ": the file ends before " + key + " does; copy it again");
        }
        return bytes;
    }

    private byte[] inflated(String key, byte[] stored, int size) throws VolumeException {
        if (size > 1100L * stored.length) { // deflate cannot do that: do not even ask for the memory
            throw damaged(key);
        }
        byte[] bytes = new byte[size];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(stored);
            int done = 0;
            int count = 1;
            while (done < size && count > 0) {
                count = inflater.inflate(bytes, done, size - done);
                done += count;
            }
            if (done == size && inflater.inflate(new byte[1]) == 0 && inflater.finished()) {
                return bytes;
            }
        } catch (DataFormatException e) {
            // said below
        }
        throw damaged(key);
    }

    private VolumeException damaged(String key) {
        return new VolumeException(Kind.MALFORMED, address + ": " + key + " is damaged; copy or download the file again");
    }

    @Override
    public Optional<byte[]> read(String key, long offset, int length) throws IOException {
        StoreKeys.checkRange(offset, length);
        Optional<Place> place = place(key);
        return place.isEmpty() ? Optional.empty() : Optional.of(range(key, place.get(), offset, length));
    }

    @Override
    public Optional<byte[]> readTail(String key, int length) throws IOException {
        StoreKeys.checkRange(0, length);
        Optional<Place> place = place(key);
        return place.isEmpty() ? Optional.empty()
                : Optional.of(range(key, place.get(), Math.max(0, place.get().size() - length), length));
    }

    private byte[] range(String key, Place place, long offset, int length) throws IOException {
        int count = (int) Math.clamp(place.size() - offset, 0L, (long) length);
        if (!place.isDeflated()) {
            return part(key, place, Math.min(offset, place.size()), count);
        }
        int from = (int) Math.min(offset, place.size());
        return Arrays.copyOfRange(all(key, place), from, from + count);
    }

    @Override
    public Optional<Long> size(String key) throws IOException {
        return place(key).map(Place::size);
    }

    @Override
    public Optional<List<String>> list(String folder) throws IOException {
        String start = prefix + (folder.isEmpty() ? "" : StoreKeys.checked(folder.replaceFirst("/$", "")) + "/");
        TreeSet<String> names = new TreeSet<>();
        for (String name : directory.entries().tailMap(start, true).keySet()) {
            if (!name.startsWith(start)) {
                break;
            }
            int slash = name.indexOf('/', start.length());
            names.add(slash < 0 ? name.substring(start.length()) : name.substring(start.length(), slash + 1));
        }
        return Optional.of(List.copyOf(names));
    }

    @Override
    public void write(String key, byte[] bytes) throws IOException {
        throw readOnly();
    }

    @Override
    public void delete(String key) throws IOException {
        throw readOnly();
    }

    private VolumeException readOnly() {
        return new VolumeException(Kind.UNSUPPORTED, "cannot write into " + address + ": zip files are only read");
    }

    @Override
    public void close() throws IOException {
        around.close();
    }
}
