package org.morphodepot.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.morphodepot.cli.phantom.PhantomSpecimen;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;

/** Opens the specimen that the product brings along, making it in the work folder the first time. */
public final class OpenSpecimen extends AbstractHandler {

    private static final String OPEN = "org.morphodepot.viewer.ui.open";

    @Override
    public Object execute(ExecutionEvent event) {
        start();
        return null;
    }

    /** Makes the specimen in the background where it is missing, then opens it. UI thread. */
    static void start() {
        if (!PlatformUI.isWorkbenchRunning() || PlatformUI.getWorkbench().isClosing()) {
            return; // the user was quicker
        }
        Volumes volumes = PlatformUI.getWorkbench().getService(IEclipseContext.class).get(Volumes.class);
        Display display = PlatformUI.getWorkbench().getDisplay();
        Job job = Job.create("Prepare the practice specimen",
                (IJobFunction) monitor -> prepare(volumes, display, monitor));
        job.setPriority(Job.INTERACTIVE);
        job.schedule();
    }

    private static IStatus prepare(Volumes volumes, Display display, IProgressMonitor monitor) {
        try {
            Path folder = Path.of(Platform.getInstanceLocation().getURL().getPath());
            Path specimen = PhantomSpecimen.ensure(folder.resolve("specimen"), volumes, progress(monitor));
            display.asyncExec(() -> open(specimen.toString()));
            return Status.OK_STATUS;
        } catch (CancellationException e) {
            return Status.CANCEL_STATUS;
        } catch (IOException e) {
            display.asyncExec(() -> MessageDialog.openError(display.getActiveShell(), "Cannot Prepare the Specimen",
                    e.getMessage()));
            return Status.OK_STATUS;
        }
    }

    private static void open(String address) {
        ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
        IHandlerService handlers = PlatformUI.getWorkbench().getService(IHandlerService.class);
        try {
            handlers.executeCommand(ParameterizedCommand.generateCommand(commands.getCommand(OPEN),
                    Map.of(OPEN + ".address", address)), null);
        } catch (CommandException e) {
            ILog.of(OpenSpecimen.class).error("Cannot open " + address, e);
        }
    }

    private static Progress progress(IProgressMonitor monitor) {
        SubMonitor ticks = SubMonitor.convert(monitor);
        return new Progress() {
            @Override
            public void report(long done, long total, String what) {
                ticks.setWorkRemaining(100).worked(1);
                ticks.subTask(what);
            }

            @Override
            public boolean cancelled() {
                return monitor.isCanceled();
            }
        };
    }
}
