package org.morphodepot.tasks.ui.list;

import java.util.function.Consumer;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Repository;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.tasks.ui.Failures;
import org.morphodepot.ui.Background;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Watching;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.tasks.TaskBook;

/** Asks which depot to add and looks whether there is one of that name, before anything is added. UI thread. */
final class AddDepot {

    private static final String TITLE = "Add Depot";

    private AddDepot() {
    }

    /** @param add called with the depot's name as the forge writes it */
    static void ask(Shell shell, Desk desk, Account account, Consumer<RepoName> add) {
        InputDialog dialog = new InputDialog(shell, TITLE, "Owner and name of the depot, such as lab/danio, or the address of its"
                + " page. All of its tasks are listed.", "", text -> text.isBlank() ? ""
                        : DepotName.trouble(text, account.forge()).orElse(null));
        if (dialog.open() == Window.OK) {
            RepoName name = DepotName.of(dialog.getValue()).orElseThrow();
            Background.asked(TITLE, progress -> find(desk.github(account).watched(Watching.github(progress)), name),
                    found -> {
                        if (found.hasTopic(TaskBook.TOPIC) || sure(shell, found)) {
                            add.accept(found.name());
                        }
                    }, Failures.telling(TITLE));
        }
    }

    private static Repository find(GitHub github, RepoName name) throws WorkException {
        try {
            return github.repositories().get(name);
        } catch (GitHubException e) {
            WorkException told = WorkException.of(e);
            throw told.is(WorkException.Kind.NOT_FOUND) ? new WorkException(WorkException.Kind.NOT_FOUND, "There is no depot "
                    + name + ", or you may not see it. Check the spelling, or ask its owner to let you in.", e) : told;
        }
    }

    private static boolean sure(Shell shell, Repository found) {
        return MessageDialog.open(MessageDialog.QUESTION, shell, TITLE, found.name() + " does not say that it is a depot (topic "
                + TaskBook.TOPIC + "). Its issues may be no tasks.", 0, "Add", "Cancel") == 0;
    }
}
