package org.morphodepot.work.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.github.IssueEdit;
import org.morphodepot.github.Mark;
import org.morphodepot.github.NewIssue;
import org.morphodepot.github.NewRepository;
import org.morphodepot.github.Permission;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.testing.web.Fault;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Known;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.WorkException;

/** What there is to do, asked of the practice forge. */
class TaskBookTest {

    @TempDir
    private Path folder;

    private ForgeBehindAWire room;
    private TaskBook book;
    private RepoName depot;

    @BeforeEach
    void open() throws IOException {
        room = new ForgeBehindAWire(folder);
        book = room.book();
        depot = RepoName.of(room.practice.depot());
    }

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    @Test
    void assignedTasks_areThoseOfThePracticeDepot() throws IOException {
        Account sam = room.account("sam");
        assertEquals(Optional.empty(), book.knownAssignedToMe(sam));
        Known<List<Task>> tasks = book.assignedToMe(sam, Progress.NONE);
        assertEquals(List.of("Skull", "Eyes"), tasks.value().stream().map(Task::title).toList());
        assertEquals(List.of(TaskState.NOT_STARTED, TaskState.NOT_STARTED), tasks.value().stream().map(Task::state).toList());
        assertEquals(Optional.empty(), tasks.trouble());
        assertEquals(tasks.value(), book.knownAssignedToMe(sam).orElseThrow().value(), "read from the disk");
    }

    @Test
    void beganHere_isInProgress() throws IOException {
        Account sam = room.account("sam");
        TaskRef eyes = book.assignedToMe(sam, Progress.NONE).value().getLast().ref();
        Files.createDirectories(folder.resolve("work").resolve(eyes.branch()));
        assertEquals(TaskState.IN_PROGRESS, book.assignedToMe(sam, Progress.NONE).value().getLast().state());
    }

    @Test
    void closedElsewhere_isShownAsClosed() throws IOException {
        Account sam = room.account("sam");
        TaskRef eyes = book.assignedToMe(sam, Progress.NONE).value().getLast().ref();
        room.elsewhere("director").issues(depot).edit(eyes.number(), IssueEdit.nothing().close());
        List<Task> tasks = book.assignedToMe(sam, Progress.NONE).value();
        assertEquals(List.of(TaskState.NOT_STARTED, TaskState.CLOSED), tasks.stream().map(Task::state).toList());
    }

    @Test
    void networkCutAtAnyCall_showsWhatWasKnown() throws IOException {
        Account sam = room.account("sam");
        List<Task> before = book.assignedToMe(sam, Progress.NONE).value();
        RepoName two = depot("two", "sam");
        int calls = 0;
        for (int until = 0; ; until++) {
            room.requestsLeft.set(until);
            Known<List<Task>> tasks = book.assignedToMe(sam, Progress.NONE);
            if (tasks.trouble().isEmpty()) {
                assertEquals(two, tasks.value().getFirst().ref().depot());
                break;
            }
            assertEquals(before, tasks.value());
            String trouble = tasks.trouble().orElseThrow();
            assertTrue(trouble.matches("Could not reach 127.0.0.1:\\d+, showing what was known at \\d\\d:\\d\\d\\."), trouble);
            calls++;
        }
        assertTrue(calls >= 3, "calls: " + calls);
    }

    @Test
    void networkCutBeforeAnythingWasKnown_isAFailure() throws IOException {
        Account sam = room.account("sam");
        room.cut();
        assertEquals(WorkException.Kind.OFFLINE,
                assertThrows(WorkException.class, () -> book.assignedToMe(sam, Progress.NONE)).kind());
        assertThrows(WorkException.class, () -> book.ofDepot(sam, depot, Progress.NONE));
        assertThrows(WorkException.class, () -> book.toReview(sam, Progress.NONE));
    }

    @Test
    void depotCutOff_showsWhatWasKnown() throws IOException {
        Account director = room.account("director");
        List<Task> before = book.ofDepot(director, depot, Progress.NONE).value();
        assertEquals(4, before.size());
        room.elsewhere("director").issues(depot).open(NewIssue.of("Late", ""), Mark.random());
        room.cut();
        assertEquals(before, book.ofDepot(director, depot, Progress.NONE).value());
        assertEquals(before, book.ofDepots(director, List.of(depot), Progress.NONE).value().get(depot));
        room.requestsLeft.set(Integer.MAX_VALUE);
        assertEquals("Late", book.ofDepots(director, List.of(depot), Progress.NONE).value().get(depot).getFirst().title());
    }

