package org.morphodepot.volume.store;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

/** Which bytes of an object a request is for, and where they are in what the server sends. */
sealed interface Slice {

    /** All bytes. */
    record Whole() implements Slice {
    }

    /** {@code length > 0} bytes from {@code offset}. */
    record Part(long offset, int length) implements Slice {
    }

    /** The last {@code length > 0} bytes. */
    record Tail(int length) implements Slice {
    }

    /** As little as possible: the headers matter. */
    record Probe() implements Slice {
    }

    /** Most bytes that are read in vain from a server that sends all when asked for a part. */
    long SKIPPED = 64L << 20;

    /**
     * How to cut the bytes out of a body.
     *
     * @param skip bytes before them
     * @param take at most so many bytes
     * @param expected exactly so many, when the server told
     */
    record Cut(long skip, int take, OptionalLong expected) {

        static final Cut NOTHING = new Cut(0, 0, OptionalLong.empty());
    }

    /** The value of the request's {@code Range} header. */
    default Optional<String> range() {
        return switch (this) {
            case Whole() -> Optional.empty();
            case Part(long offset, int length) -> Optional.of("bytes=" + offset + "-" + (offset + length - 1));
            case Tail(int length) -> Optional.of("bytes=-" + length);
            case Probe() -> Optional.of("bytes=0-0");
        };
    }

    /** Where the bytes are in an answer with this {@code status} (200 or 206); {@code name} is for messages. */
    default Cut cut(int status, HttpHeaders headers, String name) throws VolumeException {
        Optional<String> coding = headers.firstValue("Content-Encoding").filter(c -> !c.equalsIgnoreCase("identity"));
        if (coding.isPresent() && !(this instanceof Probe)) {
            throw new VolumeException(Kind.UNSUPPORTED, name + ": the server sends it in the encoding " + coding.get()
                    + ", which was not asked for; store it there without Content-Encoding");
        }
        return status == 206 ? partial(headers, name) : full(headers.firstValueAsLong("Content-Length"), name);
    }

    private Cut partial(HttpHeaders headers, String name) throws VolumeException {
        ContentRange range = ContentRange.of(headers).orElseThrow(() -> confused(name));
        return switch (this) {
            case Whole() -> throw confused(name);
            case Part(long offset, int length) when range.first() == offset ->
                new Cut(0, length, OptionalLong.of(Math.min(length, range.length())));
            case Part _ -> throw confused(name);
            case Tail(int length) -> new Cut(0, length, OptionalLong.of(Math.min(length, range.length())));
            case Probe() -> Cut.NOTHING;
        };
    }

    /** The server did not care for the range and sends everything. */
    private Cut full(OptionalLong size, String name) throws VolumeException {
        return switch (this) {
            case Whole() -> whole(size, name);
            case Part(long offset, int length) -> new Cut(skippable(offset, name), length, OptionalLong.empty());
            case Tail(int length) -> {
                long total = size.orElseThrow(() -> withoutRanges(name));
                yield new Cut(skippable(Math.max(0, total - length), name), length, OptionalLong.of(Math.min(length, total)));
            }
            case Probe() -> Cut.NOTHING;
        };
    }

    private static Cut whole(OptionalLong size, String name) throws VolumeException {
        if (size.orElse(0) > StoreLimits.wholeObject()) {
            throw StoreLimits.tooLarge(name, size.getAsLong());
        }
        return new Cut(0, StoreLimits.wholeObject(), size);
    }

    private static long skippable(long bytes, String name) throws VolumeException {
        if (bytes > SKIPPED) {
            throw withoutRanges(name);
        }
        return bytes;
    }

    private static VolumeException withoutRanges(String name) {
        return new VolumeException(Kind.UNSUPPORTED, name + ": the server cannot send parts of a file;"
                + " download the file and open it from this computer");
    }

    private static VolumeException confused(String name) {
        return new VolumeException(Kind.MALFORMED, name + ": the server sent another part of the file than it was asked for");
    }
}
