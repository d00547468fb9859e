package org.morphodepot.mylyn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.mylyn.tasks.core.ITask;
import org.eclipse.mylyn.tasks.core.TaskRepository;
import org.eclipse.mylyn.tasks.core.data.ITaskDataWorkingCopy;
import org.eclipse.mylyn.tasks.core.data.TaskAttribute;
import org.eclipse.mylyn.tasks.core.data.TaskData;
import org.eclipse.mylyn.tasks.core.data.TaskMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.depot.TaskBlock;
import org.morphodepot.github.IssueEdit;
import org.morphodepot.github.Mark;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.tasks.TaskBook;
import org.morphodepot.work.tasks.TaskState;

/** Issues of the practice forge as Mylyn tasks. */
class TaskStoreTest {

    private static final LocalDate DAY = LocalDate.of(2031, 5, 6);

    @TempDir
    private Path folder;

    private Classroom room;
    private TaskStore store;

    @BeforeEach
    void open() throws IOException {
        room = new Classroom(folder);
        room.signIn("sam");
        store = new TaskStore(room.desk());
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        room.close();
    }

    @Test
    void newAccount_hasTheUsualLists() {
        assertEquals(List.of("Assigned to me", "My contributions", "To review", "Local"),
                store.lists().stream().map(TaskListing::name).toList());
    }

    @Test
    void synchronise_findsNewTasks() {
        assertEquals(Optional.empty(), store.synchronise(Progress.NONE));
        List<TaskRow> mine = mine();
        assertEquals(List.of("Eyes", "Skull"), mine.stream().map(TaskRow::title).sorted().toList());
        assertTrue(mine.stream().allMatch(row -> row.change() == Change.NEW), mine.toString());
        assertEquals(TaskState.NOT_STARTED, mine.getFirst().task().orElseThrow().state());
        assertEquals(room.depot.toString(), mine.getFirst().group());
    }

    @Test
    void synchronise_tellsMylynTheStructures() throws Exception {
        store.synchronise(Progress.NONE);
        TaskData data = store.taskData().getTaskData(store.mylyn(eyes()).orElseThrow());
        assertEquals(List.of("left eye", "right eye"), data.getRoot().getAttribute(TaskPage.STRUCTURES).getValues());
    }

    @Test
    void lookedAt_staysReadUntilSomethingChanges() throws IOException {
        store.synchronise(Progress.NONE);
        store.markRead(mine(), true);
        store.synchronise(Progress.NONE);
        assertTrue(mine().stream().allMatch(row -> row.change() == Change.NONE), mine().toString());
        room.director().issues(room.depot).comment(eyes().number(), "Mind the lens.", Mark.random());
        store.synchronise(Progress.NONE);
        assertEquals(Change.INCOMING, store.row(eyes()).orElseThrow().change());
    }

    private GitHub sam() throws WorkException {
        return room.desk().github(room.desk().accounts().active().orElseThrow());
    }

    @Test
    void ownDoing_isNoNews() throws IOException {
        store.synchronise(Progress.NONE);
        store.markRead(mine(), true);
        store.ownNews().sent(eyes(), store.row(eyes()).orElseThrow().task().orElseThrow().updated());
        sam().issues(room.depot).comment(eyes().number(), "Where does the lens end?", Mark.random());
        store.synchronise(Progress.NONE);
        assertEquals(Change.NONE, store.row(eyes()).orElseThrow().change());
    }

    @Test
    void answerToOwnDoing_isNews() throws IOException {
        store.synchronise(Progress.NONE);
        store.markRead(mine(), true);
        store.ownNews().sent(eyes(), store.row(eyes()).orElseThrow().task().orElseThrow().updated());
        sam().issues(room.depot).comment(eyes().number(), "Where does the lens end?", Mark.random());
        LockSupport.parkNanos(1_100_000_000L); // times of a forge have seconds only
        room.director().issues(room.depot).comment(eyes().number(), "At the rim.", Mark.random());
        store.synchronise(Progress.NONE);
        assertEquals(Change.INCOMING, store.row(eyes()).orElseThrow().change());
    }

