package org.morphodepot.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.morphodepot.volume.spi.BodyStream;

/**
 * Counts, checks and holds back the bytes of a file or a part of it, each once however often it is read: a signature and a
 * second try read it again. One thread at a time.
 */
final class PartMeter {

    private final Throttle throttle;
    private final Item item;
    private final long start;
    private final long length;
    private final MessageDigest md5;
    private final MessageDigest sha256;
    private long furthest;

    PartMeter(Throttle throttle, Item item, long start, long length, boolean md5, boolean sha256) {
        this.throttle = throttle;
        this.item = item;
        this.start = start;
        this.length = length;
        this.md5 = md5 ? digest("MD5") : null;
        this.sha256 = sha256 ? digest("SHA-256") : null;
    }

    static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + name, e);
        }
    }

    long start() {
        return start;
    }

    long length() {
        return length;
    }

    /** Of all bytes; only once, and only when it was asked for and all have been read. */
    byte[] md5() {
        return md5.digest();
    }

    /** Whether all bytes went through here, and not through an earlier transfer. */
    boolean isComplete() {
        return furthest == length;
    }

    String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    InputStream watch(InputStream in) {
        return new Watched(in);
    }

    private final class Watched extends BodyStream {

        private final InputStream in;
        private long at;

        Watched(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            int before = into.position();
            int n = read(in, into);
            if (n > 0) {
                at += n;
                passed(into.duplicate().flip().position(before), at);
            }
            return n;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private void passed(ByteBuffer bytes, long at) {
        int fresh = Math.clamp(at - furthest, 0, bytes.remaining());
        if (fresh == 0) {
            return;
        }
        furthest = at;
        bytes.position(bytes.limit() - fresh);
        if (md5 != null) {
            md5.update(bytes.duplicate());
        }
        if (sha256 != null) {
            sha256.update(bytes.duplicate());
        }
        item.add(fresh);
        throttle.pass(fresh);
    }
}
