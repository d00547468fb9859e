package org.morphodepot.tasks.ui;

import java.io.IOException;
import java.util.function.Consumer;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.morphodepot.work.WorkException;

/** Tells what did not work. UI thread. */
public final class Failures {

    /** Id of the command that opens the sign-in dialog. */
    public static final String SIGN_IN = "org.morphodepot.tasks.signIn";

    private Failures() {
    }

    /** For work in the background: tells under this title. */
    public static Consumer<IOException> telling(String title) {
        return failure -> show(title, failure);
    }

    /** In a dialog; where a sign-in is missing it is one button away. */
    public static void show(String title, IOException cause) {
        WorkException failure = WorkException.of(cause);
        Shell shell = Display.getCurrent().getActiveShell();
        if (failure.is(WorkException.Kind.SIGN_IN)) {
            int answer = MessageDialog.open(MessageDialog.WARNING, shell, title, failure.getMessage(), 0, "Sign In\u2026",
                    "Cancel");
            if (answer == 0) {
                signIn();
            }
            return;
        }
        boolean later = failure.is(WorkException.Kind.OFFLINE);
        MessageDialog.open(later ? MessageDialog.INFORMATION : MessageDialog.ERROR, shell, title, failure.getMessage(), 0,
                "OK");
    }

    private static void signIn() {
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(SIGN_IN, null);
        } catch (org.eclipse.core.commands.common.CommandException e) {
            throw new IllegalStateException(SIGN_IN, e);
        }
    }
}
