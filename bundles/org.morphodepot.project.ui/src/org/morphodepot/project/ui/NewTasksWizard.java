package org.morphodepot.project.ui;

import java.lang.reflect.InvocationTargetException;
import java.util.List;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.widgets.Shell;
import org.morphodepot.ui.MonitorProgress;
import org.morphodepot.work.Account;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.project.MadeTask;
import org.morphodepot.work.project.NewTasks;
import org.morphodepot.work.project.Planning;

/** New Tasks from Structures: chosen rows of the colour table become issues, given to people. */
final class NewTasksWizard extends Wizard {

    private static final int MOST = 10;

    private final Director director;
    private final Account account;
    private final TaskChoices choices;
    private final RegionScan scan;
    private NewTasks batch;

    NewTasksWizard(Director director, Account account, Planning planning) {
        this.director = director;
        this.account = account;
        scan = new RegionScan(director.desk(), account, planning.rights().depot(), Services.sessions());
        choices = new TaskChoices(planning);
        setWindowTitle("New Tasks from Structures of " + planning.rights().depot());
        setNeedsProgressMonitor(true);
    }

    @Override
    public void addPages() {
        addPage(new StructuresPage(choices));
        addPage(new RegionsPage(choices, scan));
        addPage(new DetailsPage(choices));
        addPage(new PreviewPage(choices));
    }

    @Override
    public boolean canFinish() {
        return choices.size() > 0 && getContainer().getCurrentPage() instanceof PreviewPage;
    }

    @Override
    public boolean performFinish() {
        List<MadeTask> made;
        try {
            if (batch == null) {
                batch = NewTasks.plan(director.desk(), account, choices.planning().rights().depot(), choices.drafts());
            }
            made = run(batch);
        } catch (WorkException e) {
            tell(e);
            return false;
        }
        director.refresh();
        report(getShell(), made);
        return true;
    }

    private List<MadeTask> run(NewTasks tasks) throws WorkException {
        MadeTask[][] made = new MadeTask[1][];
        try {
            getContainer().run(true, true, monitor -> {
                try {
                    made[0] = tasks.run(new MonitorProgress("Making tasks", monitor)).toArray(MadeTask[]::new);
                } catch (WorkException e) {
                    throw new InvocationTargetException(e);
                }
            });
            return List.of(made[0]);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof WorkException failure) {
                throw failure;
            }
            ILog.of(NewTasksWizard.class).error("Making tasks", e.getCause());
            throw new WorkException(WorkException.Kind.BROKEN, "Something unexpected happened; the error log says more.");
        } catch (InterruptedException e) {
            throw new WorkException(WorkException.Kind.CANCELLED, "Stopped.", e);
        }
    }

    /** The batch stays: Finish goes on where it stopped, also after a restart. */
    private void tell(WorkException failure) {
        String how = batch == null ? "" : " " + batch.made() + " of " + batch.size() + " are made; Finish goes on with the rest.";
        IWizardPage page = getContainer().getCurrentPage();
        ((WizardPage) page).setErrorMessage(failure.is(WorkException.Kind.CANCELLED) ? "Stopped." + how
                : failure.getMessage() + how);
        director.refresh();
    }

    @Override
    public boolean performCancel() {
        if (batch != null && batch.made() == 0) {
            try {
                batch.forget();
            } catch (WorkException e) {
                ILog.of(NewTasksWizard.class).warn("A plan stays: " + e.getMessage(), e);
            }
        }
        return true;
    }

    /** What was made, and what came back otherwise than it was wished. */
    static void report(Shell shell, List<MadeTask> made) {
        List<MadeTask> odd = made.stream().filter(task -> !task.isComplete()).toList();
        String all = Ages.many(made.size(), "task") + (made.size() == 1 ? " is" : " are") + " made: " + list(made.stream()
                .map(task -> "#" + task.number() + " " + task.title()).toList(), ", ") + ".";
        if (odd.isEmpty()) {
            MessageDialog.openInformation(shell, "Tasks Made", all);
        } else {
            MessageDialog.openWarning(shell, "Tasks Made", all + "\n\nSome are not as you wanted:\n"
                    + list(odd.stream().map(NewTasksWizard::words).toList(), "\n")
                    + "\n\nThe forge assigns only people who belong to the depot. Invite them, or let them comment on the task.");
        }
    }

    private static String list(List<String> items, String between) {
        return String.join(between, items.stream().limit(MOST).toList())
                + (items.size() > MOST ? between + "and " + (items.size() - MOST) + " more" : "");
    }

    private static String words(MadeTask task) {
        String nobody = task.notAssigned().isEmpty() ? "" : ": not given to " + String.join(", ", task.notAssigned());
        String bare = task.labelsMissing().isEmpty() ? "" : ": without labels " + String.join(", ", task.labelsMissing());
        return "#" + task.number() + " " + task.title() + nobody + bare;
    }
}
