package org.morphodepot.tasks.ui.active;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.morphodepot.tasks.ui.Failures;
import org.morphodepot.tasks.ui.Notices;
import org.morphodepot.tasks.ui.account.Signature;
import org.morphodepot.ui.Background;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.Sessions;
import org.morphodepot.viewer.session.SessionsListener;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.start.Assignment;
import org.morphodepot.work.start.Assignments;
import org.morphodepot.work.start.StartWork;
import org.morphodepot.work.tasks.Task;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The one task that is worked on. Activating starts the work in a job, opens the scan with the task's labels and brings back
 * what the person saw last; deactivating saves, makes a checkpoint and closes. Opening a task's file by hand activates it.
 * Everything but {@link #active} is for the UI thread; listeners are called there.
 */
@Component(service = TaskActivation.class)
public final class TaskActivation {

    private final Desk desk;
    private final Sessions sessions;
    private final Checkpoints checkpoints;
    private final TaskContexts contexts = TaskContexts.inThisWorkspace();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Watch watch = new Watch();
    private final Runnable tabs = this::nameTab;
    private final Runnable accountsChanged = this::accountsChanged;
    private final Signature signature;
    private volatile Optional<Assignment> active = Optional.empty();
    private volatile Optional<Assignment> opening = Optional.empty();

    @Activate
    public TaskActivation(@Reference Desk desk, @Reference Sessions sessions, @Reference Checkpoints checkpoints) {
        this.desk = desk;
        this.sessions = sessions;
        this.checkpoints = checkpoints;
        sessions.addListener(watch);
        checkpoints.addListener(tabs);
        desk.accounts().addListener(accountsChanged);
        signature = new Signature(desk.accounts(), sessions);
    }

    @Deactivate
    void stop() {
        sessions.removeListener(watch);
        checkpoints.removeListener(tabs);
        desk.accounts().removeListener(accountsChanged);
        signature.close();
    }

    /** Which task is active. Any thread. */
    public Optional<TaskRef> active() {
        return active.map(Assignment::task);
    }

    /** The active task with its files. Any thread. */
    public Optional<Assignment> assignment() {
        return active;
    }

    /** The open labels of the active task. Any thread. */
    public Optional<Session> session() {
        return active.flatMap(this::sessionOf);
    }

    private Optional<Session> sessionOf(Assignment assignment) {
        return sessions.all().stream().filter(s -> s.file().filter(assignment.labels()::equals).isPresent()).findFirst();
    }

    public void activate(Task task) {
        contexts.name(task.ref(), task.title());
        activate(task.ref());
    }

    /** Makes a task the active one; another one is deactivated first. */
    public void activate(TaskRef task) {
        if (active().filter(task::equals).isPresent()) {
            bringUp();
            return;
        }
        deactivate();
        String name = "Start " + TaskNames.of(desk, task);
        Background.asked(name, progress -> {
            nameIt(task);
            return StartWork.on(desk, task, progress);
        }, this::open, Failures.telling(name));
    }

    /** Brings the slices of the active task to the front. */
    void bringUp() {
        active.ifPresent(work -> TaskEditors.open(work, title(work)));
    }

    /** From what the forge told last. */
    private void nameIt(TaskRef task) {
        TaskNames.titleOf(desk, task).ifPresent(title -> contexts.name(task, title));
    }

    private void open(Assignment assignment) {
        opening = Optional.of(assignment);
        TaskEditors.open(assignment, title(assignment));
        assignment.notes().forEach(note -> Notices.show(TaskNames.of(desk, assignment.task()), note));
    }

    /** Saves and commits the active task's work in a job, and closes its editor. */
    public void deactivate() {
        Optional<Assignment> leaving = active;
        if (leaving.isEmpty()) {
            return;
        }
        become(Optional.empty());
        Assignment assignment = leaving.get();
        sessionOf(assignment).ifPresent(session -> {
            contexts.save(assignment, session);
            String name = "Save " + TaskNames.of(desk, assignment.task());
            Background.asked(name, progress -> checkpoints.now(session, assignment, progress),
                    _ -> TaskEditors.close(session), Failures.telling(name));
        });
    }

    /** The title of the active task, if it is known. */
    public Optional<String> name() {
        return active.flatMap(a -> contexts.nameOf(a.task()));
    }

    /** A name for people: the title of the active task and its number. */
    public Optional<String> title() {
        return active.map(this::title);
    }

    private String title(Assignment assignment) {
        TaskRef task = assignment.task();
        return contexts.nameOf(task).map(name -> name + " (#" + task.number() + ")").orElse(task.toString());
    }

    /** Called on the UI thread when another task, or none, is active. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** The editor names itself by its files when they are written; the task's name counts. */
    private void nameTab() {
        TaskEditors.later(() -> session().ifPresent(shown -> title().ifPresent(title -> TaskEditors.name(shown, title))));
    }

    private void become(Optional<Assignment> next) {
        active = next;
        opening = Optional.empty();
        TaskEditors.later(() -> listeners.forEach(Runnable::run));
    }

    /** Work belongs to the account it was started with: nobody paints in somebody else's task. */
    private void accountsChanged() {
        Optional<Account> now = desk.accounts().active();
        TaskEditors.later(() -> {
            if (active.isPresent() && now.filter(active.get().account()::isSame).isEmpty()) {
                deactivate();
            }
        });
    }

    private Optional<Assignment> belongingTo(Path labels) {
        return opening.filter(a -> a.labels().equals(labels)).or(() -> Assignments.of(desk).at(labels));
    }

    /** Notices when the labels of a task come to the front, and when they are closed. */
    private final class Watch implements SessionsListener {

        @Override
        public void activated(Optional<Session> session) {
            Optional<Assignment> shown = session.flatMap(Session::file).flatMap(TaskActivation.this::belongingTo)
                    .filter(a -> desk.accounts().active().filter(a.account()::isSame).isPresent());
            if (shown.isPresent() && !shown.get().task().equals(active().orElse(null))) {
                contexts.restore(shown.get(), session.orElseThrow());
                checkpoints.follow(session.orElseThrow(), shown.get());
                become(shown);
                nameTab();
            }
        }

        @Override
        public void closed(Session session) {
            active.filter(a -> session.file().filter(a.labels()::equals).isPresent()).ifPresent(a -> {
                contexts.save(a, session);
                become(Optional.empty());
            });
        }
    }
}
