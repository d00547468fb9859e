package org.morphodepot.viewer.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import org.morphodepot.label.journal.LabelJournal;

/**
 * A note beside a journal that is about to get another name, because its labels are being saved under one. A crash between
 * the saved file and the new name then costs nothing: the next opening of the file follows the note.
 */
final class JournalMove {

    private static final String NOTE = ".from";
    private static final int LONGEST_NAME = 200;

    private JournalMove() {
    }

    /** Before the labels appear. */
    static void announce(Path journal, Path target) throws IOException {
        Files.writeString(note(target), journal.getFileName().toString());
    }

    /** After the journal has its new name. */
    static void done(Path target) throws IOException {
        Files.deleteIfExists(note(target));
    }

    /** Gives a journal its new name that a crash has kept from it, when it leads to the state {@code base}. */
    static void finish(Path place, String name, String base) throws IOException {
        Path target = place.resolve(name);
        Optional<Path> source = source(target);
        if (source.isPresent() && Files.isRegularFile(source.get()) && LabelJournal.knows(source.get(), base)) {
            Files.move(source.get(), target, StandardCopyOption.REPLACE_EXISTING);
        }
        done(target);
    }

    private static Optional<Path> source(Path target) throws IOException {
        Path note = note(target);
        if (!Files.isRegularFile(note) || Files.size(note) > LONGEST_NAME) {
            return Optional.empty();
        }
        String name = new String(Files.readAllBytes(note), StandardCharsets.UTF_8);
        return name.matches("[0-9a-f]+(-[0-9]+)?\\.journal") ? Optional.of(target.resolveSibling(name)) : Optional.empty();
    }

    private static Path note(Path target) {
        return target.resolveSibling(target.getFileName() + NOTE);
    }
}
