package org.morphodepot.viewer.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.morphodepot.label.BlockMemory;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.journal.LabelJournal;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.cache.ChunkCache;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Opens, saves and closes sessions, and knows the one in front. The service where all parts of the workbench meet. */
@Component(service = Sessions.class)
public final class Sessions {

    private final Volumes volumes;
    private final ToolPalette tools;
    private final ChunkCache cache;
    private final List<Session> open = new CopyOnWriteArrayList<>();
    private final List<SessionsListener> listeners = new CopyOnWriteArrayList<>();
    private final Set<Session> shown = ConcurrentHashMap.newKeySet();
    private final Journals journals;
    private final Closings closings = new Closings();
    private volatile String person = System.getProperty("user.name", "");
    private volatile Optional<Session> active = Optional.empty();

    /** With a chunk cache of a third of the heap, and journals in the workspace. */
    @Activate
    public Sessions(@Reference Volumes volumes, @Reference ToolPalette tools) {
        this(volumes, tools, Runtime.getRuntime().maxMemory() / 3, new Journals(WorkspaceFolder::journals));
    }

    /** Without journals. */
    public Sessions(Volumes volumes, ToolPalette tools, long cacheBytes) {
        this(volumes, tools, cacheBytes, new Journals(Optional::empty));
    }

    /** @param journals folder in which every session keeps a journal of its edits; made when it is not there */
    public Sessions(Volumes volumes, ToolPalette tools, long cacheBytes, Path journals) {
        this(volumes, tools, cacheBytes, new Journals(() -> Optional.of(journals)));
    }

    Sessions(Volumes volumes, ToolPalette tools, long cacheBytes, Journals journals) {
        this.volumes = volumes;
        this.tools = tools;
        this.journals = journals;
        cache = new ChunkCache(cacheBytes);
    }

    public ToolPalette tools() {
        return tools;
    }

    public Volumes volumes() {
        return volumes;
    }

    /** The session in front. */
    public Optional<Session> active() {
        return active;
    }

    /** All open sessions, oldest first. */
    public List<Session> all() {
        return List.copyOf(open);
    }

    /**
     * Opens what a user means by an address: a scan with the labels that lie beside it, or labels with the scan that
     * lies beside them; labels alone are shown on an empty volume. The session is not in front yet. Blocks; never on
     * the UI thread.
     *
     * @throws org.morphodepot.label.segnrrd.GridMismatch when labels lie on another grid than the scan: ask the user,
     *         and open again with another {@link OpenRequest}
     * @throws SpacingUnknown when the request has {@link Spacing.Ask} and the file does not say it: as above
     * @throws org.morphodepot.volume.VolumeException with a message for people; nothing stays open then
     * @throws java.util.concurrent.CancellationException when {@code progress} says so
     */
    public Session open(Address address, Progress progress) throws IOException {
        return open(OpenRequest.of(address), progress);
    }

    /**
     * Opens exactly what is asked for. Edits that a crash left are repeated, silently. Blocks; as
     * {@link #open(Address, Progress)}.
     */
    public Session open(OpenRequest request, Progress progress) throws IOException {
        WorkspaceFolder.pages().ifPresent(BlockMemory.shared()::pageTo);
        closings.await();
        Session session = new Opening(volumes, tools, cache, journals, progress).open(request);
        session.labelling().signAs(person);
        open.add(session);
        return session;
    }

    /** Edits from now on are by this person, in all sessions: an account name, or that of the user of the computer. */
    public void signAs(String name) {
        person = name;
        open.forEach(session -> session.labelling().signAs(name));
    }

    /** Brings a session to the front. */
    public void activate(Session session) {
        changeActive(Optional.of(session));
    }

    /**
     * Writes the labels as they are now to {@code target}, whole or not at all; later edits go on meanwhile. Blocks;
     * never on the UI thread.
     */
    public void save(Session session, Path target, Progress progress) throws IOException {
        session.saving().lock();
        try {
            saveAlone(session, target, progress);
        } finally {
            session.saving().unlock();
        }
    }

    /** One at a time: what is marked later is saved later, and may let the journal forget what came before. */
    private void saveAlone(Session session, Path target, Progress progress) throws IOException {
        Optional<LabelJournal> journal = session.journal();
        Optional<LabelJournal.Mark> mark = journal.map(LabelJournal::mark);
        Segmentation saved = mark.map(LabelJournal.Mark::state).orElseGet(session.labelling()::current);
        Address scan = session.scan().address();
        SegNrrd.BeforeAppearing before = written -> {
            if (mark.isPresent()) {
                String base = JournalNames.of(written, saved.size(), saved.geometry());
                journals.saving(journal.orElseThrow(), mark.get(), scan, target, base);
            }
        };
        if (session.isCropped()) {
            SegNrrd.writeCropped(saved, target, progress, before);
        } else {
            SegNrrd.write(saved, target, progress, before);
        }
        session.change(labelling -> labelling.markSaved(saved)).join();
        session.belongTo(target);
        journal.ifPresent(kept -> journals.saved(kept, mark.orElseThrow(), scan, target));
    }

    /**
     * Closes a session that was shown; what is not saved is not wanted. The latest other session comes to the front when
     * this one was there. A session that nobody has seen keeps what a crash left for the next time. Returns at once: the
     * journal and the scan are closed on another thread, which the next opening waits for.
     */
    public void close(Session session) {
        if (!open.remove(session)) {
            return;
        }
        end(session, shown.remove(session) && session.labelling().isDirty());
    }

    private void end(Session session, boolean discard) {
        if (active.filter(session::equals).isPresent()) {
            changeActive(open.isEmpty() ? Optional.empty() : Optional.of(open.getLast()));
        }
        listeners.forEach(listener -> listener.closed(session));
        closings.begin(session.name(), () -> {
            if (discard) {
                session.journal().ifPresent(journals::discard);
            }
            session.close();
        });
    }

    /** Waits until what was closed has let go of its files. */
    void awaitClosed() {
        closings.await();
    }

    public void addListener(SessionsListener listener) {
        listeners.add(listener);
    }

    public void removeListener(SessionsListener listener) {
        listeners.remove(listener);
    }

    /** Closes everything, as the workbench does when it ends in a hurry: unsaved edits are there again next time. */
    @Deactivate
    public void dispose() {
        for (Session session : all()) {
            if (open.remove(session)) {
                end(session, false);
            }
        }
        closings.await();
        cache.close();
    }

    private void changeActive(Optional<Session> next) {
        next.ifPresent(shown::add);
        if (!next.equals(active)) {
            active = next;
            listeners.forEach(listener -> listener.activated(next));
        }
    }
}
