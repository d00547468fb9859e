package org.morphodepot.tasks.ui.active;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ILog;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.work.start.Assignment;

/** Opens and closes the slices of a task. UI thread, but for {@link #later}. */
public final class TaskEditors {

    private static final String OPEN = "org.morphodepot.viewer.ui.open";
    private static final String PERSPECTIVE = "org.morphodepot.perspective.segment";

    private TaskEditors() {
    }

    /** Opens the scan of a task with its labels under a title, or brings them to the front. */
    public static void open(Assignment assignment, String title) {
        IWorkbench workbench = PlatformUI.getWorkbench();
        IWorkbenchWindow window = workbench.getActiveWorkbenchWindow() != null ? workbench.getActiveWorkbenchWindow()
                : workbench.getWorkbenchWindows()[0];
        try {
            workbench.showPerspective(PERSPECTIVE, window);
            ParameterizedCommand open = ParameterizedCommand.generateCommand(
                    workbench.getService(ICommandService.class).getCommand(OPEN),
                    Map.of(OPEN + ".address", assignment.scan().toString(), OPEN + ".labels", assignment.labels().toString(),
                            OPEN + ".title", title));
            window.getService(IHandlerService.class).executeCommand(open, null);
        } catch (CommandException | WorkbenchException e) {
            ILog.of(TaskEditors.class).error("Opening " + assignment.task(), e);
        }
    }

    /** Closes the editor that shows a session; asks when there is something to save. */
    public static void close(Session session) {
        editors(session).forEach(editor -> editor.getSite().getPage().closeEditor(editor, true));
    }

    /** Names the tab of a session by the task: the names of its files say nothing to people. */
    static void name(Session session, String title) {
        editors(session).forEach(editor -> editor.getSite().getService(MPart.class).setLabel(title));
    }

    private static List<IEditorPart> editors(Session session) {
        List<IEditorPart> found = new ArrayList<>();
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            for (IWorkbenchPage page : window.getPages()) {
                for (IEditorReference reference : page.getEditorReferences()) {
                    IEditorPart editor = reference.getEditor(false);
                    if (editor != null && Adapters.adapt(editor, Session.class) == session) {
                        found.add(editor);
                    }
                }
            }
        }
        return found;
    }

    /** Runs on the UI thread, soon. Any thread. */
    public static void later(Runnable news) {
        if (PlatformUI.isWorkbenchRunning()) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            if (!display.isDisposed()) {
                display.asyncExec(news);
            }
        }
    }
}
