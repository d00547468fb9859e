package org.morphodepot.transfer;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.morphodepot.volume.Volumes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The transfers of the workbench, newest first: running ones and those that have ended and are still shown. Any thread. */
@Component(service = Transfers.class)
public final class Transfers {

    private final Volumes volumes;
    private final List<TransferJob> jobs = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public Transfers(@Reference Volumes volumes) {
        this.volumes = volumes;
    }

    /** Begins to carry an order out, on threads of its own. */
    public TransferJob start(TransferOrder order) {
        TransferJob job = new TransferJob(order, volumes, this::changed);
        jobs.addFirst(job);
        job.start();
        changed();
        return job;
    }

    /** Newest first. */
    public List<TransferJob> all() {
        return List.copyOf(jobs);
    }

    /** Forgets those that have ended. */
    public void removeEnded() {
        jobs.removeIf(job -> job.state().isEnd());
        changed();
    }

    /** Is told on any thread when a transfer begins or ends, not how far it is. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /** Stops all that is running. */
    @Deactivate
    public void close() {
        jobs.forEach(TransferJob::cancel);
    }
}
