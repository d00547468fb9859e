package org.morphodepot.work.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.morphodepot.depot.Question;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.volume.io.AtomicFile;
import org.morphodepot.volume.io.DiskTrouble;
import org.morphodepot.work.WorkException;

/** Depots as comma-separated text in UTF-8 with one heading line, for spreadsheets. */
public final class DepotTable {

    private static final List<String> FIRST = List.of("repository", "owner", "tier", "url", "active", "sizeBytes",
            "scanDimensions", "scanSpacing", "screenshots", "captions");

    private final ForgeAddress forge;

    public DepotTable(ForgeAddress forge) {
        this.forge = forge;
    }

    /** The file appears whole or not at all. */
    public void write(List<DepotCard> cards, Path file) throws WorkException {
        try (AtomicFile out = AtomicFile.create(file)) {
            out.out().write(text(cards).getBytes(StandardCharsets.UTF_8));
            out.commit();
        } catch (IOException e) {
            throw WorkException.of(DiskTrouble.writing(file, e));
        }
    }

    String text(List<DepotCard> cards) {
        List<String> heading = new ArrayList<>(FIRST);
        for (Question question : Question.values()) {
            heading.add(question.key());
        }
        StringBuilder text = new StringBuilder(row(heading));
        cards.forEach(card -> text.append(row(cells(card))));
        return text.toString();
    }

    private List<String> cells(DepotCard card) {
        List<String> cells = new ArrayList<>(List.of(card.repo().name(), card.repo().owner(), card.tier().words(),
                forge.web() + "/" + card.repo(), card.active().map(Object::toString).orElse(""),
                card.size().isPresent() ? Long.toString(card.size().getAsLong()) : "", card.dimensions(), card.spacing(),
                Integer.toString(card.shots().size()),
                card.shots().stream().map(shot -> DepotCard.line(shot.caption())).collect(Collectors.joining("; "))));
        for (Question question : Question.values()) {
            cells.add(card.answer(question));
        }
        return cells;
    }

    private static String row(List<String> cells) {
        return cells.stream().map(DepotTable::cell).collect(Collectors.joining(",", "", "\n"));
    }

    /** Spreadsheets would run a stranger's text that starts like a formula: an apostrophe before it keeps it a text. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("[^\",\n\r]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
