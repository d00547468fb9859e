package org.morphodepot.volume.nrrd.header;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How values are written in the data file. */
public enum Encoding {
    RAW("raw"), TEXT("ascii", "text", "txt"), HEX("hex"), GZIP("gzip", "gz"), BZIP2("bzip2", "bz2");

    private final List<String> words;

    Encoding(String... words) {
        this.words = List.of(words);
    }

    /** The encoding of this word, if it is one we read. */
    public static Optional<Encoding> of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (Encoding encoding : values()) {
            if (encoding.words.contains(lower)) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }

    /** The usual word. */
    public String word() {
        return words.getFirst();
    }

    /** Whether byte skips count unpacked bytes. */
    public boolean isCompressed() {
        return this == GZIP || this == BZIP2;
    }
}
