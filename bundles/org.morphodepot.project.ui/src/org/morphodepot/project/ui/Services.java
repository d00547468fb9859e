package org.morphodepot.project.ui;

import java.util.Map;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.morphodepot.viewer.session.Sessions;
import org.morphodepot.work.Desk;

/** What the parts of this bundle share, and what they ask of the workbench. UI thread. */
final class Services {

    private Services() {
    }

    /** The one director of the workbench. */
    static Director director() {
        IEclipseContext context = context();
        Director director = context.get(Director.class);
        if (director == null) {
            director = new Director(context.get(Desk.class), Display.getCurrent());
            context.set(Director.class, director);
        }
        return director;
    }

    /** The contributions that are open in editors. */
    static OpenReviews openReviews() {
        IEclipseContext context = context();
        OpenReviews open = context.get(OpenReviews.class);
        if (open == null) {
            open = new OpenReviews(context.get(Sessions.class), Display.getCurrent());
            context.set(OpenReviews.class, open);
        }
        return open;
    }

    static Sessions sessions() {
        return context().get(Sessions.class);
    }

    private static IEclipseContext context() {
        return PlatformUI.getWorkbench().getService(IEclipseContext.class);
    }

    /** Runs a command by id, as its menu entry does. */
    static void run(String command, Map<String, String> parameters) {
        ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
        IHandlerService handlers = PlatformUI.getWorkbench().getService(IHandlerService.class);
        try {
            handlers.executeCommand(ParameterizedCommand.generateCommand(commands.getCommand(command), parameters), null);
        } catch (CommandException e) {
            ILog.of(Services.class).error("Cannot run " + command, e);
        }
    }

    /** Brings a view up. */
    static void show(String view) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        if (page != null) {
            try {
                page.showView(view, null, IWorkbenchPage.VIEW_VISIBLE);
            } catch (PartInitException e) {
                ILog.of(Services.class).error("Cannot show " + view, e);
            }
        }
    }
}
