package org.morphodepot.volume.spi;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.Address;

/**
 * Named byte sequences below one address, such as the objects below an S3 prefix. Keys are '/'-separated, without a leading
 * slash, and never leave the root: {@code ..} is refused. All methods block and are thread-safe; failures are
 * {@link org.morphodepot.volume.VolumeException}s.
 */
public interface Store extends AutoCloseable {

    Address root();

    /** Everything under {@code key}; empty when there is no such object. */
    Optional<byte[]> read(String key) throws IOException;

    /**
     * Everything under {@code key} as it comes in; empty when there is no such object. For those who use each byte once and
     * soon, such as whole scans; the caller closes it. What {@link #read} tries again may fail here.
     *
     * @throws StoreBusyException when asking again later, and fewer things at once, may help; also while bytes are read
     */
    default Optional<ObjectBody> open(String key) throws IOException {
        return read(key).map(ObjectBody::of);
    }

    /** {@code length} bytes from {@code offset}; shorter at the end of the object; empty when there is no such object. */
    Optional<byte[]> read(String key, long offset, int length) throws IOException;

    /** The last {@code length} bytes; all of a shorter object; empty when there is no such object. */
    Optional<byte[]> readTail(String key, int length) throws IOException;

    /** The same bytes as {@link #read} and {@link #readTail} give, with the tag of the object they come from. */
    default Optional<TaggedBytes> readTagged(String key, ByteRange range) throws IOException {
        Optional<byte[]> bytes = switch (range) {
            case ByteRange.All() -> read(key);
            case ByteRange.Part(long offset, int length) -> read(key, offset, length);
            case ByteRange.Tail(int length) -> readTail(key, length);
        };
        return bytes.map(found -> new TaggedBytes(found, ""));
    }

    /** The object's tag now, without its bytes; empty when there is no such object, "" when the store has no tags. */
    default Optional<String> tag(String key) throws IOException {
        return size(key).map(_ -> "");
    }

    /** Size in bytes; empty when there is no such object. */
    Optional<Long> size(String key) throws IOException;

    /**
     * Names directly below {@code prefix} ("" for the root), sorted; folders end with '/'.
     * Empty when listing is not possible (plain https).
     */
    Optional<List<String>> list(String prefix) throws IOException;

    /** Creates or replaces an object as a whole: readers see the old or the new bytes, never half. */
    void write(String key, byte[] bytes) throws IOException;

    /** Removes an object; nothing happens when there is none. */
    void delete(String key) throws IOException;

    @Override
    void close() throws IOException;
}
