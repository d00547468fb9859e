package org.morphodepot.label.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.label.Edit;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.journal.LabelJournal.Waste;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelSize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Each step of the change to a compacted file, and each of them on a disk that fails. */
class SuccessorTest {

    @TempDir
    private Path folder;
    private JournalFile journal;
    private final List<String> names = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        journal = JournalFile.open(folder.resolve("work.journal"));
        journal.begin("base");
        journal.append(edit("first"));
        journal.append(edit("forgotten"));
        journal.append(new Event.Undone());
        journal.append(edit("second"));
        journal.append(new Event.Saved("saved", 4));
        force();
        names.addAll(List.of("first", "forgotten", "undone", "second", "saved 4"));
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private static Event.Applied edit(String name) {
        Labelling labelling = new Labelling(Segmentation.empty(new VoxelSize(70, 40, 66), Geometry.of(1, 1, 1, "mm")));
        LabelJournalTest.step(labelling, 1);
        Edit edit = labelling.history().getFirst();
        return new Event.Applied(new Edit(name, edit.tool(), edit.when(), edit.parameters(), edit.blocks(), edit.segments(),
                edit.box()));
    }

    private void append(Event event, String name) throws IOException {
        journal.append(event);
        names.add(name);
        assertHolds(names);
    }

    private void force() throws IOException {
        journal.gather();
        journal.force();
    }

    /** What a start after a kill at this moment would find. */
    private void assertHolds(List<String> expected) throws IOException {
        Path copy = Files.copy(journal.path(), folder.resolve("killed"));
        try (JournalFile killed = JournalFile.open(copy)) {
            JournalReader.Contents found = JournalReader.read(killed);
            assertFalse(found.damaged());
            assertEquals(expected, found.events().stream().map(SuccessorTest::name).toList());
        }
        Files.delete(copy);
    }

    private static String name(Event event) {
        return switch (event) {
            case Event.Applied applied -> applied.edit().name();
            case Event.Undone _ -> "undone";
            case Event.Redone _ -> "redone";
            case Event.Saved saved -> saved.snapshot() + " " + saved.steps();
        };
    }

    private Successor successor() throws IOException {
        return Successor.create(journal.path(), journal.plan(4, new Waste(0, 0)).orElseThrow(), () -> false);
    }

    private void compacted(int from) {
        List<String> rest = List.copyOf(names.subList(from, names.size()));
        names.clear();
        names.addAll(List.of("first", "second", "saved 2"));
        names.addAll(rest);
    }

    @Test
    void everyStep_leavesAWholeFileUnderTheName() throws IOException {
        try (Successor next = successor()) {
            next.copy().begin(journal.channel());
            append(edit("third"), "third");
            next.copy().follow(journal.channel(), journal.forced());
            append(edit("fourth"), "fourth");
            journal.lead(next);
            append(new Event.Undone(), "undone");
            force();
            append(new Event.Saved("later", 6), "later 6");
            journal.giveWayTo(next);
            compacted(5);
            names.set(names.size() - 1, "later 4");
            assertHolds(names);
            assertTrue(next.isInPlace());
        }
        append(edit("fifth"), "fifth");
        append(new Event.Saved("last", 8), "last 6");
        force();
        assertHolds(names);
    }

    @Test
    void failureOfTheSuccessor_leavesTheJournal() throws IOException {
        try (Successor next = successor()) {
            next.copy().begin(journal.channel());
            journal.lead(next);
            next.file().close();
            append(edit("third"), "third");
            force();
            journal.giveWayTo(next);
            assertFalse(next.isInPlace());
        }
        append(edit("fourth"), "fourth");
    }

    @Test
    void failureToForceTheSuccessor_leavesTheJournal() throws IOException {
        try (Successor next = successor()) {
            next.copy().begin(journal.channel());
            append(edit("third"), "third");
            journal.lead(next);
            next.file().close();
            force();
            journal.giveWayTo(next);
            assertFalse(next.isInPlace());
        }
        assertHolds(names);
    }

    @Test
    void failureToRename_leavesTheJournal() throws IOException {
        try (Successor next = successor()) {
            next.copy().begin(journal.channel());
            journal.lead(next);
            Files.delete(next.temporary());
            assertThrows(IOException.class, () -> journal.giveWayTo(next));
        }
        append(edit("third"), "third");
        force();
        assertHolds(names);
    }

    @Test
    void whatIsTakenBack_isNotInTheSuccessorEither() throws IOException {
        try (Successor next = successor()) {
            next.copy().begin(journal.channel());
            journal.lead(next);
            append(edit("lost"), "lost");
            journal.takeBack();
            names.removeLast();
            assertHolds(names);
            journal.lead(next);
            append(edit("third"), "third");
            journal.giveWayTo(next);
            assertFalse(next.isInPlace(), "it was given up for good");
        }
        assertHolds(names);
    }

    @Test
    void whatIsTakenBackAfterTheChange_isNotWrittenTwice() throws IOException {
        try (Successor next = successor()) {
            next.copy().begin(journal.channel());
            append(edit("third"), "third");
            journal.lead(next);
            force();
            append(edit("fourth"), "fourth");
            journal.giveWayTo(next);
        }
        compacted(5);
        journal.takeBack();
        names.removeLast();
        assertHolds(names);
        append(edit("fourth"), "fourth");
    }

    @Test
    void takingBackBeforeAnythingIsForced_keepsWhatWasThere() throws IOException {
        Path copy = Files.copy(journal.path(), folder.resolve("copy"));
        try (JournalFile opened = JournalFile.open(copy)) {
            opened.goOn(JournalReader.read(opened));
            opened.append(new Event.Undone());
            opened.takeBack();
            assertEquals(5, JournalReader.read(opened).events().size());
        }
        Files.delete(copy);
    }

    @Test
    void stateBeforeTheCompactedOne_isNotSavedAfterwards() throws IOException {
        journal.plan(4, new Waste(0, 0)).orElseThrow();
        journal.append(new Event.Saved("old", 3));
        assertHolds(names);
    }
}
