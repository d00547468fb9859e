package org.morphodepot.volume.s3;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.spi.BodySource;
import org.morphodepot.volume.spi.BulkStore;
import org.morphodepot.volume.spi.ByteRange;
import org.morphodepot.volume.spi.ObjectBody;
import org.morphodepot.volume.spi.ObjectEntry;
import org.morphodepot.volume.spi.PartWriter;
import org.morphodepot.volume.store.StoreKeys;

import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Objects below a prefix of a bucket, to be moved. */
final class S3Bulk implements BulkStore {

    /** Sending some MiB over a slow line takes longer than any other request. */
    static final AwsRequestOverrideConfiguration PATIENT = AwsRequestOverrideConfiguration.builder()
            .apiCallTimeout(Duration.ofHours(2)).build();

    private final Address root;
    private final S3Location location;
    private final S3Connection connection;
    private final S3Requests requests;
    private final S3Reads reads;

    S3Bulk(Address root, S3Location location, S3Connection connection) {
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
    public boolean walk(String prefix, boolean deep, EntrySink sink) throws IOException {
        int skip = location.prefix().isEmpty() ? 0 : location.prefix().length() + 1;
        requests.list(prefix, deep, page -> {
            for (String folder : page.folders()) {
                sink.accept(ObjectEntry.folder(folder.substring(skip)));
            }
            for (ObjectEntry object : page.objects()) {
                if (!object.key().endsWith("/")) { // else a mark that says that there is a folder
                    sink.accept(new ObjectEntry(object.key().substring(skip), object.size(), object.tag(), object.modified()));
                }
            }
        });
        return true;
    }

    @Override
    public Optional<ObjectEntry> entry(String key) throws IOException {
        if (location.key(StoreKeys.checked(key)).isEmpty()) {
            return Optional.empty();
        }
        return requests.factsIfThere(key).map(found -> new ObjectEntry(key, found.size(), S3Requests.text(found.tag()),
                found.modified()));
    }

    @Override
    public Optional<ObjectBody> open(String key, long offset, long length) throws IOException {
        if (length == 0) {
            return Optional.of(ObjectBody.of(new byte[0]));
        }
        String full = location.key(StoreKeys.checked(key));
        if (length <= Integer.MAX_VALUE) {
            Optional<Optional<ObjectBody>> body = reads.open(key, new ByteRange.Part(offset, (int) length));
            if (body.isPresent() && (body.get().isEmpty() || body.get().get().length() == length)) {
                return body.get();
            }
            if (body.isPresent()) {
                body.get().get().close();
            }
        }
        String range = "bytes=" + offset + "-" + (offset + length - 1);
        Optional<ResponseInputStream<GetObjectResponse>> body = requests.asking(key, "read", () -> connection.client().getObject(
                get -> get.bucket(location.bucket()).key(full).range(range)));
        return body.map(stream -> new ObjectBody(length, new S3Body(stream, location.shown(key), length)));
    }

    @Override
    public String write(String key, long length, BodySource body) throws IOException {
        String full = location.key(StoreKeys.checked(key));
        Optional<S3Writes> writes = connection.writes();
        Optional<String> tag = writes.isEmpty() ? Optional.empty()
                : writes.get().put(location.bucket(), full, "", length, body);
        if (tag.isPresent()) {
            return tag.get();
        }
        try (SentBody sent = new SentBody(body)) {
            PutObjectResponse answer = requests.asking(key, "write", () -> connection.client().putObject(
                    put -> put.bucket(location.bucket()).key(full).overrideConfiguration(PATIENT), sent.request(length)))
                    .orElseThrow(requests::noBucket);
            return S3Requests.text(answer.eTag());
        }
    }

    @Override
    public PartWriter writeInParts(String key, long length, long partLength, String state) throws IOException {
        return S3Parts.begin(this, key, length, partLength);
    }

    @Override
    public void delete(String key) throws IOException {
        requests.delete(key);
    }

    @Override
    public void close() {
        // the connection is shared
    }

    S3Location location() {
        return location;
    }

    S3Connection connection() {
        return connection;
    }

    S3Requests requests() {
        return requests;
    }
}
