package org.morphodepot.label.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.exchange.LabelImport;
import org.morphodepot.label.segnrrd.Grid;
import org.morphodepot.label.segnrrd.GridMismatch;
import org.morphodepot.label.segnrrd.Placement;
import org.morphodepot.ui.MonitorProgress;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;

/** Reads labels onto the scan of a session in the background, with progress and cancel. */
final class ImportJob extends Job {

    private final Volumes volumes;
    private final Session session;
    private final Path file;
    private final Placement placement;
    private final Consumer<Outcome> done;

    /** How reading ended, told on the job's thread; nothing is told when the user cancelled. */
    sealed interface Outcome {

        /** Ready to be added. */
        record Read(Segmentation labels) implements Outcome {
        }

        /** Made on another grid than the scan. */
        record Misfit(GridMismatch mismatch) implements Outcome {
        }

        /** For people: why not. */
        record Failed(String reason) implements Outcome {
        }
    }

    ImportJob(Volumes volumes, Session session, Path file, Placement placement, Consumer<Outcome> done) {
        super("Import " + file.getFileName());
        this.volumes = volumes;
        this.session = session;
        this.file = file;
        this.placement = placement;
        this.done = done;
        setUser(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            done.accept(read(new MonitorProgress(getName(), monitor)));
            return Status.OK_STATUS;
        } catch (CancellationException e) {
            return Status.CANCEL_STATUS;
        }
    }

    private Outcome read(Progress progress) {
        Grid grid = new Grid(session.scan().size(), session.volume().geometry());
        try {
            return new Outcome.Read(LabelImport.read(Address.of(file), volumes, Optional.of(grid), placement, progress));
        } catch (GridMismatch e) {
            return new Outcome.Misfit(e);
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            ILog.of(ImportJob.class).warn("Importing " + file, e);
            return new Outcome.Failed(e.getMessage() == null ? "There was not enough memory." : e.getMessage());
        }
    }
}
