package org.morphodepot.work.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.depot.ColorRow;
import org.morphodepot.depot.Concept;
import org.morphodepot.depot.TaskBlock;
import org.morphodepot.depot.TaskBlock.Structure;
import org.morphodepot.github.Issue;
import org.morphodepot.github.IssueQuery;
import org.morphodepot.github.Person;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.WorkException.Kind;
import org.morphodepot.work.tasks.Task;
import org.morphodepot.work.tasks.TaskState;

/** Batches of tasks on the practice forge. */
class NewTasksTest {

    @TempDir
    Path folder;

    private DirectorsDesk room;
    private Account director;

    @BeforeEach
    void open() throws IOException {
        room = new DirectorsDesk(folder);
        director = room.account("director");
    }

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    private static Structure structure(int label, String name) {
        return new Structure(OptionalInt.of(label), name, new Concept("SCT", "12" + label, name));
    }

    private static TaskDraft draft(int label, String name, String... who) {
        List<Structure> one = List.of(structure(label, name));
        return TaskDraft.of(TaskBlock.EMPTY.withStructures(one).withRegion(Optional.of(new VoxelBox(1, 2, 3, 4, 5, 6))),
                TaskDraft.title(one), List.of(who));
    }

    private List<Issue> made() throws IOException {
        return room.elsewhere("director").issues(room.depot).list(IssueQuery.all()).stream().filter(i -> i.number() > 4).toList();
    }

    @Test
    void structures_becomeAssignedIssuesWithTaskBlocks() throws IOException {
        NewTasks batch = NewTasks.plan(room.desk, director, room.depot, List.of(draft(3, "left eye", "sam"),
                draft(4, "right ear", "robin", "sam")));
        List<MadeTask> made = batch.run(Progress.NONE);
        assertTrue(made.stream().allMatch(MadeTask::isComplete), made.toString());
        TaskBoard board = TaskBoard.ask(room.desk, director, room.depot, Progress.NONE).value();
        Task right = board.tasks().stream().filter(t -> t.title().equals("Right ear")).findFirst().orElseThrow();
        assertEquals(List.of("right ear"), right.structures());
        assertEquals(new VoxelBox(1, 2, 3, 4, 5, 6), right.block().orElseThrow().region().orElseThrow());
        assertEquals("Please segment:\n\n- right ear (SCT 124)\n\nWork inside voxels 1-3, 2-4, 3-5 of the scan.",
                right.text().replaceAll("(?s)<!--.*?-->", "").strip());
        assertEquals(TaskState.NOT_STARTED, right.state());
        assertEquals(1, board.about(structure(4, "right ear")).size());
        assertEquals(List.of(), NewTasks.unfinished(room.desk, director), "the plan is gone");
    }

