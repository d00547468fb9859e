package org.morphodepot.volume.s3;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.spi.ByteRange;
import org.morphodepot.volume.spi.ObjectBody;
import org.morphodepot.volume.spi.StoreBusyException;
import org.morphodepot.volume.spi.TaggedBytes;
import org.morphodepot.volume.store.DirectClient;
import org.morphodepot.volume.store.DirectClient.Outcome;
import org.morphodepot.volume.store.StoreKeys;

/**
 * Reads objects the short way. Whatever is unusual, above all every refusal, is left to the SDK, which knows more and has the
 * words for it. Thread-safe.
 */
final class S3Reads {

    private final S3Location location;
    private final S3Connection connection;

    /** Once an object was found, what is missing is not the bucket, whatever the server says. */
    private volatile boolean found;

    /** Whether the server redirects or refuses what the SDK then gets: asking it twice is no short way. */
    private volatile boolean useless;

    S3Reads(S3Location location, S3Connection connection) {
        this.location = location;
        this.connection = connection;
    }

    /** Bytes of an object; empty when the SDK has to be asked, an empty option inside when there is no such object. */
    Optional<Optional<TaggedBytes>> read(String key, ByteRange range) throws IOException {
        Optional<URI> link = link(key);
        if (link.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<Optional<ObjectBody>> body = get(link.get(), range);
            if (body.isPresent() && body.get().isPresent()) {
                return Optional.of(Optional.of(DirectClient.read(link.get(), body.get().get())));
            }
            return body.map(_ -> Optional.empty());
        } catch (StoreBusyException e) {
            return Optional.empty(); // the SDK tries again
        }
    }

    /** An object as it comes in; empty when the SDK has to be asked. */
    Optional<Optional<ObjectBody>> open(String key) throws IOException {
        Optional<URI> link = link(key);
        return link.isEmpty() ? Optional.empty() : get(link.get(), ByteRange.ALL);
    }

    /** A part of an object as it comes in; empty when the SDK has to be asked. */
    Optional<Optional<ObjectBody>> open(String key, ByteRange range) throws IOException {
        Optional<URI> link = link(key);
        return link.isEmpty() ? Optional.empty() : get(link.get(), range);
    }

    private Optional<URI> link(String key) throws VolumeException {
        String full = location.key(StoreKeys.checked(key));
        return useless || full.isEmpty() ? Optional.empty() : connection.links().to(location.bucket(), full);
    }

    private Optional<Optional<ObjectBody>> get(URI link, ByteRange range) throws IOException {
        return switch (connection.direct().get(link, range)) {
            case Outcome.Found(ObjectBody body) -> {
                found = true;
                yield Optional.of(Optional.of(body));
            }
            case Outcome.Missing(String answer) -> found || answer.contains("NoSuchKey") ? Optional.of(Optional.empty())
                    : Optional.empty();
            case Outcome.Refused(int status) -> {
                useless = status != 403 || !found;
                yield Optional.empty();
            }
            case Outcome.NotThisWay() -> Optional.empty();
        };
    }
}
