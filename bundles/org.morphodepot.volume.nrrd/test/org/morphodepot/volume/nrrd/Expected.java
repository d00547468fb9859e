package org.morphodepot.volume.nrrd;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.morphodepot.testing.RealData;

/** A line of the tables that say what teem's unu reads from the real files. */
record Expected(String file, String type, List<Long> sizes, String sha256) {

    static Stream<Expected> all() throws IOException {
        if (!RealData.isHere()) {
            return Stream.empty();
        }
        return Stream.concat(table("nrrd_expected.tsv", ""), table("nrrd/teem/expected.tsv", "nrrd/teem/"));
    }

    private static Stream<Expected> table(String table, String folder) throws IOException {
        return Files.readAllLines(RealData.path(table)).stream().filter(line -> !line.startsWith("#")).map(line -> {
            String[] cells = line.split("\t");
            List<Long> sizes = Arrays.stream(cells[2].split(" ")).map(Long::valueOf).toList();
            return new Expected(folder + cells[0], cells[1], sizes, cells[3]);
        });
    }

    boolean isReadable() {
        return sha256.length() == 64;
    }

    @Override
    public String toString() {
        return file;
    }
}
