package org.morphodepot.depot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.morphodepot.label.Segment;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.io.AtomicFile;
import org.morphodepot.volume.io.DiskTrouble;

/**
 * The structures of a depot with their colours and terms: a {@code .csv} of MorphoDepot, or an older {@code .ctbl} or
 * {@code .txt} of 3D Slicer. Rows without a name or with a negative label are left out.
 *
 * @param name without the file's extension; it is the context of the terms
 * @param rows in file order, the background row (label 0) included when there is one
 */
public record ColorTable(String name, List<ColorRow> rows) {

    private static final long LARGEST_FILE = 16 << 20;

    public ColorTable {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a table.
     *
     * @throws VolumeException when there is no such file, or it is no colour table; the message says which row is wrong
     */
    public static ColorTable read(Path file) throws IOException {
        String fileName = file.getFileName().toString();
        String text;
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new VolumeException(Kind.TOO_LARGE, file + " is too large for a colour table");
            }
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw DiskTrouble.reading(file, e);
        }
        String name = fileName.contains(".") ? fileName.substring(0, fileName.lastIndexOf('.')) : fileName;
        List<ColorRow> rows = fileName.toLowerCase(Locale.ROOT).endsWith(".csv")
                ? new CsvColors(file.toString(), name).rows(text)
                : new BlankColors(file.toString(), name).rows(text);
        return new ColorTable(name, rows);
    }

    /**
     * The table of a depot's folder as the extension finds it: the first {@code .csv}, else the first {@code .ctbl}.
     */
    public static Optional<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            return first(sorted, ".csv").or(() -> first(sorted, ".ctbl"));
        }
    }

    private static Optional<Path> first(List<Path> files, String ending) {
        return files.stream().filter(f -> f.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending))
                .findFirst();
    }

    /** Segments of all rows but the background, without ids. */
    public List<Segment> segments() {
        return rows.stream().filter(row -> row.label() > 0).map(ColorRow::segment).toList();
    }

    /** The text of the {@code .csv} as 3D Slicer writes it. */
    public String csv() {
        return CsvColors.text(rows);
    }

    /** Writes the {@code .csv}; it appears complete or not at all. */
    public void write(Path file) throws IOException {
        try (AtomicFile target = AtomicFile.create(file)) {
            target.out().write(csv().getBytes(StandardCharsets.UTF_8));
            target.commit();
        }
    }
}
