package org.morphodepot.viewer.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.VoxelBlame;
import org.morphodepot.label.journal.LabelJournal;
import org.morphodepot.label.tool.Intensities;
import org.morphodepot.viewer.Histogram;
import org.morphodepot.viewer.LabelDisplay;
import org.morphodepot.viewer.SliceCamera;
import org.morphodepot.viewer.SliceOrientation;
import org.morphodepot.viewer.SlicePlane;
import org.morphodepot.viewer.SlicePlanes;
import org.morphodepot.viewer.SliceScene;
import org.morphodepot.viewer.ViewTransform;
import org.morphodepot.viewer.ViewerState;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.volume.cache.ChunkCache;

/**
 * One opened scan with one labelling: what the editor shows and all views beside it talk about. Reading is possible
 * from any thread at once; {@link #change} and the {@link Toolbox} bring changes of labels into one order on the
 * session's thread.
 */
public final class Session {

    private static final System.Logger LOG = System.getLogger(Session.class.getName());
    /** Milliseconds; about what one notices. */
    private static final long NOTICED = 500;
    /** So often; an edit of a whole scan that the disk takes no faster waits no longer. */
    private static final int MOST_WAITS = 120;

    private final Places places;
    private final ChunkCache cache;
    private final Labelling labelling;
    private final Map<SliceOrientation, SlicePlane> planes;
    private final Toolbox toolbox;
    private final Regions regions;
    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService worker;
    private final Optional<LabelJournal> journal;
    private final Lock saving = new ReentrantLock();
    private volatile Shown shown;
    private ViewerState view;
    private volatile Optional<VoxelPoint> pointer = Optional.empty();
    private volatile Optional<Path> file;
    private volatile boolean cropped;

    /**
     * A session over opened things.
     *
     * @param values of the scan, as far as known
     * @param file where the labels came from, if from anywhere
     */
    public Session(Scan scan, ChunkCache cache, Labelling labelling, ToolPalette tools, ViewerState view,
            Histogram values, Optional<Path> file) {
        this(new Shown(scan, cache, view.range(), values), cache, labelling, tools, view, file, Optional.empty());
    }