    @Test
    void restart_showsTheSameWithoutANetwork() throws IOException {
        store.synchronise(Progress.NONE);
        TaskRow row = store.row(eyes()).orElseThrow();
        store.markRead(List.of(row), true);
        store.schedule(List.of(row), Optional.of(DAY));
        List<TaskRow> before = mine();
        room.cut();
        reopen();
        assertEquals(before, mine());
        assertEquals(Optional.of(DAY), store.row(eyes()).orElseThrow().scheduled());
        String trouble = store.synchronise(Progress.NONE).orElseThrow();
        assertTrue(trouble.matches("Could not reach .*, showing what was known at \\d\\d:\\d\\d\\."), trouble);
        assertEquals(before, mine());
        assertEquals(Optional.of(trouble), store.lists().getFirst().trouble());
    }

    @Test
    void cutFromTheStart_isToldAndNotAnEmptyList() throws IOException {
        room.cut();
        String trouble = store.synchronise(Progress.NONE).orElseThrow();
        assertTrue(trouble.contains("127.0.0.1"), trouble);
        assertTrue(store.lists().getFirst().trouble().isPresent());
    }

    @Test
    void dueDay_comesFromTheTaskBlock() throws IOException {
        store.synchronise(Progress.NONE);
        room.director().issues(room.depot).edit(eyes().number(),
                IssueEdit.nothing().body(TaskBlock.EMPTY.withDue(Optional.of(DAY)).into("Both eyes.")));
        store.synchronise(Progress.NONE);
        TaskRow row = store.row(eyes()).orElseThrow();
        assertEquals(Optional.of(DAY), row.due());
        assertEquals(Optional.of(DAY), row.planned());
        assertTrue(row.isOverdue(DAY.plusDays(1)));
        assertFalse(row.isOverdue(DAY));
    }

    @Test
    void history_isThereWithoutANetwork() throws Exception {
        store.synchronise(Progress.NONE);
        room.director().issues(room.depot).comment(eyes().number(), "Mind the lens.", Mark.random());
        ITask task = store.mylyn(eyes()).orElseThrow();
        TaskRepository repository = new TaskRepository(GitHubConnector.KIND, task.getRepositoryUrl());
        TaskData fresh = store.connector().getTaskData(repository, task.getTaskId(), new NullProgressMonitor());
        assertEquals(List.of("Mind the lens."), comments(fresh));
        assertEquals("Eyes", new TaskMapper(fresh).getSummary());
        assertEquals(Optional.empty(), store.refresh(eyes(), Progress.NONE));
        store.synchronise(Progress.NONE);
        room.cut();
        reopen();
        assertEquals(List.of("Mind the lens."), comments(store.taskData().getTaskData(store.mylyn(eyes()).orElseThrow())),
                "lists of tasks come without comments and must not wipe them out");
    }

    @Test
    void editedHere_isOutgoing_andAConflictWhenItChangedThereToo() throws Exception {
        store.synchronise(Progress.NONE);
        ITask task = store.mylyn(eyes()).orElseThrow();
        store.markRead(mine(), true);
        ITaskDataWorkingCopy copy = store.taskData().getWorkingCopy(task);
        TaskAttribute title = copy.getLocalData().getRoot().getAttribute(TaskAttribute.SUMMARY);
        title.setValue("Both eyes");
        copy.save(Set.of(title), new NullProgressMonitor());
        TaskRef eyes = Forges.ref(room.desk().accounts().active().orElseThrow(), task.getTaskId()).orElseThrow();
        assertEquals(Change.OUTGOING, store.row(eyes).orElseThrow().change());
        room.director().issues(room.depot).edit(eyes.number(), IssueEdit.nothing().title("The eyes"));
        store.synchronise(Progress.NONE);
        assertEquals(Change.CONFLICT, store.row(eyes).orElseThrow().change());
    }

    @Test
    void comment_isPosted() throws Exception {
        store.synchronise(Progress.NONE);
        ITask task = store.mylyn(eyes()).orElseThrow();
        TaskRepository repository = new TaskRepository(GitHubConnector.KIND, task.getRepositoryUrl());
        TaskData data = store.taskData().getTaskData(task);
        data.getRoot().getAttribute(TaskAttribute.COMMENT_NEW).setValue("Which side?");
        store.connector().getTaskDataHandler().postTaskData(repository, data, Set.of(), new NullProgressMonitor());
        assertTrue(room.director().issues(room.depot).comments(eyes().number()).getFirst().body().startsWith("Which side?"));
    }

