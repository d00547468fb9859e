package org.morphodepot.depot;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated text: quoted cells with doubled quotes and line breaks inside, and any line end. */
final class CsvText {

    private final String text;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int at;

    private CsvText(String text) {
        this.text = text;
    }

    /** Cells by row; blank lines give no row. */
    static List<List<String>> rows(String text) {
        CsvText csv = new CsvText(text.startsWith("\uFEFF") ? text.substring(1) : text);
        while (csv.at < csv.text.length()) {
            csv.cell();
        }
        csv.endRow();
        return csv.rows;
    }

    private void cell() {
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                boolean doubled = quoted && at < text.length() && text.charAt(at) == '"';
                cell.append(doubled ? "\"" : "");
                at += doubled ? 1 : 0;
                quoted = doubled || !quoted;
            } else if (!quoted && c == ',') {
                row.add(cell.toString());
                if (at == text.length()) {
                    row.add("");
                }
                return;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                row.add(cell.toString());
                endRow();
                return;
            } else {
                cell.append(c);
            }
        }
        row.add(cell.toString());
    }

    private void endRow() {
        if (row.size() > 1 || row.size() == 1 && !row.getFirst().isBlank()) {
            rows.add(row);
        }
        row = new ArrayList<>();
    }
}
