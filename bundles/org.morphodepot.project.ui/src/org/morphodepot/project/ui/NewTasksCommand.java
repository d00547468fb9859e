package org.morphodepot.project.ui;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.morphodepot.github.RepoName;
import org.morphodepot.ui.Background;
import org.morphodepot.work.Account;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.project.NewTasks;
import org.morphodepot.work.project.Planning;
import org.morphodepot.work.project.Rights;

/** Project &gt; New Tasks from Structures…; a batch that stopped half-way comes first. */
public final class NewTasksCommand extends AbstractHandler {

    private static final String TITLE = "New Tasks from Structures";

    private final Director director = Services.director();

    @Override
    public Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        Optional<Account> account = director.account();
        if (account.isEmpty()) {
            Services.run(Names.SIGN_IN, Map.of());
        } else if (director.depot().isEmpty()) {
            MessageDialog.openInformation(shell, TITLE, "Choose a depot in the Overview first.");
        } else if (director.rights().flatMap(Rights::createTasks).isPresent()) {
            MessageDialog.openInformation(shell, TITLE, director.rights().flatMap(Rights::createTasks).get());
        } else if (goneOn(shell, account.get()).isEmpty()) {
            plan(shell, account.get(), director.depot().get());
        }
        return null;
    }

    private void plan(Shell shell, Account account, RepoName depot) {
        Background.asked("Read the structures of " + depot, progress -> Planning.of(director.desk(), account, depot, progress),
                planning -> open(shell, account, planning), failure -> tell(shell, failure));
    }

    private void open(Shell shell, Account account, Planning planning) {
        Optional<String> reason = planning.rights().createTasks();
        if (reason.isPresent()) {
            MessageDialog.openInformation(shell, TITLE, reason.get());
            return;
        }
        new WizardDialog(shell, new NewTasksWizard(director, account, planning)).open();
    }

    /** Asks about a batch that stopped half-way; empty when there is none, or it is to be forgotten. */
    private Optional<NewTasks> goneOn(Shell shell, Account account) {
        try {
            List<NewTasks> unfinished = NewTasks.unfinished(director.desk(), account);
            if (unfinished.isEmpty()) {
                return Optional.empty();
            }
            NewTasks batch = unfinished.getFirst();
            int answer = MessageDialog.open(MessageDialog.QUESTION, shell, TITLE, "Making " + batch.size() + " tasks for "
                    + batch.depot() + " stopped after " + batch.made() + ".", SWT.NONE, "Go On", "Forget the Rest", "Not Now");
            if (answer == 1) {
                batch.forget();
                return Optional.empty();
            }
            if (answer == 0) {
                goOn(shell, batch);
            }
            return Optional.of(batch);
        } catch (WorkException e) {
            tell(shell, e);
            return Optional.empty();
        }
    }

    private void goOn(Shell shell, NewTasks batch) {
        Background.asked("Make tasks for " + batch.depot(), batch::run, made -> {
            director.refresh();
            NewTasksWizard.report(shell, made);
        }, failure -> tell(shell, failure));
    }

    private static void tell(Shell shell, IOException failure) {
        if (!shell.isDisposed()) {
            MessageDialog.openError(shell, TITLE, failure.getMessage());
        }
    }
}
