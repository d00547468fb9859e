package org.morphodepot.volume.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.spi.ByteRange;
import org.morphodepot.volume.spi.ObjectBody;
import org.morphodepot.volume.spi.ObjectEntry;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.spi.TaggedBytes;
import org.morphodepot.volume.store.StoreKeys;
import org.morphodepot.volume.store.StoreLimits;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects below a prefix of a bucket. */
final class S3Store implements Store {

    /** Most pages of a listing: a server that never ends it must not keep us for ever. */
    private static final int PAGES = 20_000;

    private final Address root;
    private final S3Location location;
    private final S3Connection connection;
    private final S3Requests requests;
    private final S3Reads reads;

    S3Store(Address root, S3Location location, S3Connection connection) {
        this.root = root;
        this.location = location;
        this.connection = connection;
        this.requests = new S3Requests(location, connection);
        this.reads = new S3Reads(location, connection);
    }

    @Override
    public Address root() {
        return root;
    }

    @Override
    public Optional<byte[]> read(String key) throws IOException {
        return readTagged(key, ByteRange.ALL).map(TaggedBytes::bytes);
    }

    @Override
    public Optional<TaggedBytes> readTagged(String key, ByteRange range) throws IOException {
        return switch (range) {
            case ByteRange.All() -> read(key, range, null, OptionalInt.empty());
            case ByteRange.Part(long offset, int length) when length > 0 && offset <= Long.MAX_VALUE - length ->
                read(key, range, "bytes=" + offset + "-" + (offset + length - 1), OptionalInt.of(length));
            case ByteRange.Tail(int length) when length > 0 ->
                read(key, range, "bytes=-" + length, OptionalInt.of(length));
            default -> size(key).map(_ -> new TaggedBytes(new byte[0], ""));
        };
    }

    @Override
    public Optional<byte[]> read(String key, long offset, int length) throws IOException {
        StoreKeys.checkRange(offset, length);
        return readTagged(key, new ByteRange.Part(offset, length)).map(TaggedBytes::bytes);
    }

    @Override
    public Optional<byte[]> readTail(String key, int length) throws IOException {
        StoreKeys.checkRange(0, length);
        return readTagged(key, new ByteRange.Tail(length)).map(TaggedBytes::bytes);
    }

    private Optional<TaggedBytes> read(String key, ByteRange range, String header, OptionalInt limit) throws IOException {
        Optional<Optional<TaggedBytes>> quick = reads.read(key, range);
        return quick.isPresent() ? quick.get() : read(key, header, limit);
    }

    @Override
    public Optional<ObjectBody> open(String key) throws IOException {
        Optional<Optional<ObjectBody>> quick = reads.open(key);
        return quick.isPresent() ? quick.get() : read(key, null, OptionalInt.empty()).map(S3Store::body);
    }

    private static ObjectBody body(TaggedBytes found) {
        return new ObjectBody(found.bytes().length, new ByteArrayInputStream(found.bytes()), found.tag());
    }

    private Optional<TaggedBytes> read(String key, String range, OptionalInt limit) throws IOException {
        String full = location.key(StoreKeys.checked(key));
        return requests.asking(key, "read", () -> {
            try {
                return connection.client().getObject(get -> get.bucket(location.bucket()).key(full).range(range),
                        new S3Bytes(location.shown(key), limit));
            } catch (S3Exception e) {
                if (e.statusCode() == 416) {
                    return new TaggedBytes(new byte[0], ""); // there is such an object, but it ends before
                }
                throw e;
            }
        });
    }

    @Override
    public Optional<Long> size(String key) throws IOException {
        return requests.facts(key).map(S3Requests.Facts::size);
    }

    @Override
    public Optional<String> tag(String key) throws IOException {
        return requests.facts(key).map(S3Requests.Facts::tag);
    }

    @Override
    public Optional<List<String>> list(String prefix) throws IOException {
        String folder = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        String full = location.key(StoreKeys.checked(folder));
        String below = full.isEmpty() ? "" : full + "/";
        TreeSet<String> names = new TreeSet<>();
        int[] pages = new int[1];
        requests.list(folder, false, page -> {
            add(names, page, below.length());
            if (names.size() > StoreLimits.NAMES || ++pages[0] > PAGES) {
                throw StoreLimits.tooManyNames(location.shown(folder));
            }
        });
        return Optional.of(List.copyOf(names));
    }

    private static void add(TreeSet<String> names, S3Page page, int skip) {
        Stream.concat(page.objects().stream().map(ObjectEntry::key), page.folders().stream())
                .filter(key -> key.length() > skip).forEach(key -> names.add(key.substring(skip)));
    }

    @Override
    public void write(String key, byte[] bytes) throws IOException {
        String full = location.key(StoreKeys.checked(key));
        requests.asking(key, "write", () -> connection.client().putObject(put -> put.bucket(location.bucket()).key(full),
                RequestBody.fromBytes(bytes))).orElseThrow(requests::noBucket);
    }

    @Override
    public void delete(String key) throws IOException {
        requests.delete(key);
    }

    @Override
    public void close() {
        // the connection is shared
    }
}
