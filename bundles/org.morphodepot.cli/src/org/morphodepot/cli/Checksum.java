package org.morphodepot.cli;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Dataset.ValueSink;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;

/** SHA-256 of values as they stream by. One thread at a time. */
final class Checksum implements ValueSink {

    private final MessageDigest digest;
    private boolean untouched = true;

    Checksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void accept(byte[] values, int offset, int length) {
        digest.update(values, offset, length);
        untouched = false;
    }

    /** Whether nothing went through yet. */
    boolean isUntouched() {
        return untouched;
    }

    /** The sum of all so far in hexadecimal; begins anew. */
    String hexadecimal() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The same data set; values that somebody else reads go through here as well. */
    Dataset watching(Dataset dataset) {
        return new Dataset() {
            @Override
            public DatasetInfo info() {
                return dataset.info();
            }

            @Override
            public Volume volume() throws IOException {
                return dataset.volume();
            }

            @Override
            public void values(ValueSink sink, Progress progress) throws IOException {
                dataset.values((values, offset, length) -> {
                    Checksum.this.accept(values, offset, length);
                    sink.accept(values, offset, length);
                }, progress);
            }

            @Override
            public void close() throws IOException {
                dataset.close();
            }
        };
    }
}
