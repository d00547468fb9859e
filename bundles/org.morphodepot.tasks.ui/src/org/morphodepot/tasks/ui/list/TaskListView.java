package org.morphodepot.tasks.ui.list;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.PersistState;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.morphodepot.tasks.ui.Failures;
import org.morphodepot.ui.Ids;

import jakarta.inject.Inject;

/** The view Task List: what there is to do, by list or by day, with a field to find tasks. */
public final class TaskListView implements TaskListBar.Wishes {

    private static final String SCHEDULED = "scheduled";
    private static final String FINISHED = "finished";

    private final Composite parent;
    private final MPart part;
    private final TaskListBar bar;
    private final Text find;
    private final Hint banner;
    private final Composite stack;
    private final TaskTree tree;
    private final Hint hint;
    private final TaskSource source;
    private final TaskDoings doings;
    private TaskSource.News news;
    private TaskFilter filter = TaskFilter.OPEN;
    private boolean scheduled;

    @Inject
    public TaskListView(Composite parent, MPart part) {
        this.parent = parent;
        this.part = part;
        scheduled = Boolean.parseBoolean(part.getPersistedState().get(SCHEDULED));
        filter = filter.withFinished(Boolean.parseBoolean(part.getPersistedState().get(FINISHED)));
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(2, 2).applyTo(parent);
        find = Ids.named("tasks-find", new Text(parent, SWT.SEARCH | SWT.ICON_CANCEL));
        find.setMessage("Find tasks");
        find.setToolTipText("Shows tasks with all these words in title, number, depot, structures or people (Ctrl+F)");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(find);
        bar = new TaskListBar(parent, this);
        banner = new Hint(parent, 6);
        banner.control().setData("org.eclipse.e4.ui.css.id", "tasks-banner");
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).exclude(true).applyTo(banner.control());
        banner.control().setVisible(false);
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(stack);
        hint = new Hint(stack, 14);
        source = new TaskSource(stack, this::show);
        doings = new TaskDoings(parent.getShell(), source);
        tree = new TaskTree(stack, doings);
        Ids.named("tasks-tree", tree.control());
        new TaskMenu(tree, doings);
        new TaskTip(tree, doings);
        find.addListener(SWT.Modify, _ -> filter(filter.withText(find.getText())));
        find.addListener(SWT.KeyDown, this::leaveFind);
        tree.control().addListener(SWT.KeyDown, this::toFind);
        hint.say("Reading tasks\u2026", Map.of());
        front(hint.control());
    }

    @Focus
    public void focus() {
        (tree.control().isVisible() ? tree.control() : hint.control()).setFocus();
    }

    @PersistState
    public void keep() {
        part.getPersistedState().put(SCHEDULED, Boolean.toString(scheduled));
        part.getPersistedState().put(FINISHED, Boolean.toString(filter.finished()));
    }

    private void leaveFind(Event event) {
        if (event.keyCode == SWT.ARROW_DOWN) {
            tree.control().setFocus();
        } else if (event.keyCode == SWT.ESC) {
            find.setText("");
        }
    }

    private void toFind(Event event) {
        if (event.keyCode == 'f' && event.stateMask == SWT.MOD1) {
            find.setFocus();
            find.selectAll();
        }
    }

    private void show(TaskSource.News latest) {
        news = latest;
        bar.looking(latest.looking());
        Optional<String> trouble = latest.account().isEmpty() ? Optional.empty() : latest.trouble();
        banner(trouble);
        refresh();
    }

    private void banner(Optional<String> trouble) {
        trouble.ifPresent(words -> banner.say("\u26a0 " + Hint.plain(words) + " <a href=\"retry\">Try again</a>",
                Map.of("retry", source::look)));
        boolean shown = banner.control().getVisible();
        if (shown || trouble.isPresent()) {
            ((GridData) banner.control().getLayoutData()).exclude = trouble.isEmpty();
            banner.control().setVisible(trouble.isPresent());
            parent.layout();
        }
    }

    private void filter(TaskFilter next) {
        filter = next;
        refresh();
    }

    private void refresh() {
        if (news == null) {
            return;
        }
        LocalDate today = LocalDate.now();
        List<TaskGroup> groups = scheduled ? news.tasks().scheduled(filter, today) : news.tasks().categorised(filter);
        boolean any = groups.stream().anyMatch(group -> !group.rows().isEmpty());
        if (any) {
            tree.show(groups, today);
        } else {
            explain();
        }
        front(any ? tree.control() : hint.control());
    }

    /** Why there is nothing and what to do about it. */
    private void explain() {
        Map<String, Runnable> actions = Map.of("sign-in", () -> TaskDoings.run(Failures.SIGN_IN), "practice",
                () -> TaskDoings.run("org.morphodepot.app.practice"), "clear", this::clear, "depot", doings::addDepot, "finished",
                () -> showFinished(true), "retry", source::look);
        if (news.account().isEmpty()) {
            hint.say("Nobody is signed in.\n\n<a href=\"sign-in\">Sign in</a> to see the tasks that are assigned to you.\n\n"
                    + "Or try it all without an account: <a href=\"practice\">Practice Depot</a>.", actions);
        } else if (filter.isNarrow() && !news.tasks().isEmpty()) {
            hint.say("No task matches. <a href=\"clear\">Show all</a>", actions);
        } else if (news.looking() && !news.everLooked()) {
            hint.say("Asking " + Hint.plain(news.account().get().forge().host()) + " for your tasks\u2026", actions);
        } else if (news.trouble().isPresent() && news.tasks().isEmpty()) {
            hint.say("Your tasks are not known yet. They appear here as soon as the server answers.\n\n"
                    + "<a href=\"retry\">Try again</a>", actions);
        } else if (!news.tasks().isEmpty()) {
            hint.say("All done. <a href=\"finished\">Show finished tasks</a>", actions);
        } else {
            hint.say("No task is assigned to " + Hint.plain(news.account().get().login()) + ".\n\nAsk the director of a depot to "
                    + "assign one to you, or look at <a href=\"depot\">all tasks of a depot</a>.", actions);
        }
    }

    private void front(Control control) {
        StackLayout layout = (StackLayout) stack.getLayout();
        if (layout.topControl != control) {
            layout.topControl = control;
            stack.layout();
        }
    }

    private void clear() {
        find.setText("");
        filter(filter.withText("").withDepot(Optional.empty()));
        bar.depot(Optional.empty());
    }

    @Override
    public boolean isScheduled() {
        return scheduled;
    }

    @Override
    public void showScheduled(boolean byDay) {
        scheduled = byDay;
        refresh();
    }

    @Override
    public boolean isFinishedShown() {
        return filter.finished();
    }

    @Override
    public void showFinished(boolean shown) {
        bar.finished(shown);
        filter(filter.withFinished(shown));
    }

    @Override
    public List<String> depots() {
        return news == null ? List.of() : news.tasks().depots();
    }

    @Override
    public void showDepot(Optional<String> only) {
        filter(filter.withDepot(only));
    }

    @Override
    public void look() {
        source.look();
    }

    @Override
    public void addDepot() {
        doings.addDepot();
    }

    @Override
    public void addLocal() {
        doings.addLocal();
    }
}
