package org.morphodepot.viewer.ui;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Opens the address that the program was started with: {@code open ADDRESS}. */
public final class OpenAtStart implements IStartup {

    @Override
    public void earlyStartup() {
        address(List.of(Platform.getApplicationArgs())).ifPresent(address -> {
            IWorkbench workbench = PlatformUI.getWorkbench();
            workbench.getDisplay().asyncExec(() -> {
                IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
                if (window != null) {
                    OpenScan.open(window, address);
                }
            });
        });
    }

    /** What follows the word open. */
    static Optional<String> address(List<String> arguments) {
        int open = arguments.indexOf("open");
        return open >= 0 && open + 1 < arguments.size() ? Optional.of(arguments.get(open + 1)) : Optional.empty();
    }
}