    @Test
    void cancelledBatch_goesOnAfterARestartWithoutDoubles() throws IOException {
        List<TaskDraft> drafts = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            drafts.add(draft(10 + i, "bone " + i, "sam"));
        }
        AtomicInteger told = new AtomicInteger();
        Progress impatient = new Progress() {
            @Override
            public void report(long done, long total, String what) {
                told.set((int) done);
            }

            @Override
            public boolean cancelled() {
                return told.get() >= 3;
            }
        };
        NewTasks batch = NewTasks.plan(room.desk, director, room.depot, drafts);
        assertEquals(Kind.CANCELLED, assertThrows(WorkException.class, () -> batch.run(impatient)).kind());
        int before = made().size();
        assertTrue(before >= 3 && before < 6, "made " + before);
        room.desk.close();
        try (Desk later = room.openDesk()) {
            Account again = room.account(later, "director");
            NewTasks rest = NewTasks.unfinished(later, again).getFirst();
            assertEquals(6, rest.size());
            assertEquals(before, rest.made());
            rest.run(Progress.NONE);
            assertEquals(List.of(), NewTasks.unfinished(later, again));
        }
        assertEquals(List.of("Bone 1", "Bone 2", "Bone 3", "Bone 4", "Bone 5", "Bone 6"),
                made().stream().map(Issue::title).sorted().toList());
    }

    @Test
    void peopleWhoCannotBeAssigned_areReported() throws IOException {
        MadeTask made = NewTasks.plan(room.desk, director, room.depot, List.of(draft(3, "left eye", "olga", "sam")))
                .run(Progress.NONE).getFirst();
        assertEquals(List.of("olga"), made.notAssigned());
        assertFalse(made.isComplete());
        assertTrue(made().getFirst().isAssignedTo("sam"));
    }

    @Test
    void segmenter_mayNotMakeTasks() throws IOException {
        Account sam = room.account("sam");
        NewTasks batch = NewTasks.plan(room.desk, sam, room.depot, List.of(draft(3, "left eye", "sam")));
        WorkException e = assertThrows(WorkException.class, () -> batch.run(Progress.NONE));
        assertEquals(Kind.NOT_ALLOWED, e.kind());
        assertEquals("You (sam) may not make tasks and assign people in director/practice-specimen. Ask director for the right to"
                + " triage.", e.getMessage());
        assertEquals(0, made().size());
    }

    @Test
    void cutNetwork_keepsThePlan() throws IOException {
        NewTasks batch = NewTasks.plan(room.desk, director, room.depot, List.of(draft(3, "left eye", "sam")));
        room.forge.close();
        assertEquals(Kind.OFFLINE, assertThrows(WorkException.class, () -> batch.run(Progress.NONE)).kind());
        assertEquals(1, NewTasks.unfinished(room.desk, director).size());
        batch.forget();
        assertEquals(0, NewTasks.unfinished(room.desk, director).size());
    }

    @Test
    void board_countsFiltersAndFindsWhoIsStuck() throws IOException {
        room.draft("sam", 1);
        room.elsewhere("director").issues(room.depot).unassign(4, List.of("robin"));
        TaskBoard board = TaskBoard.ask(room.desk, director, room.depot, Progress.NONE).value();
        assertEquals(List.of(1, 2, 1, 0, 0, 0, 0), List.copyOf(board.counts().values()));
        assertEquals(List.of("Eyes", "Skull"), board.shown(BoardFilter.ALL.of(Optional.of("sam"))).stream().map(Task::title)
                .sorted().toList());
        assertEquals(List.of("Jaw"), board.shown(BoardFilter.ALL.saying(" JAW")).stream().map(Task::title).toList());
        assertEquals(2, board.shown(BoardFilter.ALL.in(java.util.Set.of(TaskState.NOT_STARTED))).size());
        assertEquals(3, board.stuck(Duration.ofDays(7), Instant.now().plus(Duration.ofDays(8))).size());
        assertEquals(0, board.stuck(Duration.ofDays(7), Instant.now()).size());
        assertEquals(List.of(1, 2), List.copyOf(board.people().values()));
        assertEquals(board.tasks(), TaskBoard.known(room.desk, director, room.depot).orElseThrow().value().tasks());
    }

    @Test
    void planning_knowsStructuresPeopleAndRights() throws IOException {
        Planning planning = Planning.of(room.desk, director, room.depot, Progress.NONE);
        assertEquals(List.of("spine", "skull", "left eye", "right eye", "jaw"),
                planning.structures().stream().map(ColorRow::name).toList());
        assertEquals(List.of("director", "robin", "sam"), planning.people().stream().map(Person::login).toList());
        assertEquals(Optional.empty(), planning.rights().createTasks());
        assertEquals(4, planning.board().tasks().size());
        Account sam = room.account("sam");
        assertTrue(Planning.of(room.desk, sam, room.depot, Progress.NONE).rights().createTasks().isPresent());
    }

    @Test
    void givenTask_changesHandsOrIsRefusedInOneLine() throws IOException {
        TaskRef spine = new TaskRef(room.address(), room.depot, 4);
        Assigning.give(room.desk, director, spine, Optional.of("sam"), Progress.NONE);
        Issue now = room.elsewhere("robin").issues(room.depot).get(4);
        assertEquals(List.of("sam"), now.assignees().stream().map(Person::login).toList());
        Assigning.give(room.desk, director, spine, Optional.empty(), Progress.NONE);
        assertEquals(List.of(), room.elsewhere("robin").issues(room.depot).get(4).assignees());
        WorkException outsider = assertThrows(WorkException.class,
                () -> Assigning.give(room.desk, director, spine, Optional.of("olga"), Progress.NONE));
        assertEquals(Kind.NOT_ALLOWED, outsider.kind());
        assertTrue(outsider.getMessage().startsWith("olga cannot be given director/practice-specimen#4."), outsider.getMessage());
        Account sam = room.account("sam");
        assertEquals(Kind.NOT_ALLOWED, assertThrows(WorkException.class,
                () -> Assigning.give(room.desk, sam, spine, Optional.of("sam"), Progress.NONE)).kind());
        assertEquals(List.of("director", "robin", "sam"),
                Assigning.people(room.desk, director, room.depot, Progress.NONE).stream().map(Person::login).toList());
    }

    @Test
    void hostileNames_becomePlainText() {
        TaskDraft draft = draft(1, "<!-- x --> @everyone `rm` [a](b)");
        assertFalse(TaskBlock.visible(draft.body()).matches("(?s).*[<`@\\[].*"), draft.body());
        assertEquals("<!-- x --> @everyone `rm` [a](b)", draft.block().structures().getFirst().name());
    }
}