    @Test
    void thirtyDepotsWithNothingNew_costFewFreeRequests() throws IOException {
        List<RepoName> depots = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            depots.add(depot("depot-" + i, "director"));
        }
        Account director = room.account("director");
        refresh(director, depots);
        room.wire.plan("*", new Fault.Delay(Duration.ofMillis(50)));
        GitHub counted = room.client("director");
        TaskBook again = new TaskBook(folder.resolve("tasks"), _ -> counted, (_, _) -> folder.resolve("none"),
                Clock.systemUTC());
        long start = System.nanoTime();
        again.assignedToMe(director, Progress.NONE);
        assertEquals(30, again.ofDepots(director, depots, Progress.NONE).value().size());
        again.toReview(director, Progress.NONE);
        long millis = (System.nanoTime() - start) / 1_000_000;
        GitHub.Traffic traffic = counted.traffic();
        System.out.println("30 depots, nothing new, 50 ms latency: " + traffic + ", " + millis + " ms");
        assertTrue(traffic.requests() <= 10, traffic.toString());
        assertEquals(traffic.requests(), traffic.unchanged());
        assertTrue(millis < 2000, millis + " ms");
    }

    @Test
    void oneChangeAmongThirty_isReadAlone() throws IOException {
        List<RepoName> depots = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            depots.add(depot("depot-" + i, "director"));
        }
        Account director = room.account("director");
        refresh(director, depots);
        room.elsewhere("director").issues(depots.get(3)).open(NewIssue.of("Fresh", ""), Mark.random());
        GitHub counted = room.client("director");
        Map<RepoName, List<Task>> tasks = new TaskBook(folder.resolve("tasks"), _ -> counted, (_, _) -> folder.resolve("none"),
                Clock.systemUTC()).ofDepots(director, depots, Progress.NONE).value();
        assertEquals("Fresh", tasks.get(depots.get(3)).getFirst().title());
        assertTrue(counted.traffic().requests() <= 5, counted.traffic().toString());
    }

    @Test
    void discussion_isKeptForTimesWithoutANetwork() throws IOException {
        Account sam = room.account("sam");
        TaskRef eyes = book.assignedToMe(sam, Progress.NONE).value().getLast().ref();
        room.elsewhere("director").issues(depot).comment(eyes.number(), "Mind the lens.", Mark.random());
        Discussion said = book.discussion(sam, eyes, Progress.NONE).value();
        assertEquals("Eyes", said.task().title());
        assertTrue(said.comments().getFirst().body().startsWith("Mind the lens."));
        room.cut();
        Known<Discussion> remembered = book.discussion(sam, eyes, Progress.NONE);
        assertEquals(said, remembered.value());
        assertTrue(remembered.trouble().isPresent());
    }

    @Test
    void damagedMemory_isAskedForAgain() throws IOException {
        Account sam = room.account("sam");
        book.assignedToMe(sam, Progress.NONE);
        Path note = Files.walk(folder.resolve("tasks")).filter(Files::isRegularFile).findFirst().orElseThrow();
        Files.write(note, new byte[] {31, -117, 8, 0, 1});
        assertEquals(Optional.empty(), book.knownAssignedToMe(sam));
        assertEquals(2, book.assignedToMe(sam, Progress.NONE).value().size());
    }

    @Test
    void forget_leavesNothing() throws IOException {
        Account sam = room.account("sam");
        book.assignedToMe(sam, Progress.NONE);
        book.forget(sam);
        assertEquals(Optional.empty(), book.knownAssignedToMe(sam));
        try (var left = Files.list(folder.resolve("tasks"))) {
            assertFalse(left.findAny().isPresent());
        }
    }

    private void refresh(Account account, List<RepoName> depots) throws IOException {
        book.assignedToMe(account, Progress.NONE);
        book.ofDepots(account, depots, Progress.NONE);
        book.toReview(account, Progress.NONE);
    }

    /** A new depot of the director with one task for somebody. */
    private RepoName depot(String name, String assignee) throws IOException {
        GitHub director = room.elsewhere("director");
        RepoName made = director.repositories().ensure(NewRepository.ownPrivate(name, "")).name();
        director.repositories().changeTopics(made, List.of(TaskBook.TOPIC), List.of());
        if (!assignee.equals("director")) {
            director.people(made).invite(assignee, Permission.PULL);
            GitHub other = room.elsewhere(assignee);
            other.mine().accept(other.mine().invitations().getFirst());
        }
        director.issues(made).open(NewIssue.of("Task of " + name, "").assignedTo(List.of(assignee)), Mark.random());
        return made;
    }
}
