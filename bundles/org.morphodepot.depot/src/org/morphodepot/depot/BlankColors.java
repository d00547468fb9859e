package org.morphodepot.depot;

import java.util.ArrayList;
import java.util.List;

import org.morphodepot.volume.VolumeException;

/**
 * The older colour tables of 3D Slicer: {@code index name R G B A} separated by blanks, alpha may be missing, an
 * underscore in the name is a blank, lines that begin with # are comments.
 */
final class BlankColors {

    private final ColorCells cells;
    private final Terminology none;

    BlankColors(String file, String name) {
        cells = new ColorCells(file);
        none = new Terminology(name, Concept.NONE, Concept.NONE, Concept.NONE, Concept.NONE, Concept.NONE);
    }

    List<ColorRow> rows(String text) throws VolumeException {
        List<ColorRow> rows = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\r\n|\r|\n")) {
            number++;
            String stripped = line.replace("\uFEFF", "").strip();
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                add(stripped.split("\\s+"), number, rows);
            }
        }
        return rows;
    }

    private void add(String[] words, int number, List<ColorRow> rows) throws VolumeException {
        if (words.length < 5) {
            throw cells.malformed("row " + number + " is \"" + ColorCells.shortened(String.join(" ", words))
                    + "\" instead of index, name, red, green and blue");
        }
        if (rows.size() >= ColorCells.MOST_ROWS) {
            throw cells.malformed("it has more than " + ColorCells.MOST_ROWS + " rows");
        }
        int label = cells.label(words[0]);
        String name = words[1].replace('_', ' ');
        int red = cells.value(words[2], "red", number);
        int green = cells.value(words[3], "green", number);
        int blue = cells.value(words[4], "blue", number);
        int alpha = words.length > 5 ? cells.value(words[5], "alpha", number) : 255;
        if (label >= 0 && cells.isNamed(name)) {
            rows.add(new ColorRow(label, name, red, green, blue, alpha, none));
        }
    }
}
