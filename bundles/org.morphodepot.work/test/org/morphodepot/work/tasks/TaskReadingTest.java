package org.morphodepot.work.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.morphodepot.depot.TaskBlock;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Issue;
import org.morphodepot.github.Milestone;
import org.morphodepot.github.Person;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Review;
import org.morphodepot.github.Review.Verdict;

/** How far a task is, told from the issue and the pull requests around it. */
class TaskReadingTest {

    private static final RepoName DEPOT = RepoName.of("lab/danio");
    private static final Instant TIME = Instant.parse("2026-02-03T10:00:00Z");

    @Test
    void issue_isNotStartedUntilThereIsAContribution() {
        assertEquals(TaskState.UNASSIGNED, state(issue(3, true, List.of(), ""), List.of(), List.of()));
        assertEquals(TaskState.NOT_STARTED, state(issue(3, true, List.of("ada"), ""), List.of(), List.of()));
    }

    @Test
    void draft_isInProgressUntilChangesAreRequested() {
        Issue issue = issue(3, true, List.of("ada"), "");
        assertEquals(TaskState.IN_PROGRESS, state(issue, List.of(pull(9, "issue-3", true, "c1", List.of())), List.of()));
        assertEquals(TaskState.CHANGES_REQUESTED, state(issue,
                List.of(pull(9, "issue-3", true, "c2", List.of(review(Verdict.CHANGES_REQUESTED, "c1")))), List.of()));
    }

    @Test
    void readyContribution_waitsUnlessChangesWereRequestedOfItsNewestCommit() {
        Issue issue = issue(3, true, List.of("ada"), "");
        List<Review> asked = List.of(review(Verdict.CHANGES_REQUESTED, "c1"));
        assertEquals(TaskState.CHANGES_REQUESTED, state(issue, List.of(pull(9, "issue-3", false, "c1", asked)), List.of()));
        assertEquals(TaskState.SUBMITTED, state(issue, List.of(pull(9, "issue-3", false, "c2", asked)), List.of()));
    }

    @Test
    void otherIssuesContribution_doesNotCount() {
        assertEquals(TaskState.NOT_STARTED,
                state(issue(3, true, List.of("ada"), ""), List.of(pull(9, "issue-33", true, "c1", List.of())), List.of()));
    }

    @Test
    void closedIssue_isMergedOnlyWhenItsContributionWas() {
        Issue closed = issue(3, false, List.of("ada"), "");
        assertEquals(TaskState.CLOSED, state(closed, List.of(), List.of(asIssue(9, "issue-3", Optional.empty()))));
        assertEquals(TaskState.MERGED, state(closed, List.of(), List.of(asIssue(9, "issue-3", Optional.of(TIME)))));
    }

    @Test
    void dueDay_isOfTheBlockElseOfTheMilestone() {
        LocalDate day = LocalDate.of(2026, 3, 9);
        String body = TaskBlock.EMPTY.withDue(Optional.of(day)).into("Paint it.");
        Task task = read(issue(3, true, List.of("ada"), body), List.of(), List.of());
        assertEquals(Optional.of(day), task.due());
        assertEquals("Paint it.", task.text());
        assertTrue(task.isOverdue(day.plusDays(1)));
        assertEquals(Optional.of(LocalDate.of(2026, 4, 1)),
                read(issue(3, true, List.of(), "plain"), List.of(), List.of()).due());
    }

    @Test
    void damagedBlock_isToldAndTheTextStays() {
        Task task = read(issue(3, true, List.of(), "Paint it.\n<!-- morphodepot:task {"), List.of(), List.of());
        assertTrue(task.blockTrouble().isPresent());
        assertTrue(task.text().startsWith("Paint it."));
    }

    private static TaskState state(Issue issue, List<PullRequest> pulls, List<Issue> seen) {
        return read(issue, pulls, seen).state();
    }

    private static Task read(Issue issue, List<PullRequest> pulls, List<Issue> seen) {
        return new TaskReading(ForgeAddress.GITHUB, pulls, seen, _ -> false).task(issue);
    }

    private static Issue issue(int number, boolean open, List<String> assignees, String body) {
        Milestone april = new Milestone(1, "Spring", "", true, Optional.of(Instant.parse("2026-04-01T07:00:00Z")), 1, 0);
        return new Issue(DEPOT, number, "", "Skull", body, open, "", Person.named("dana"),
                assignees.stream().map(Person::named).toList(), List.of(), Optional.of(april), 0, false, false, TIME, TIME,
                open ? Optional.empty() : Optional.of(TIME), "", List.of(TaskBook.TOPIC), Optional.empty());
    }

    private static Issue asIssue(int number, String title, Optional<Instant> merged) {
        return new Issue(DEPOT, number, "", title, "", false, "", Person.named("ada"), List.of(), List.of(), Optional.empty(), 0,
                true, false, TIME, TIME, Optional.of(TIME), "", List.of(), merged);
    }

    private static PullRequest pull(int number, String branch, boolean draft, String commit, List<Review> opinions) {
        PullRequest.Head head = new PullRequest.Head(Optional.empty(), "ada", branch, commit);
        return new PullRequest(DEPOT, number, "", branch, "", true, draft, false, Person.named("ada"), head, "main",
                Optional.empty(), List.of(), List.of(), List.of(), List.of(), TIME, TIME, Optional.empty(), "", List.of(), opinions);
    }

    private static Review review(Verdict verdict, String commit) {
        return new Review(1, Person.named("dana"), verdict, "", commit, Optional.of(TIME), "");
    }
}
