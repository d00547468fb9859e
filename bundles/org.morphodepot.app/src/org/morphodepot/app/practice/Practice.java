package org.morphodepot.app.practice;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.morphodepot.forge.Account;
import org.morphodepot.forge.PracticeDepot;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Secret;
import org.morphodepot.work.Desk;

/** What the commands of the practice depot do. Called on the UI thread; what takes long runs in jobs. */
public final class Practice {

    private static final String SHEET = "org.morphodepot.app.practice.sheet";

    private Practice() {
    }

    static PracticeForge forge() {
        return service(PracticeForge.class);
    }

    private static <T> T service(Class<T> type) {
        return PlatformUI.getWorkbench().getService(IEclipseContext.class).get(type);
    }

    /** Sets everything up, signs the director and the segmenters in, and opens the task list and the cheat sheet. */
    public static void setUp() {
        run("Set up the practice depot", depot -> be(depot, "sam", () -> {
            perspective("segment");
            show("org.morphodepot.tasks.list");
            run("org.eclipse.ui.cheatsheets.openCheatSheet", Map.of("cheatSheetId", SHEET));
        }));
    }

    /** Becomes somebody of the practice depot, in the perspective of that role. */
    static void be(String login) {
        run("Be " + login, depot -> be(depot, login, () -> {
            perspective(login.equals("director") ? "project" : "segment");
            show(login.equals("director") ? "org.morphodepot.project.board" : "org.morphodepot.tasks.list");
        }));
    }

    /** Activates one of the practice depot's tasks. */
    static void activate(int issue) {
        run("Activate a task", depot -> run("org.morphodepot.tasks.activate", Map.of("org.morphodepot.tasks.activate.task",
                forge().address() + "/" + depot.depot() + "/issues/" + issue)));
    }

    private static void run(String name, Consumer<PracticeDepot> then) {
        Display display = Display.getCurrent();
        Job job = Job.create(name, (IJobFunction) _ -> {
            try {
                PracticeDepot depot = forge().start();
                signIn(depot);
                display.asyncExec(() -> then.accept(depot));
            } catch (IOException e) {
                ILog.of(Practice.class).error(name, e);
                display.asyncExec(() -> MessageDialog.openError(display.getActiveShell(), "Practice Depot",
                        "The practice depot could not be started: " + e.getMessage()));
            }
            return Status.OK_STATUS;
        });
        job.setPriority(Job.INTERACTIVE);
        job.schedule();
    }

    /** Everybody but the outsider; who is signed in already stays. */
    private static void signIn(PracticeDepot depot) throws IOException {
        Desk desk = service(Desk.class);
        ForgeAddress address = ForgeAddress.of(forge().address().toString());
        for (Account account : depot.accounts()) {
            boolean known = desk.accounts().all().stream()
                    .anyMatch(one -> one.forge().host().equals(address.host()) && one.login().equals(account.login()));
            if (!known && !account.role().equals("outsider")) {
                desk.accounts().add(address, Secret.of(account.token()), () -> false);
            }
        }
    }

    private static void be(PracticeDepot depot, String login, Runnable then) {
        Desk desk = service(Desk.class);
        String host = ForgeAddress.of(forge().address().toString()).host();
        desk.accounts().all().stream().filter(one -> one.forge().host().equals(host) && one.login().equals(login)).findFirst()
                .ifPresentOrElse(account -> {
                    desk.accounts().activate(account);
                    then.run();
                }, () -> ILog.of(Practice.class).warn(login + " is not in " + depot.depot()));
    }

    private static void perspective(String name) {
        try {
            PlatformUI.getWorkbench().showPerspective("org.morphodepot.perspective." + name, window());
        } catch (WorkbenchException e) {
            ILog.of(Practice.class).error("Perspective " + name, e);
        }
    }

    private static void show(String view) {
        IWorkbenchPage page = window().getActivePage();
        if (PlatformUI.getWorkbench().getViewRegistry().find(view) != null) {
            try {
                page.showView(view);
            } catch (WorkbenchException e) {
                ILog.of(Practice.class).error("View " + view, e);
            }
        }
    }

    private static IWorkbenchWindow window() {
        IWorkbenchWindow active = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return active != null ? active : PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    /** Runs a command of another bundle. */
    static void run(String command, Map<String, String> parameters) {
        ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(
                    ParameterizedCommand.generateCommand(commands.getCommand(command), parameters), null);
        } catch (CommandException e) {
            ILog.of(Practice.class).error("Command " + command, e);
        }
    }
}