    /** @param journal that records the labelling; the session closes it */
    Session(Shown shown, ChunkCache cache, Labelling labelling, ToolPalette tools, ViewerState view, Optional<Path> file,
            Optional<LabelJournal> journal) {
        this.journal = journal;
        this.shown = shown;
        places = new Places(cache, shown);
        this.cache = cache;
        this.labelling = labelling;
        this.view = view;
        this.file = file;
        planes = SlicePlanes.of(shown.scan().volume().geometry());
        worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("labels of " + name()).factory());
        toolbox = new Toolbox(this, tools);
        regions = new Regions(this::regionsChanged);
        labelling.addListener(this::labelsChanged);
        journal.ifPresent(kept -> kept.onTrouble(() -> listeners.forEach(SessionListener::journalTroubleChanged)));
    }

    /** For titles. */
    public String name() {
        return scan().address().name();
    }

    /** The scan at the channel and time shown now. */
    public Scan scan() {
        return shown.scan();
    }

    public Volume volume() {
        return scan().volume();
    }

    /**
     * Shows another channel or time; labels belong to all of them. The window of each channel is kept. Blocks on the store;
     * never on the UI thread.
     *
     * @param wanted index per axis that is not in space; 0 for axes not named
     */
    public void choose(Map<String, Integer> wanted) throws IOException {
        Shown next = places.at(scan(), wanted);
        boolean otherChannel = next.scan().channel() != scan().channel();
        if (otherChannel) {
            places.leave(scan(), view().range());
        }
        shown = next;
        if (otherChannel) {
            update(now -> now.withRange(places.window(next)));
        }
        showAgain();
    }

    /** Tells everybody who shows the channel and time to look again, as after a choice that did not succeed. */
    public void showAgain() {
        listeners.forEach(SessionListener::scanChanged);
    }

    public ChunkCache cache() {
        return cache;
    }

    public Labelling labelling() {
        return labelling;
    }

    public Toolbox toolbox() {
        return toolbox;
    }

    /** Boxes that lie over the slices. */
    public Regions regions() {
        return regions;
    }

    public Map<SliceOrientation, SlicePlane> planes() {
        return planes;
    }

    /** The scan's values; blocking, never on the UI thread. */
    public Intensities intensities() {
        return shown.intensities();
    }

    /** What the views show now. A view without a camera shows the whole slice. */
    public synchronized ViewerState view() {
        return view;
    }

    /** The display window that suits the values. */
    public DisplayRange autoRange() {
        return shown.autoRange();
    }

    /** How often values occur in the samples taken when it was first shown. */
    public Histogram values() {
        return shown.values();
    }

    /** What a view of this many pixels draws now; empty while it has no pixels. */
    public Optional<SliceScene> scene(SliceOrientation orientation, int width, int height) {
        if (width <= 0 || height <= 0) {
            return Optional.empty();
        }
        ViewerState now = view();
        SlicePlane plane = planes.get(orientation);
        Volume volume = volume();
        SliceCamera camera = now.cameras().get(orientation);
        SliceCamera used = camera != null ? camera
                : ViewTransform.fit(plane, framed(now), volume.geometry(), width, height);
        ViewTransform transform = ViewTransform.of(plane, used, volume.geometry(), width, height);
        return Optional.of(new SliceScene(volume, key -> cache.peek(volume, key), transform,
                now.crosshair().get(plane.normal()), now.range(), now.smooth(), labels(now), toolbox.preview(),
                now.coloured() ? scan().rgb().orElse(SliceScene.WHITE) : SliceScene.WHITE));
    }

    private VoxelBox framed(ViewerState now) {
        VoxelBox all = scan().size().box();
        return now.frame().map(all::intersect).filter(box -> !box.isEmpty()).orElse(all);
    }

    private Optional<LabelDisplay> labels(ViewerState now) {
        if (!now.labelsShown()) {
            return Optional.empty();
        }
        Segmentation current = labelling.current();
        return Optional.of(new LabelDisplay(current, now.labelOpacity(), now.outlines(),
                labelling.active().flatMap(current::segment), toolbox.stroke()));
    }

    /** Changes what the views show, from any thread. */
    public void update(UnaryOperator<ViewerState> change) {
        ViewerState before;
        ViewerState after;
        synchronized (this) {
            before = view;
            after = change.apply(before);
            view = after;
        }
        if (!after.equals(before)) {
            listeners.forEach(listener -> listener.viewChanged(before, after));
        }
    }

    /** The level-0 voxel under the pointer, while it is over the scan. */
    public Optional<VoxelPoint> pointer() {
        return pointer;
    }

    public void pointAt(Optional<VoxelPoint> voxel) {
        if (!voxel.equals(pointer)) {
            pointer = voxel;
            listeners.forEach(SessionListener::pointerChanged);
        }
    }

    /** The segmentation file that Save writes; empty until it has a name. */
    public Optional<Path> file() {
        return file;
    }

    /** From now on it is saved as the box around all labels: nothing moves, but a file for the whole scan is larger. */
    public void cropWhenSaved() {
        cropped = true;
    }

    boolean isCropped() {
        return cropped;
    }

    void belongTo(Path saved) {
        file = Optional.of(saved);
        listeners.forEach(SessionListener::fileChanged);
    }

    public void addListener(SessionListener listener) {
        listeners.add(listener);
    }

    public void removeListener(SessionListener listener) {
        listeners.remove(listener);
    }

    /** Runs a change of the labelling on the session's thread, after all that were asked for before. */
    public CompletableFuture<Void> change(Consumer<Labelling> change) {
        return submit(() -> {
            change.accept(labelling);
            return null;
        });
    }

    /** Adds a segment with a free name and a colour of its own, and makes it the one that tools paint. */
    public CompletableFuture<Segment> addSegment() {
        return submit(() -> NewSegment.addTo(labelling));
    }

    public CompletableFuture<Void> undo() {
        return change(Labelling::undo);
    }

    public CompletableFuture<Void> redo() {
        return change(Labelling::redo);
    }

    /**
     * An edit has not ended before it is in the journal: that of a whole scan takes seconds, and what comes after it would be
     * lost with a crash. When the disk fails nothing waits.
     */
    private void keep() {
        boolean kept = journal.isEmpty();
        for (int i = 0; !kept && i < MOST_WAITS; i++) {
            kept = isKept(journal.get()) || journal.get().trouble().isPresent() || worker.isShutdown();
        }
    }

    private static boolean isKept(LabelJournal journal) {
        try {
            journal.appended().get(NOTICED, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            LOG.log(System.Logger.Level.DEBUG, "the journal is behind", e);
            return false;
        } catch (ExecutionException e) {
            return true; // it is closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Runs a task on the session's thread; a failure also goes to {@link SessionListener#failed}. */
    <T> CompletableFuture<T> submit(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            worker.execute(() -> run(task, result));
        } catch (RejectedExecutionException e) {
            result.cancel(false);
        }
        return result;
    }

    private <T> void run(Callable<T> task, CompletableFuture<T> result) {
        try {
            T value = task.call();
            keep();
            result.complete(value);
        } catch (CancellationException e) {
            result.cancel(false);
        } catch (Exception | OutOfMemoryError e) {
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            listeners.forEach(listener -> listener.failed(message));
            result.completeExceptionally(e);
        }
    }

    void strokeChanged(VoxelBox box) {
        listeners.forEach(listener -> listener.strokeChanged(box));
    }

    void toolChanged() {
        listeners.forEach(SessionListener::toolChanged);
    }

    void previewChanged() {
        listeners.forEach(SessionListener::previewChanged);
    }

    private void regionsChanged() {
        listeners.forEach(SessionListener::regionsChanged);
    }

    private void labelsChanged(Labelling.Change change) {
        if (change.box().isEmpty() || change.before().segments() != change.after().segments()) {
            toolbox.segmentsChanged();
        }
    }

    /** Why edits are only in memory at present, one line for people; empty while all is well. */
    public Optional<String> journalTrouble() {
        return journal.flatMap(LabelJournal::trouble).map(cause -> cause.getMessage()
                + ". Edits wait in memory until that works again; save under another name to be safe");
    }

    /** Which edits made a voxel what it is; reads the journal on another thread. */
    public CompletableFuture<List<VoxelBlame>> blame(VoxelPoint voxel) {
        return CompletableFuture.supplyAsync(() -> VoxelBlame.at(labelling, voxel), Thread::startVirtualThread);
    }

    /** Held while the labels are saved. */
    Lock saving() {
        return saving;
    }

    /** Records every edit; empty when none is kept. */
    Optional<LabelJournal> journal() {
        return journal;
    }

    /** Ends the thread and closes the scan and the journal; called by {@link Sessions}. */
    void close() throws IOException {
        worker.shutdown();
        places.forgetAll();
        try {
            if (journal.isPresent()) {
                journal.get().close();
            }
        } finally {
            places.close();
        }
    }
}
