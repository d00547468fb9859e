package org.morphodepot.volume.s3;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

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
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects below a prefix of a bucket, to be moved. */
final class S3Bulk implements BulkStore {

    /** Sending some MiB over a slow line takes longer than any other request. */
    static final AwsRequestOverrideConfiguration PATIENT = AwsRequestOverrideConfiguration.builder()
            .apiCallTimeout(Duration.ofHours(2)).build();

    private final Address root;
    private final S3Location location;
    private final S3Connection connection;
    private final S3Trouble trouble;
    private final S3Reads reads;

    S3Bulk(Address root, S3Location location, S3Connection connection) {
        this.root = root;
        this.location = location;
        this.connection = connection;
        this.trouble = new S3Trouble(location, connection);
        this.reads = new S3Reads(location, connection);
    }

    @Override
    public Address root() {
        return root;
    }

    @Override
    public boolean walk(String prefix, boolean deep, EntrySink sink) throws IOException {
        String full = location.key(StoreKeys.checked(prefix));
        String below = full.isEmpty() ? "" : full + "/";
        int skip = location.prefix().isEmpty() ? 0 : location.prefix().length() + 1;
        String next = null;
        do {
            ListObjectsV2Request request = ListObjectsV2Request.builder().bucket(location.bucket()).prefix(below)
                    .delimiter(deep ? null : "/").continuationToken(next).build();
            Optional<ListObjectsV2Response> page = asking(prefix, "list", () -> connection.client().listObjectsV2(request));
            if (page.isEmpty()) {
                return true;
            }
            for (CommonPrefix folder : page.get().commonPrefixes()) {
                sink.accept(ObjectEntry.folder(folder.prefix().substring(skip)));
            }
            for (S3Object object : page.get().contents()) {
                boolean folder = object.key().endsWith("/"); // a mark that says that there is one
                if (!folder && object.size() != null) {
                    sink.accept(new ObjectEntry(object.key().substring(skip), object.size(), text(object.eTag()),
                            Optional.ofNullable(object.lastModified())));
                }
            }
            String token = page.get().nextContinuationToken();
            next = token == null || token.equals(next) ? null : token;
        } while (next != null);
        return true;
    }

    @Override
    public Optional<ObjectEntry> entry(String key) throws IOException {
        String full = location.key(StoreKeys.checked(key));
        if (full.isEmpty()) {
            return Optional.empty();
        }
        Optional<HeadObjectResponse> head = asking(key, "read",
                () -> connection.client().headObject(ask -> ask.bucket(location.bucket()).key(full)));
        return head.map(found -> new ObjectEntry(key, found.contentLength(), text(found.eTag()),
                Optional.ofNullable(found.lastModified())));
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
        Optional<ResponseInputStream<GetObjectResponse>> body = asking(key, "read", () -> connection.client().getObject(
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
            PutObjectResponse answer = asking(key, "write", () -> connection.client().putObject(
                    put -> put.bucket(location.bucket()).key(full).overrideConfiguration(PATIENT), sent.request(length)))
                    .orElseThrow(trouble::noBucket);
            return text(answer.eTag());
        }
    }

    @Override
    public PartWriter writeInParts(String key, long length, long partLength, String state) throws IOException {
        return S3Parts.begin(this, key, length, partLength);
    }

    @Override
    public void delete(String key) throws IOException {
        String full = location.key(StoreKeys.checked(key));
        asking(key, "delete", () -> connection.client().deleteObject(del -> del.bucket(location.bucket()).key(full)));
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

    IOException noBucket() {
        return trouble.noBucket();
    }

    /** Empty when there is no such object. */
    <T> Optional<T> asking(String key, String verb, Supplier<T> request) throws IOException {
        try {
            return Optional.of(request.get());
        } catch (SdkException | IllegalStateException | RejectedExecutionException e) {
            if (S3Trouble.isMissingObject(e)) {
                return Optional.empty();
            }
            throw trouble.explain(key, verb, e);
        } catch (SentBody.SourceTrouble e) {
            throw e.getCause();
        }
    }

    static String text(String tag) {
        return tag == null ? "" : tag.replace("\"", "");
    }
}
