package org.morphodepot.label.segnrrd;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The simplest reader of an attached raw or gzip NRRD file, to check the real ones with. */
record RawNrrd(String magic, List<String> lines, byte[] values) {

    static RawNrrd read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = 0;
        while (bytes[end] != '\n' || bytes[end + 1] != '\n') {
            end++;
        }
        List<String> lines = List.of(new String(bytes, 0, end, StandardCharsets.UTF_8).split("\n"));
        try (ByteArrayInputStream in = new ByteArrayInputStream(bytes, end + 2, bytes.length - end - 2)) {
            byte[] values = lines.contains("encoding: raw") ? in.readAllBytes() : new GZIPInputStream(in).readAllBytes();
            return new RawNrrd(lines.getFirst(), lines.subList(1, lines.size()), values);
        }
    }

    /** The text after {@code ": "} or {@code ":="}. */
    String value(String key) {
        return lines.stream().filter(l -> l.startsWith(key + ": ") || l.startsWith(key + ":=")).findFirst()
                .map(l -> l.substring(key.length() + 2)).orElse(null);
    }
}
