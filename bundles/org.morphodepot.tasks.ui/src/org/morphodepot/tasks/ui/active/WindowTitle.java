package org.morphodepot.tasks.ui.active;

import java.util.Optional;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.morphodepot.tasks.ui.Services;
import org.morphodepot.viewer.session.Session;

/** Names what is in front, else the active task, in the title of the window, and wakes the services that follow sessions. */
public final class WindowTitle implements IStartup {

    private static final String PROGRAM = "MorphoDepot Workbench";

    @Override
    public void earlyStartup() {
        TaskEditors.later(() -> {
            TaskActivation activation = Services.get(TaskActivation.class);
            if (activation != null) {
                activation.addListener(() -> show(activation));
                for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
                    window.getPartService().addPartListener(new Front(activation));
                }
                show(activation);
            }
        });
    }

    private static void show(TaskActivation activation) {
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            String title = title(activation, window).map(what -> what + " \u2013 " + PROGRAM).orElse(PROGRAM);
            if (!title.equals(window.getShell().getText())) {
                window.getShell().setText(title);
            }
        }
    }

    /** The tab of a task is named by {@link TaskEditors#name}, past its editor. */
    private static Optional<String> title(TaskActivation activation, IWorkbenchWindow window) {
        IWorkbenchPage page = window.getActivePage();
        Optional<IEditorPart> other = Optional.ofNullable(page == null ? null : page.getActiveEditor())
                .filter(editor -> activation.session().filter(session -> session == Adapters.adapt(editor, Session.class))
                        .isEmpty());
        return other.map(IEditorPart::getTitle).or(activation::title);
    }

    /** Other editors come to the front, or get their name. */
    private record Front(TaskActivation activation) implements IPartListener2 {

        private void changed() {
            TaskEditors.later(() -> show(activation));
        }

        @Override
        public void partActivated(IWorkbenchPartReference part) {
            changed();
        }

        @Override
        public void partBroughtToTop(IWorkbenchPartReference part) {
            changed();
        }

        @Override
        public void partClosed(IWorkbenchPartReference part) {
            changed();
        }
    }
}
