package org.morphodepot.volume.store.disk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.spi.ByteRange;
import org.morphodepot.volume.spi.ObjectBody;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.spi.TaggedBytes;
import org.morphodepot.volume.store.StoreKeys;

/**
 * Gives kept objects of a remote store, and keeps what it fetches. Documents, such as metadata, are compared with the store
 * by their tags, once in the life of this store; chunks are believed when the documents have not changed, and some of them
 * are compared behind the reader's back. When something has changed, all that is kept of the address is forgotten. When the
 * store cannot be reached, what is kept is given as it is. Stores without tags are passed through.
 */
final class KeepingStore implements Store {

    /** A note that there is nothing is believed for so long: the rest of a scan may still be on its way there. */
    private static final Duration NOTHING_YET = Duration.ofHours(12);

    private final Store store;
    private final KeptObjects kept;
    private final Freshness freshness;

    KeepingStore(Store store, KeptObjects kept) {
        this.store = store;
        this.kept = kept;
        this.freshness = new Freshness(store, kept);
    }

    @Override
    public Address root() {
        return store.root();
    }

    @Override
    public Optional<byte[]> read(String key) throws IOException {
        return readTagged(key, ByteRange.ALL).map(TaggedBytes::bytes);
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

    @Override
    public Optional<TaggedBytes> readTagged(String key, ByteRange range) throws IOException {
        StoreKeys.checked(key);
        Optional<KeptFile> found = kept.find(key, range);
        if (found.isPresent() && isGood(key, range, found.get())) {
            return found.filter(KeptFile::isThere).map(file -> new TaggedBytes(file.bytes(), file.tag()));
        }
        try {
            Optional<TaggedBytes> fetched = store.readTagged(key, range);
            keep(key, range, fetched);
            return fetched;
        } catch (IOException e) {
            if (found.isPresent() && !found.get().isThere() && freshness.isUnreachable(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private boolean isGood(String key, ByteRange range, KeptFile found) throws IOException {
        if (found.isThere()) {
            return freshness.isGood(key, found.tag());
        }
        if (!Freshness.isChunk(key)) {
            return freshness.isOffline();
        }
        boolean recent = kept.lastUse(key, range).filter(time -> time.plus(NOTHING_YET).isAfter(Instant.now())).isPresent();
        return recent || freshness.isOffline();
    }

    private void keep(String key, ByteRange range, Optional<TaggedBytes> fetched) {
        if (fetched.isEmpty()) {
            if (freshness.hasTags() || !Freshness.isChunk(key)) {
                kept.keepAbsence(key, range);
            }
        } else if (!fetched.get().tag().isEmpty()) {
            freshness.fetched(key, fetched.get().tag());
            kept.keep(key, range, fetched.get().tag(), fetched.get().bytes());
        }
    }

    @Override
    public Optional<ObjectBody> open(String key) throws IOException {
        StoreKeys.checked(key);
        Optional<KeptFile> found = kept.find(key, ByteRange.ALL).filter(KeptFile::isThere);
        if (found.isPresent() && freshness.isGood(key, found.get().tag())) {
            byte[] bytes = found.get().bytes();
            return Optional.of(new ObjectBody(bytes.length, new ByteArrayInputStream(bytes), found.get().tag()));
        }
        Optional<ObjectBody> body = store.open(key);
        if (body.isEmpty() || body.get().tag().isEmpty() || body.get().length() > CopyingStream.MOST) {
            return body;
        }
        String tag = body.get().tag();
        freshness.fetched(key, tag);
        return Optional.of(new ObjectBody(body.get().length(),
                new CopyingStream(body.get(), bytes -> kept.keep(key, ByteRange.ALL, tag, bytes)), tag));
    }

    @Override
    public Optional<String> tag(String key) throws IOException {
        return store.tag(key);
    }

    @Override
    public Optional<Long> size(String key) throws IOException {
        return store.size(key);
    }

    @Override
    public Optional<List<String>> list(String prefix) throws IOException {
        return store.list(prefix);
    }

    @Override
    public void write(String key, byte[] bytes) throws IOException {
        kept.forget();
        store.write(key, bytes);
    }

    @Override
    public void delete(String key) throws IOException {
        kept.forget();
        store.delete(key);
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
