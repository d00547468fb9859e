package org.morphodepot.depot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.morphodepot.volume.VolumeException;

/** The colour table of MorphoDepot: a header row and 21 columns, of which only LabelValue must be there. */
final class CsvColors {

    private static final List<String> CONCEPTS = List.of("Category", "Type", "TypeModifier", "Region",
            "RegionModifier");
    private static final List<String> PARTS = List.of("CodingScheme", "CodeValue", "CodeMeaning");

    private final ColorCells cells;
    private final String name;
    private final Map<String, Integer> columns = new HashMap<>();

    CsvColors(String file, String name) {
        cells = new ColorCells(file);
        this.name = name;
    }

    List<ColorRow> rows(String text) throws VolumeException {
        List<List<String>> lines = CsvText.rows(text);
        List<String> head = lines.isEmpty() ? List.of() : lines.getFirst();
        for (int i = 0; i < head.size(); i++) {
            columns.putIfAbsent(head.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        if (!columns.containsKey("labelvalue")) {
            throw cells.malformed("its first row names no column LabelValue");
        }
        if (lines.size() > ColorCells.MOST_ROWS + 1) {
            throw cells.malformed("it has more than " + ColorCells.MOST_ROWS + " rows");
        }
        List<ColorRow> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            add(lines.get(i), i + 1, rows);
        }
        return rows;
    }

    private void add(List<String> line, int number, List<ColorRow> rows) throws VolumeException {
        int label = cells.label(cell(line, "LabelValue"));
        String title = columns.containsKey("name") ? cell(line, "Name") : Integer.toString(label);
        if (label < 0 || !cells.isNamed(title)) {
            return;
        }
        rows.add(new ColorRow(label, title, value(line, "Color_R", number, 128), value(line, "Color_G", number, 128),
                value(line, "Color_B", number, 128), value(line, "Color_A", number, 255), terms(line)));
    }

    private Terminology terms(List<String> line) {
        List<Concept> concepts = CONCEPTS.stream().map(c -> new Concept(cell(line, c + "_CodingScheme"),
                cell(line, c + "_CodeValue"), cell(line, c + "_CodeMeaning"))).toList();
        return new Terminology(name, concepts.get(0), concepts.get(1), concepts.get(2), concepts.get(3),
                concepts.get(4));
    }

    /** A missing column or an empty cell means {@code fallback}. */
    private int value(List<String> line, String column, int number, int fallback) throws VolumeException {
        String cell = cell(line, column);
        return cell.isBlank() ? fallback : cells.value(cell, column, number);
    }

    private String cell(List<String> line, String column) {
        int index = columns.getOrDefault(column.toLowerCase(Locale.ROOT), Integer.MAX_VALUE);
        return index < line.size() ? line.get(index) : "";
    }

    /** Texts are quoted, numbers are not; lines end with a line feed. */
    static String text(List<ColorRow> rows) {
        StringBuilder text = new StringBuilder();
        List<String> head = new ArrayList<>(List.of("LabelValue", "Name", "Color_R", "Color_G", "Color_B", "Color_A"));
        CONCEPTS.forEach(c -> PARTS.forEach(part -> head.add(c + "_" + part)));
        text.append(String.join(",", head.stream().map(CsvColors::quoted).toList())).append('\n');
        for (ColorRow row : rows) {
            text.append(row.label()).append(',').append(quoted(row.name())).append(',').append(row.red()).append(',')
                    .append(row.green()).append(',').append(row.blue()).append(',').append(row.alpha());
            for (Concept c : row.terms().concepts()) {
                text.append(',').append(quoted(c.scheme())).append(',').append(quoted(c.code())).append(',')
                        .append(quoted(c.meaning()));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** 3D Slicer cannot read quotes inside a text. */
    private static String quoted(String cell) {
        return '"' + cell.replace('"', '\'').replaceAll("\\p{Cntrl}+", " ") + '"';
    }
}
