package org.morphodepot.volume.s3;

import java.io.EOFException;
import java.io.IOException;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.TaggedBytes;
import org.morphodepot.volume.store.StoreLimits;

import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Takes the body of an answer into memory, at most as much as was asked for; a body that breaks off is asked for again.
 *
 * @param name of the object, for messages
 * @param limit bytes asked for; empty when the whole object was
 */
record S3Bytes(String name, java.util.OptionalInt limit) implements ResponseTransformer<GetObjectResponse, TaggedBytes> {

    @Override
    public TaggedBytes transform(GetObjectResponse answer, AbortableInputStream body) throws VolumeException {
        long length = answer.contentLength() == null ? -1 : answer.contentLength();
        try {
            check(answer, length);
        } catch (VolumeException e) {
            body.abort();
            throw e;
        }
        try {
            byte[] bytes = body.readNBytes((int) (length < 0 ? StoreLimits.wholeObject() : length));
            if (bytes.length < length) {
                throw new EOFException(bytes.length + " of " + length + " bytes");
            }
            return new TaggedBytes(bytes, answer.eTag() == null ? "" : answer.eTag());
        } catch (IOException e) {
            throw RetryableException.create("the connection broke off while " + name + " was read", e);
        }
    }

    private void check(GetObjectResponse answer, long length) throws VolumeException {
        if (limit.isPresent() && (answer.contentRange() == null || length > limit.getAsInt())) {
            throw new VolumeException(Kind.UNSUPPORTED, name + ": the server cannot send parts of an object;"
                    + " download it and open it from this computer");
        }
        if (length > StoreLimits.wholeObject()) {
            throw StoreLimits.tooLarge(name, length);
        }
    }
}
