package org.morphodepot.volume.s3;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.BodySource;
import org.morphodepot.volume.spi.PartWriter;
import org.morphodepot.volume.store.StoreKeys;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Part;

/**
 * An upload in parts. One that was left unfinished is taken up again: a part that the server has is not sent once more when its
 * ETag is the MD5 of the same bytes here.
 */
final class S3Parts implements PartWriter {

    private static final int MOST_PARTS = 10_000;

    private final S3Bulk bulk;
    private final String key;
    private final String full;
    private final String upload;
    private final int count;
    private final Map<Integer, Part> earlier;
    private final Map<Integer, String> tags = new ConcurrentHashMap<>();

    private S3Parts(S3Bulk bulk, String key, String full, String upload, int count, Map<Integer, Part> earlier) {
        this.bulk = bulk;
        this.key = key;
        this.full = full;
        this.upload = upload;
        this.count = count;
        this.earlier = earlier;
    }

    static S3Parts begin(S3Bulk bulk, String key, long length, long partLength) throws IOException {
        String full = bulk.location().key(StoreKeys.checked(key));
        long count = (length + partLength - 1) / partLength;
        if (count > MOST_PARTS) {
            throw new VolumeException(Kind.TOO_LARGE, bulk.location().shown(key) + " would have more than " + MOST_PARTS
                    + " parts; choose larger ones");
        }
        Optional<String> left = unfinished(bulk, key, full);
        if (left.isPresent()) {
            return new S3Parts(bulk, key, full, left.get(), (int) count, parts(bulk, key, full, left.get()));
        }
        String upload = bulk.requests().asking(key, "write", () -> client(bulk).createMultipartUpload(
                create -> create.bucket(bulk.location().bucket()).key(full)).uploadId()).orElseThrow(bulk.requests()::noBucket);
        return new S3Parts(bulk, key, full, upload, (int) count, Map.of());
    }

    private static S3Client client(S3Bulk bulk) {
        return bulk.connection().client();
    }

    /** The latest upload of this object that was never completed; not all servers tell. */
    private static Optional<String> unfinished(S3Bulk bulk, String key, String full) {
        try {
            return bulk.requests().asking(key, "list", () -> client(bulk).listMultipartUploads(
                    list -> list.bucket(bulk.location().bucket()).prefix(full)).uploads().stream()
                    .filter(found -> found.key().equals(full) && found.initiated() != null)
                    .max(Comparator.comparing(MultipartUpload::initiated)).map(MultipartUpload::uploadId))
                    .flatMap(found -> found);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Map<Integer, Part> parts(S3Bulk bulk, String key, String full, String upload) {
        Map<Integer, Part> parts = new ConcurrentHashMap<>();
        try {
            bulk.requests().asking(key, "list", () -> {
                client(bulk).listPartsPaginator(list -> list.bucket(bulk.location().bucket()).key(full).uploadId(upload)).parts()
                        .forEach(part -> parts.put(part.partNumber() - 1, part));
                return true;
            });
        } catch (IOException e) {
            parts.clear();
        }
        return parts;
    }

    /** Not known before the bytes are compared, see {@link #write}. */
    @Override
    public boolean has(int index) {
        return false;
    }

    @Override
    public void write(int index, long length, BodySource body) throws IOException {
        Part known = earlier.get(index);
        if (known != null && known.size() == length && S3Requests.text(known.eTag()).equals(md5(body))) {
            tags.put(index, known.eTag());
            return;
        }
        Optional<S3Writes> writes = bulk.connection().writes();
        if (writes.isPresent()) {
            Optional<String> sent = writes.get().put(bulk.location().bucket(), full, "partNumber=" + (index + 1) + "&uploadId="
                    + S3Writes.encoded(upload, ""), length, body);
            if (sent.isPresent()) {
                tags.put(index, sent.get());
                return;
            }
        }
        try (SentBody sent = new SentBody(body)) {
            String bucket = bulk.location().bucket();
            String tag = bulk.requests().asking(key, "write", () -> client(bulk).uploadPart(part -> part.bucket(bucket)
                    .key(full).uploadId(upload).partNumber(index + 1).overrideConfiguration(S3Bulk.PATIENT),
                    sent.request(length)).eTag()).orElseThrow(this::vanished);
            tags.put(index, tag);
        }
    }

    private static String md5(BodySource body) throws IOException {
        try (InputStream in = body.open()) {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            byte[] buffer = new byte[128 << 10];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    private VolumeException vanished() {
        return new VolumeException(Kind.UNREACHABLE, "the server has forgotten the upload of " + bulk.location().shown(key)
                + "; try again");
    }

    @Override
    public String complete() throws IOException {
        CompletedPart[] parts = IntStream.range(0, count)
                .mapToObj(i -> CompletedPart.builder().partNumber(i + 1).eTag(tags.get(i)).build()).toArray(CompletedPart[]::new);
        return bulk.requests().asking(key, "write", () -> S3Requests.text(client(bulk).completeMultipartUpload(
                all -> all.bucket(bulk.location().bucket()).key(full).uploadId(upload).overrideConfiguration(S3Bulk.PATIENT)
                        .multipartUpload(list -> list.parts(parts))).eTag())).orElseThrow(this::vanished);
    }

    @Override
    public void discard() throws IOException {
        bulk.requests().asking(key, "delete", () -> client(bulk).abortMultipartUpload(
                end -> end.bucket(bulk.location().bucket()).key(full).uploadId(upload)));
    }

    @Override
    public void close() {
        // what the server has stays for another try
    }
}
