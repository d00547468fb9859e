package org.morphodepot.volume.nrrd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.zip.GZIPOutputStream;

/** Builds small NRRD files for tests; begins as a valid raw file of unsigned char. */
final class Nrrd {

    private final Map<String, String> fields = new LinkedHashMap<>();
    private String magic = "NRRD0005";
    private String more = "";
    private byte[] data = new byte[0];

    static Nrrd of(String type, String sizes) {
        Nrrd nrrd = new Nrrd();
        return nrrd.with("type", type).with("dimension", Integer.toString(sizes.split(" ").length)).with("sizes", sizes)
                .with("encoding", "raw").with("endian", "little");
    }

    Nrrd magic(String text) {
        magic = text;
        return this;
    }

    Nrrd with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    Nrrd without(String field) {
        fields.remove(field);
        return this;
    }

    /** Lines after the fields, each with its end. */
    Nrrd lines(String text) {
        more = text;
        return this;
    }

    Nrrd data(byte... bytes) {
        data = bytes;
        return this;
    }

    byte[] bytes() {
        StringJoiner header = new StringJoiner("\n", magic + "\n", "\n" + more + "\n");
        fields.forEach((field, value) -> header.add(field + ": " + value));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header.toString().getBytes(StandardCharsets.UTF_8));
        out.writeBytes(data);
        return out.toByteArray();
    }

    Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    /** 0, 1, 2, … */
    static byte[] counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
