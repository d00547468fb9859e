package org.morphodepot.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.BulkStore;
import org.morphodepot.volume.spi.ObjectBody;

/**
 * Compares a copy with what was read, and tells its checksum. The tag of an S3 object in one piece is usually the MD5 of its
 * bytes, that of one in parts the MD5 of their MD5s; where the tag is something else, the copy is read again.
 */
record Verification(TransferOrder order, BulkStore from, BulkStore to, Task task, List<PartMeter> meters) {

    private static final int BUFFER = 256 << 10;

    /** {@code tag} is that of the copy. */
    void check(String tag) throws IOException {
        if (order.verify()) {
            compare(tag);
        }
        if (order.checksum()) {
            boolean streamed = meters.size() == 1 && meters.getFirst().isComplete();
            boolean here = to.root().isFile();
            task.item().checksum(streamed ? meters.getFirst().sha256()
                    : HexFormat.of().formatHex(here ? digest("SHA-256", to, task.target(), 0, task.source().size())
                            : digest("SHA-256", from, task.source().key(), 0, task.source().size())));
        }
    }

    private void compare(String tag) throws IOException {
        byte[][] sums = new byte[meters.size()][];
        for (int i = 0; i < sums.length; i++) {
            PartMeter meter = meters.get(i);
            sums[i] = meter.isComplete() ? meter.md5()
                    : digest("MD5", from, task.source().key(), meter.start(), meter.length());
        }
        String plain = HexFormat.of().formatHex(sums[0]);
        boolean fromTag = sums.length == 1 && isMd5(task.source().tag());
        if (fromTag && !plain.equals(task.source().tag()) && !from.root().uri().getScheme().startsWith("http")) {
            // a tag that only looks like an MD5 is common at web servers, at object stores it is encryption
            rereadSource(plain);
        }
        if (!(sums.length == 1 ? plain : joined(sums)).equals(tag)) {
            reread(sums);
        }
    }

    private static boolean isMd5(String tag) {
        return tag.matches("[0-9a-f]{32}");
    }

    private static String joined(byte[][] sums) {
        MessageDigest all = PartMeter.digest("MD5");
        for (byte[] sum : sums) {
            all.update(sum);
        }
        return HexFormat.of().formatHex(all.digest()) + "-" + sums.length;
    }

    private void rereadSource(String sum) throws IOException {
        byte[] again = digest("MD5", from, task.source().key(), 0, task.source().size());
        if (!HexFormat.of().formatHex(again).equals(sum)) {
            throw damaged();
        }
    }

    private void reread(byte[][] sums) throws IOException {
        for (int i = 0; i < sums.length; i++) {
            PartMeter meter = meters.get(i);
            if (!Arrays.equals(sums[i], digest("MD5", to, task.target(), meter.start(), meter.length()))) {
                throw damaged();
            }
        }
    }

    private VolumeException damaged() {
        return new VolumeException(Kind.MALFORMED, "the copy of " + task.item().key()
                + " differs from what was read; copy it again");
    }

    private byte[] digest(String algorithm, BulkStore store, String key, long start, long length) throws IOException {
        MessageDigest digest = PartMeter.digest(algorithm);
        ObjectBody body = store.open(key, start, length).orElseThrow(
                () -> new VolumeException(Kind.NOT_FOUND, task.item().key() + " is not there any more"));
        try (InputStream in = body.bytes()) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return digest.digest();
    }
}
