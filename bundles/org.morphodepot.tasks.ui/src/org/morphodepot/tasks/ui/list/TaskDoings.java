package org.morphodepot.tasks.ui.list;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.morphodepot.mylyn.TaskQuery;
import org.morphodepot.mylyn.TaskRow;
import org.morphodepot.tasks.ui.Failures;
import org.morphodepot.tasks.ui.Services;
import org.morphodepot.tasks.ui.active.Painted;
import org.morphodepot.tasks.ui.active.TaskActivation;
import org.morphodepot.tasks.ui.active.TaskNotes;
import org.morphodepot.tasks.ui.editor.TaskInput;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.tasks.Task;

/** What a person can do with tasks of the list. UI thread only. */
final class TaskDoings implements TaskTree.Wishes {

    private static final String REVIEWS = "org.morphodepot.project.reviews";
    private static final Pattern BRANCH = Pattern.compile("issue-([1-9]\\d{0,8})");

    private final Shell shell;
    private final TaskSource source;
    private final TaskNotes notes = TaskNotes.inThisWorkspace();

    TaskDoings(Shell shell, TaskSource source) {
        this.shell = shell;
        this.source = source;
    }

    @Override
    public void open(TaskRow row) {
        source.change(store -> store.markRead(List.of(row), true));
        if (isReview(row)) {
            showReviews();
        } else {
            issue(row).ifPresent(ref -> TaskInput.open(page(), ref, row.title()));
        }
    }

    @Override
    public void toggleActive(TaskRow row) {
        TaskActivation activation = Services.get(TaskActivation.class);
        Optional<TaskRef> task = isReview(row) ? Optional.empty() : issue(row);
        if (isReview(row)) {
            showReviews();
        } else if (task.isPresent() && task.equals(activation.active())) {
            activation.deactivate();
        } else if (task.isPresent()) {
            source.change(store -> store.markRead(List.of(row), true));
            activation.activate(task.get());
        }
    }

    /** The task itself; of a contribution the one it is for. */
    static Optional<TaskRef> issue(TaskRow row) {
        return row.task().map(task -> contribution(task).orElse(task.ref()));
    }

    private static Optional<TaskRef> contribution(Task task) {
        return task.contribution().filter(pull -> pull.number() == task.ref().number()).flatMap(pull -> {
            Matcher branch = BRANCH.matcher(pull.head().branch());
            return branch.matches() ? Optional.of(new TaskRef(task.ref().forge(), task.ref().depot(),
                    Integer.parseInt(branch.group(1)))) : Optional.empty();
        });
    }

    /** How far the person is with a task. */
    Optional<Painted> painted(TaskRow row) {
        return source.account().flatMap(me -> issue(row).flatMap(ref -> notes.painted(ref, me.login())));
    }

    /** What the person painted last in it. */
    Optional<Path> picture(TaskRow row) {
        return source.account().flatMap(me -> issue(row).flatMap(ref -> notes.picture(ref, me.login())));
    }

    /** Whether it is somebody else's contribution. */
    private boolean isReview(TaskRow row) {
        return row.task().flatMap(Task::contribution).filter(pull -> pull.number() == row.ref().orElseThrow().number())
                .filter(pull -> source.account().filter(me -> pull.author().is(me.login())).isEmpty()).isPresent();
    }

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }

    private static void showReviews() {
        try {
            page().showView(REVIEWS);
        } catch (PartInitException e) {
            ILog.of(TaskDoings.class).error("Showing reviews", e);
        }
    }

    /** Runs a command by its id. */
    static void run(String command) {
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            ILog.of(TaskDoings.class).error(command, e);
        }
    }

    void schedule(List<TaskRow> rows, Scheduling when) {
        source.change(store -> store.schedule(rows, when.day(LocalDate.now())));
    }

    void markRead(List<TaskRow> rows, boolean read) {
        source.change(store -> store.markRead(rows, read));
    }

    void tick(List<TaskRow> rows, boolean done) {
        source.change(store -> store.setDone(rows, done));
    }

    void delete(List<TaskRow> rows) {
        source.change(store -> store.delete(rows));
    }

    void addLocal() {
        InputDialog dialog = new InputDialog(shell, "New Local Task", "What do you want to do? Only you see this task.", "",
                text -> text.isBlank() ? "" : null);
        if (dialog.open() == Window.OK) {
            source.change(store -> store.addLocal(dialog.getValue().strip()));
        }
    }

    void addDepot() {
        source.account().ifPresentOrElse(account -> AddDepot.ask(shell, source.desk(), account, name -> source.change(store -> {
            store.add(TaskQuery.ofDepot(name));
            source.look();
        })), () -> run(Failures.SIGN_IN));
    }

    void browse(List<TaskRow> rows) {
        rows.stream().flatMap(row -> row.task().stream()).limit(5).map(Task::url).filter(url -> url.startsWith("http"))
                .forEach(Program::launch);
    }

    void copyAddress(List<TaskRow> rows) {
        String text = String.join("\n", rows.stream().flatMap(row -> row.task().stream()).map(Task::url).toList());
        if (!text.isEmpty()) {
            Clipboard clipboard = new Clipboard(shell.getDisplay());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }
}
