package org.morphodepot.tasks.ui.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.morphodepot.mylyn.Change;
import org.morphodepot.mylyn.TaskRow;
import org.morphodepot.tasks.ui.active.Painted;
import org.morphodepot.work.tasks.TaskState;

/** How tasks are filtered and grouped. */
class TaskGroupsTest {

    /** A Wednesday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);

    private final TaskRow eyes = Rows.row(3, "Eyes", TaskState.NOT_STARTED, Change.NEW,
            Optional.of(TODAY), "left eye", "right eye");
    private final TaskRow skull = Rows.row(4, "Skull", TaskState.CHANGES_REQUESTED, Change.NONE, Optional.of(TODAY.minusDays(1)));
    private final TaskRow jaw = Rows.row(5, "Jaw", TaskState.MERGED, Change.NONE, Optional.of(TODAY.minusDays(9)));
    private final TaskRow spine = Rows.row(6, "Spine", TaskState.SUBMITTED, Change.NONE, Optional.empty());
    private final TaskGroups groups = new TaskGroups(List.of(Rows.listing(eyes, skull, jaw, spine)));

    @Test
    void contribution_isCalledByItsTask() {
        TaskRow pull = Rows.row(10, "issue-3", TaskState.SUBMITTED, Change.NONE, Optional.empty());
        List<TaskGroup> groups = new TaskGroups(List.of(Rows.listing(eyes, pull))).categorised(TaskFilter.OPEN);
        assertEquals(List.of("Eyes", "Eyes"), groups.getFirst().rows().stream().map(TaskRow::title).toList());
    }

    @Test
    void categories_putFirstWhatWaitsForThePerson() {
        assertEquals(List.of(skull, eyes, spine), groups.categorised(TaskFilter.OPEN).getFirst().rows());
        assertEquals(List.of(skull, eyes, spine, jaw), groups.categorised(TaskFilter.OPEN.withFinished(true)).getFirst().rows());
        assertEquals("3 (1 new)", groups.categorised(TaskFilter.OPEN).getFirst().numbers());
    }

    @Test
    void words_mustAllBeFoundSomewhere() {
        assertEquals(List.of(eyes), groups.categorised(TaskFilter.OPEN.withText("  LEFT #3")).getFirst().rows());
        assertEquals(List.of(skull), groups.categorised(TaskFilter.OPEN.withText("danio-4 requested")).getFirst().rows());
        assertEquals(List.of(), groups.categorised(TaskFilter.OPEN.withText("tail")));
    }

    @Test
    void workingSet_isADepot() {
        assertEquals(List.of("lab/danio-3", "lab/danio-4", "lab/danio-5", "lab/danio-6"), groups.depots());
        assertEquals(List.of(spine),
                groups.categorised(TaskFilter.OPEN.withDepot(Optional.of("lab/danio-6"))).getFirst().rows());
    }

    @Test
    void schedule_sortsByDays() {
        List<TaskGroup> bins = groups.scheduled(TaskFilter.OPEN.withFinished(true), TODAY);
        assertEquals(List.of("Overdue", "Today", "Not scheduled", "Done"), bins.stream().map(TaskGroup::title).toList());
        assertEquals(List.of(skull), bins.getFirst().rows());
    }

    @Test
    void weeks_endOnSunday() {
        assertEquals(TaskGroups.Bin.THIS_WEEK, bin(TODAY.plusDays(4)));
        assertEquals(TaskGroups.Bin.NEXT_WEEK, bin(TODAY.plusDays(5)));
        assertEquals(TaskGroups.Bin.LATER, bin(TODAY.plusDays(12)));
    }

    private static TaskGroups.Bin bin(LocalDate day) {
        return TaskGroups.Bin.of(Rows.row(1, "", TaskState.NOT_STARTED, Change.NONE, Optional.of(day)), TODAY);
    }

    @Test
    void tip_namesStructuresAndDates() {
        String tip = TaskWords.tip(skull, TODAY, Optional.empty());
        assertTrue(tip.contains("Overdue since"), tip);
        assertTrue(tip.contains("Changes requested, ada"), tip);
        Painted painted = new Painted(Map.of("left eye", 1190L));
        assertTrue(TaskWords.tip(eyes, TODAY, Optional.of(painted)).contains("\u2022 left eye: 1,190 voxels"));
        assertEquals("yesterday", TaskWords.planned(skull, TODAY));
        assertEquals("today", TaskWords.planned(eyes, TODAY));
    }

    @Test
    void fiveThousandTasks_areFilteredWhileTyping() {
        TaskRow[] rows = new TaskRow[5000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Rows.row(i + 1, "Structure " + i, TaskState.NOT_STARTED, Change.NONE, Optional.of(TODAY.plusDays(i % 30)));
        }
        TaskGroups many = new TaskGroups(List.of(Rows.listing(rows)));
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            assertEquals(2, many.scheduled(TaskFilter.OPEN.withText("structure 4" + (100 + i)), TODAY).stream()
                    .mapToInt(group -> group.rows().size()).sum(), "by title, and by number");
            best = Math.min(best, System.nanoTime() - start);
        }
        assertTrue(best < 50_000_000, best / 1000 + " microseconds");
    }
}
