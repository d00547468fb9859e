package org.morphodepot.tasks.ui.editor;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.morphodepot.tasks.ui.Services;
import org.morphodepot.tasks.ui.active.CommentWalk;
import org.morphodepot.tasks.ui.active.TaskActivation;
import org.morphodepot.ui.Background;
import org.morphodepot.ui.ReadingEditor;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Known;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.submit.Requested;
import org.morphodepot.work.submit.Submit;
import org.morphodepot.work.tasks.Discussion;
import org.morphodepot.work.tasks.TaskBook;

/** Shows one task. What is known is there at once; newer things follow in the background. */
public final class TaskEditor extends ReadingEditor {

    private final Runnable activated = this::refreshActions;
    private TaskRef task;
    private Desk desk;
    private TaskActivation activation;
    private TaskPage page;

    /** What the forge told. */
    private record News(Known<Discussion> discussion, List<Requested> requested) {
    }

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof TaskInput shown)) {
            throw new PartInitException("The Task editor cannot show " + input.getName());
        }
        super.init(site, input);
        task = shown.task();
    }

    @Override
    public void createPartControl(Composite parent) {
        desk = Services.get(Desk.class);
        activation = Services.get(TaskActivation.class);
        page = new TaskPage(parent, task, activation, this::refresh);
        activation.addListener(activated);
        Optional<Account> account = desk.accounts().active();
        account.flatMap(one -> TaskBook.of(desk).knownDiscussion(one, task)).ifPresent(known -> show(known, List.of()));
        refresh();
    }

    private void refresh() {
        Optional<Account> account = desk.accounts().active();
        if (account.isEmpty()) {
            page.trouble("Nobody is signed in. Sign in to see what is new.");
            return;
        }
        Background.quietly("Ask for " + task, progress -> ask(account.get(), progress),
                news -> show(news.discussion(), news.requested()), failure -> page.trouble(failure.getMessage()));
    }

    private News ask(Account account, Progress progress) throws WorkException {
        Known<Discussion> discussion = TaskBook.of(desk).discussion(account, task, progress);
        boolean offline = discussion.trouble().isPresent() || discussion.value().task().contribution().isEmpty();
        return new News(discussion, offline ? List.of() : Submit.at(desk).requestedChanges(account, task, progress));
    }

    private void show(Known<Discussion> known, List<Requested> requested) {
        if (page.isDisposed()) {
            return;
        }
        setPartName(known.value().task().title());
        if (activation.active().filter(task::equals).isPresent()) {
            Services.get(CommentWalk.class).know(task, requested);
        }
        page.show(known, requested);
    }

    private void refreshActions() {
        if (!page.isDisposed()) {
            page.refreshActions();
        }
    }

    @Override
    public void setFocus() {
        page.setFocus();
    }

    @Override
    public void dispose() {
        if (activation != null) {
            activation.removeListener(activated);
        }
        super.dispose();
    }
}