    @Test
    void localTask_isKeptAndCanBeTickedOff() throws IOException {
        store.addLocal("Read the atlas");
        reopen();
        TaskRow row = store.lists().getLast().rows().getFirst();
        assertEquals("Read the atlas", row.title());
        assertTrue(row.isLocal());
        store.setDone(List.of(row), true);
        assertTrue(store.lists().getLast().rows().getFirst().done());
        store.delete(List.of(row));
        assertEquals(List.of(), store.lists().getLast().rows());
    }

    @Test
    void depotList_holdsAllTasksAndCanBeRemoved() {
        store.add(TaskQuery.ofDepot(room.depot));
        store.add(TaskQuery.ofDepot(room.depot).only("spine", "", false));
        store.synchronise(Progress.NONE);
        assertEquals(4, list("Tasks of " + room.depot).rows().size());
        assertEquals(List.of("Check the spine"),
                list("Tasks of " + room.depot + " with \u201cspine\u201d").rows().stream().map(TaskRow::title).toList());
        store.remove(list("Tasks of " + room.depot));
        assertEquals(5, store.lists().size());
    }

    @Test
    void activeTask_isMarked() {
        store.synchronise(Progress.NONE);
        store.activated(Optional.of(eyes()));
        assertTrue(store.row(eyes()).orElseThrow().active());
        store.activated(Optional.empty());
        assertFalse(store.row(eyes()).orElseThrow().active());
    }

    @Test
    void begunHere_isInProgressAndNoNews() throws IOException {
        store.synchronise(Progress.NONE);
        store.markRead(mine(), true);
        Files.createDirectories(room.desk().folderOf(eyes(), room.desk().accounts().active().orElseThrow()));
        store.activated(Optional.of(eyes()));
        assertEquals(TaskState.IN_PROGRESS, store.row(eyes()).orElseThrow().task().orElseThrow().state());
        store.synchronise(Progress.NONE);
        assertEquals(Change.NONE, store.row(eyes()).orElseThrow().change());
    }

    @Test
    void otherAccount_hasItsOwnTasks() throws IOException {
        store.synchronise(Progress.NONE);
        room.signIn("robin");
        store.synchronise(Progress.NONE);
        assertEquals(List.of("Check the spine", "Jaw"), mine().stream().map(TaskRow::title).sorted().toList());
    }

    @Test
    void signedOut_leavesNoTasks() throws IOException {
        store.synchronise(Progress.NONE);
        Account sam = room.desk().accounts().active().orElseThrow();
        room.desk().accounts().remove(sam);
        assertEquals(List.of("Local"), store.lists().stream().map(TaskListing::name).toList());
        assertEquals(Optional.empty(), TaskBook.of(room.desk()).knownAssignedToMe(sam));
    }

    @Test
    void addressOfATask_isUnderstood() {
        String url = room.forge.address() + "/director/practice-specimen/issues/2";
        assertEquals("director/practice~specimen#2", store.connector().getTaskIdFromTaskUrl(url));
        String repository = store.connector().getRepositoryUrlFromTaskUrl(url);
        assertEquals(url, store.connector().getTaskUrl(repository, "director/practice~specimen#2"));
    }

    private void reopen() throws IOException {
        store.close();
        store = new TaskStore(room.restart());
    }

    private TaskListing list(String name) {
        return store.lists().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private List<TaskRow> mine() {
        return store.lists().getFirst().rows();
    }

    private TaskRef eyes() {
        return mine().stream().filter(row -> row.title().equals("Eyes")).findFirst().orElseThrow().ref().orElseThrow();
    }

    private static List<String> comments(TaskData data) throws CoreException {
        return data.getAttributeMapper().getAttributesByType(data, TaskAttribute.TYPE_COMMENT).stream()
                .map(one -> one.getMappedAttribute(TaskAttribute.COMMENT_TEXT).getValue().lines().findFirst().orElse("")).toList();
    }
}
