package org.morphodepot.volume.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.ByteRange;
import org.morphodepot.volume.spi.ObjectBody;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.spi.StoreBusyException;
import org.morphodepot.volume.spi.TaggedBytes;
import org.morphodepot.volume.store.DirectClient.Outcome;

/**
 * Files below a web address. The query of the address, which may be a signature, goes with every request. Servers that do
 * not know ranges, or not those counted from the end, are served as far as that is reasonable.
 */
final class HttpStore implements Store {

    private final Address root;
    private final WebClient client;
    private final DirectClient direct;

    HttpStore(Address root, WebClient client, DirectClient direct) {
        this.root = root;
        this.client = client;
        this.direct = direct;
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
    public Optional<ObjectBody> open(String key) throws IOException {
        URI uri = uri(key);
        Outcome outcome = direct.get(uri, ByteRange.ALL);
        return outcome instanceof Outcome.NotThisWay ? tagged(key, new Slice.Whole()).map(HttpStore::body)
                : body(uri, outcome);
    }

    private static ObjectBody body(TaggedBytes found) {
        return new ObjectBody(found.bytes().length, new ByteArrayInputStream(found.bytes()), found.tag());
    }

    private static Optional<ObjectBody> body(URI uri, Outcome outcome) throws VolumeException {
        return switch (outcome) {
            case Outcome.Found(ObjectBody body) -> Optional.of(body);
            case Outcome.Missing _, Outcome.NotThisWay _ -> Optional.empty();
            case Outcome.Refused(int status) -> throw HttpTrouble.status(uri, status);
        };
    }

    @Override
    public Optional<byte[]> read(String key, long offset, int length) throws IOException {
        StoreKeys.checkRange(offset, length);
        return readTagged(key, new ByteRange.Part(offset, length)).map(TaggedBytes::bytes);
    }

    @Override
    public Optional<byte[]> readTail(String key, int length) throws IOException {
        return tail(key, length).map(TaggedBytes::bytes);
    }

    private Optional<TaggedBytes> tail(String key, int length) throws IOException {
        StoreKeys.checkRange(0, length);
        if (length == 0) {
            return size(key).map(size -> new TaggedBytes(new byte[0], ""));
        }
        HttpResponse<byte[]> answer = client.get(uri(key), new Slice.Tail(length));
        return switch (answer.statusCode()) {
            case 206 -> isTail(answer) ? tagged(answer, Optional.of(answer.body())) : untagged(tailBySize(key, length));
            case 400, 416, 501 -> untagged(tailBySize(key, length));
            default -> tagged(answer, body(uri(key), answer));
        };
    }

    private static Optional<TaggedBytes> tagged(HttpResponse<byte[]> answer, Optional<byte[]> bytes) {
        return bytes.map(found -> new TaggedBytes(found, EntityTag.of(answer.headers())));
    }

    private static Optional<TaggedBytes> untagged(Optional<byte[]> bytes) {
        return bytes.map(found -> new TaggedBytes(found, ""));
    }

    @Override
    public Optional<TaggedBytes> readTagged(String key, ByteRange range) throws IOException {
        return switch (range) {
            case ByteRange.All() -> quickly(key, range, new Slice.Whole());
            case ByteRange.Part(long offset, int length) when length > 0 && offset <= Long.MAX_VALUE - length ->
                quickly(key, range, new Slice.Part(offset, length));
            case ByteRange.Part _ -> untagged(size(key).map(_ -> new byte[0]));
            case ByteRange.Tail(int length) -> tail(key, length);
        };
    }

    /** Over plain http the short way first: it is a third of the work, and https may offer HTTP/2 on the other. */
    private Optional<TaggedBytes> quickly(String key, ByteRange range, Slice slice) throws IOException {
        URI uri = uri(key);
        if (uri.getScheme().equals("http")) {
            try {
                Outcome outcome = direct.get(uri, range);
                if (!(outcome instanceof Outcome.NotThisWay)) {
                    Optional<ObjectBody> body = body(uri, outcome);
                    return body.isPresent() ? Optional.of(DirectClient.read(uri, body.get())) : Optional.empty();
                }
            } catch (StoreBusyException e) {
                HttpResponse<byte[]> answer = client.getAgain(uri, slice, e); // which is more patient
                return tagged(answer, body(uri, answer));
            }
        }
        return tagged(key, slice);
    }

    private Optional<TaggedBytes> tagged(String key, Slice slice) throws IOException {
        URI uri = uri(key);
        HttpResponse<byte[]> answer = client.get(uri, slice);
        return tagged(answer, body(uri, answer));
    }

    @Override
    public Optional<String> tag(String key) throws IOException {
        return tagged(key, new Slice.Probe()).map(TaggedBytes::tag);
    }

    /** Some servers take "the last n" for "the first n". */
    private static boolean isTail(HttpResponse<byte[]> answer) {
        Optional<ContentRange> range = ContentRange.of(answer.headers());
        return range.isPresent() && range.get().last() + 1 == range.get().total().orElse(range.get().last() + 1);
    }

    private Optional<byte[]> tailBySize(String key, int length) throws IOException {
        Optional<Long> size = size(key);
        if (size.isEmpty()) {
            return Optional.empty();
        }
        long offset = Math.max(0, size.get() - length);
        return size.get() == 0 ? Optional.of(new byte[0]) : read(key, offset, (int) (size.get() - offset));
    }

    /** Asks with GET: a signed address often allows nothing else. */
    @Override
    public Optional<Long> size(String key) throws IOException {
        URI uri = uri(key);
        HttpResponse<byte[]> answer = client.get(uri, new Slice.Probe());
        Optional<ContentRange> range = ContentRange.of(answer.headers());
        OptionalLong size = switch (answer.statusCode()) {
            case 200 -> answer.headers().firstValueAsLong("Content-Length");
            case 206, 416 -> range.map(ContentRange::total).orElse(OptionalLong.empty());
            default -> OptionalLong.empty();
        };
        if (size.isPresent()) {
            return Optional.of(size.getAsLong());
        }
        return switch (answer.statusCode()) {
            case 200, 206, 416 -> sizeByHead(uri);
            default -> body(uri, answer).map(body -> (long) body.length);
        };
    }

    private Optional<Long> sizeByHead(URI uri) throws IOException {
        HttpResponse<byte[]> answer = client.head(uri);
        OptionalLong size = answer.headers().firstValueAsLong("Content-Length");
        if (answer.statusCode() == 200 && size.isPresent()) {
            return Optional.of(size.getAsLong());
        }
        throw new VolumeException(Kind.UNSUPPORTED, HttpTrouble.shown(uri)
                + ": the server does not say how large it is; download the file and open it from this computer");
    }

    @Override
    public Optional<List<String>> list(String prefix) {
        return Optional.empty();
    }

    @Override
    public void write(String key, byte[] bytes) throws IOException {
        throw readOnly();
    }

    @Override
    public void delete(String key) throws IOException {
        throw readOnly();
    }

    @Override
    public void close() {
        // the connections are shared
    }

    private static Optional<byte[]> body(URI uri, HttpResponse<byte[]> answer) throws VolumeException {
        return switch (answer.statusCode()) {
            case 200, 206 -> Optional.of(answer.body());
            case 404, 410 -> Optional.empty();
            case 416 -> Optional.of(new byte[0]); // there is such a file, but it ends before
            default -> throw HttpTrouble.status(uri, answer.statusCode());
        };
    }

    private URI uri(String key) throws VolumeException {
        String checked = StoreKeys.checked(key);
        URI uri = (checked.isEmpty() ? root : root.child(checked)).uri();
        if (uri.getHost() == null) {
            throw new VolumeException(Kind.NOT_FOUND, HttpTrouble.shown(uri) + " is not a web address; check its spelling");
        }
        return URI.create(uri.toASCIIString());
    }

    private VolumeException readOnly() {
        return new VolumeException(Kind.UNSUPPORTED, "cannot write to " + HttpTrouble.shown(root.uri())
                + ": web addresses are only read; choose a folder of this computer or an s3:// address");
    }
}
