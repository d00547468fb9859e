package org.morphodepot.tasks.ui.active;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.core.runtime.Platform;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.SegmentationDiff;
import org.morphodepot.tasks.ui.Notices;
import org.morphodepot.ui.Background;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.SessionListener;
import org.morphodepot.viewer.session.Sessions;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Desk;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.checkpoint.Checkpoint;
import org.morphodepot.work.checkpoint.Summary;
import org.morphodepot.work.start.Assignment;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Every save of a task's labels becomes a checkpoint, and what is not saved for some minutes is saved by itself. One checkpoint
 * at a time. Any thread; listeners are told on the thread that did it.
 */
@Component(service = Checkpoints.class)
public final class Checkpoints {

    static final String MINUTES = "checkpointMinutes";
    private static final int USUAL_MINUTES = 3;

    private final Desk desk;
    private final Sessions sessions;
    private final Map<Session, Followed> followed = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final TaskNotes notes = TaskNotes.inThisWorkspace();
    private final ReentrantLock one = new ReentrantLock();
    private final AutoSave autoSave = new AutoSave(this);
    private final CropOffer cropOffer = new CropOffer();
    private volatile SaveState state = SaveState.NOTHING;

    @Activate
    public Checkpoints(@Reference Desk desk, @Reference Sessions sessions) {
        this.desk = desk;
        this.sessions = sessions;
        autoSave.schedule(AutoSave.LOOK.toMillis());
    }

    @Deactivate
    void stop() {
        autoSave.cancel();
    }

    /** From now on saving this session makes checkpoints of its task. */
    public void follow(Session session, Assignment assignment) {
        followed.computeIfAbsent(session, s -> {
            Followed watch = new Followed(s, assignment);
            s.addListener(watch);
            s.labelling().addListener(watch);
            return watch;
        });
        become(SaveState.NOTHING);
    }

    /** Saves what is not saved and commits it. Blocks; empty when there was nothing new. */
    public Optional<Summary> now(Session session, Assignment assignment, Progress progress) throws WorkException {
        return now(session, assignment, true, progress);
    }

    /** @param asked whether the person waits for it and can answer a question */
    private Optional<Summary> now(Session session, Assignment assignment, boolean asked, Progress progress)
            throws WorkException {
        one.lock();
        try {
            if (session.labelling().isDirty() || !Files.exists(assignment.labels())) {
                become(SaveState.saving());
                save(session, assignment.labels(), progress);
            }
            return commit(session, assignment, asked, progress);
        } catch (WorkException e) {
            become(SaveState.failed(e.getMessage()));
            throw e;
        } finally {
            one.unlock();
        }
    }

    private void save(Session session, Path target, Progress progress) throws WorkException {
        Followed watch = followed.get(session);
        try {
            if (watch != null) {
                watch.saving = true;
            }
            sessions.save(session, target, progress);
        } catch (IOException e) {
            throw WorkException.of(e);
        } finally {
            if (watch != null) {
                watch.saving = false;
            }
        }
    }

    private Optional<Summary> commit(Session session, Assignment assignment, boolean asked, Progress progress)
            throws WorkException {
        boolean crop = asked && cropOffer.isTaken(assignment.labels());
        if (crop) {
            session.cropWhenSaved();
            save(session, assignment.labels(), progress);
        }
        Segmentation saved = session.labelling().lastSaved();
        Optional<Summary> summary = crop ? Checkpoint.cropped(desk, assignment, saved, progress)
                : Checkpoint.of(desk, assignment, saved, progress);
        Optional<Segmentation> merged = summary.flatMap(Summary::merged);
        if (merged.isPresent()) {
            show(session, saved, merged.get());
            save(session, assignment.labels(), progress); // so that the journal goes on from the file as it is now
        }
        if (summary.isPresent()) {
            notes.keep(assignment, session);
        }
        summary.flatMap(Summary::warning).ifPresent(warning -> Notices.show(TaskNames.of(desk, assignment.task()), warning));
        become(SaveState.saved(Instant.now()));
        return summary;
    }

    /** Somebody else's changes came in below the open session. What was painted since the save stays. */
    private static void show(Session session, Segmentation saved, Segmentation merged) {
        session.change(labelling -> labelling.apply(SegmentationDiff.edit(saved, merged, "Take over changes", "task.merge")))
                .exceptionally(_ -> null).join(); // a session that was closed meanwhile needs no news
    }

    /**
     * The file became something else below an open session: the session takes it over and saves it, so that its journal goes on
     * from the file as it is now. Blocks.
     */
    public void takeOver(Session session, Assignment assignment, Segmentation merged, Progress progress) throws WorkException {
        one.lock();
        try {
            show(session, session.labelling().current(), merged);
            save(session, assignment.labels(), progress);
            become(SaveState.saved(Instant.now()));
        } finally {
            one.unlock();
        }
    }

    /** Whether the work of the active task is safe. */
    public SaveState state() {
        return state;
    }

    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private void become(SaveState next) {
        state = next;
        listeners.forEach(Runnable::run);
    }

    /** Saves what has waited long enough; asked now and then. */
    void saveWhatWaits(Progress progress) {
        Duration patience = Duration.ofMinutes(
                Math.max(1, Platform.getPreferencesService().getInt("org.morphodepot.tasks.ui", MINUTES, USUAL_MINUTES, null)));
        for (Followed watch : followed.values()) {
            boolean waits = watch.changedSince.filter(since -> since.plus(patience).isBefore(Instant.now())).isPresent();
            if (waits && sessions.all().contains(watch.session) && watch.session.labelling().isDirty()) {
                try {
                    now(watch.session, watch.assignment, false, progress);
                } catch (WorkException e) {
                    watch.tell(e);
                }
            }
        }
        followed.keySet().removeIf(session -> !sessions.all().contains(session));
    }

    /** Hears of saves and changes of one session. */
    private final class Followed implements SessionListener, Labelling.Listener {

        private final Session session;
        private final Assignment assignment;
        private volatile boolean saving;
        private volatile Optional<Instant> changedSince = Optional.empty();
        private volatile String told = "";

        Followed(Session session, Assignment assignment) {
            this.session = session;
            this.assignment = assignment;
        }

        @Override
        public void fileChanged() {
            changedSince = Optional.empty();
            if (!saving && session.file().filter(assignment.labels()::equals).isPresent()) {
                Background.quietly("Checkpoint of " + assignment.task(), progress -> {
                    one.lock();
                    try {
                        return commit(session, assignment, true, progress);
                    } finally {
                        one.unlock();
                    }
                }, _ -> { }, this::tell);
            }
        }

        @Override
        public void changed(Labelling.Change change) {
            if (changedSince.isEmpty()) {
                changedSince = Optional.of(Instant.now());
            }
        }

        /** The same trouble is told once; the status line goes on showing it. */
        private void tell(IOException failure) {
            become(SaveState.failed(failure.getMessage()));
            if (!told.equals(failure.getMessage())) {
                told = failure.getMessage();
                Notices.show(TaskNames.of(desk, assignment.task()), failure.getMessage());
            }
        }
    }
}
