package org.morphodepot.viewer.session;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.morphodepot.label.Edit;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.tool.Effect;
import org.morphodepot.label.tool.MaskRule;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.label.tool.StrokePoint;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.viewer.Marks;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;

/** The tools of one session: which is active, its settings, the mask, the stroke being drawn and the live preview. */
public final class Toolbox {

    private final Session session;
    private final ToolPalette palette;
    private final Map<String, Settings> settings = new ConcurrentHashMap<>();
    private volatile Optional<String> active = Optional.empty();
    private volatile Optional<String> last = Optional.empty();
    private volatile MaskRule mask = MaskRule.DEFAULT;
    private volatile Optional<DisplayRange> lastIntensities = Optional.empty();
    private volatile Optional<Effect.IntensityPreview> preview = Optional.empty();
    private volatile LiveStroke stroke;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final AtomicBoolean wantsSuggestion = new AtomicBoolean();

    Toolbox(Session session, ToolPalette palette) {
        this.session = session;
        this.palette = palette;
    }

    public ToolPalette palette() {
        return palette;
    }

    /** The tool that the pointer uses; empty when it navigates, or when the tool was uninstalled. */
    public Optional<ToolEntry> active() {
        return active.flatMap(palette::tool);
    }

    /** Makes a tool active. */
    public void choose(String toolId) {
        activate(Optional.of(toolId));
    }

    /** Makes a tool active, or none when it is active already: what a number key does. */
    public void toggle(String toolId) {
        activate(active.equals(Optional.of(toolId)) ? Optional.empty() : Optional.of(toolId));
    }

    /** No tool: the pointer navigates. */
    public void release() {
        activate(Optional.empty());
    }

    /** Back to the tool used before, or to none when it was none. */
    public void swap() {
        activate(last);
    }

    private void activate(Optional<String> toolId) {
        if (!toolId.equals(active)) {
            last = active;
            active = toolId;
            toolChanged();
        }
    }

    /** Values of a tool's options; options without a value have their initial one. */
    public Settings settings(String toolId) {
        return settings.getOrDefault(toolId, Settings.NONE);
    }

    public void configure(String toolId, Settings changed) {
        settings.put(toolId, changed);
        toolChanged();
    }

    public MaskRule mask() {
        return mask;
    }

    public void mask(MaskRule changed) {
        changed.intensities().ifPresent(range -> lastIntensities = Optional.of(range));
        mask = changed;
        toolChanged();
    }

    /** Switches the editable intensity range off, or on with its last values, at first those of the display window. */
    public void toggleIntensityMask() {
        Optional<DisplayRange> next = mask.intensities().isPresent() ? Optional.empty()
                : lastIntensities.or(() -> Optional.of(session.view().range()));
        mask(new MaskRule(mask.area(), mask.inside(), next, mask.overwrite()));
    }

    /** What a tool would work on now; empty while there is no active segment. */
    public Optional<ToolContext> context(String toolId) {
        Segmentation now = session.labelling().current();
        return session.labelling().active().filter(id -> now.segment(id).isPresent())
                .map(id -> new ToolContext(now, id, mask, settings(toolId), session.intensities()));
    }

    /** Voxels that the active effect would take, by intensity; for renderers. */
    public Optional<Effect.IntensityPreview> preview() {
        return preview;
    }

    /** The stroke being drawn; for renderers. */
    public Optional<Marks> stroke() {
        return Optional.ofNullable(stroke);
    }

    /** Begins a stroke with the active tool; nothing happens when it draws no strokes. */
    public void press(StrokePoint start) {
        active().ifPresent(tool -> press(tool, start));
    }

    /**
     * Begins a stroke with a tool that need not be the active one, soon and on the session's thread. Where there is no
     * segment yet, a first one is added.
     */
    public void press(ToolEntry tool, StrokePoint start) {
        tool.stroke().ifPresent(drawing -> session.submit(() -> {
            if (session.labelling().current().segments().isEmpty()) {
                NewSegment.addTo(session.labelling());
            }
            ToolContext context = context(tool.id()).orElseThrow(() -> new IllegalStateException(
                    "Choose a segment first: " + tool.label() + " paints the selected segment."));
            stroke = new LiveStroke(drawing.begin(context, start));
            drag(start);
            return null;
        }));
    }

    /** Adds a sample to the stroke, soon and on the session's thread. */
    public void drag(StrokePoint point) {
        session.submit(() -> {
            LiveStroke live = stroke;
            if (live != null) {
                live.move(point, session::strokeChanged);
            }
            return null;
        });
    }

    /** Ends the stroke and applies its edit, on the session's thread. */
    public CompletableFuture<Void> lift() {
        return session.submit(() -> {
            LiveStroke live = stroke;
            try {
                if (live != null) {
                    apply(live.stroke().finish(Progress.NONE));
                }
            } finally {
                end(live);
            }
            return null;
        });
    }

    /** Forgets the stroke; nothing is changed. */
    public void abandon() {
        session.submit(() -> {
            end(stroke);
            return null;
        });
    }

    /** Computes the effect of a tool and applies it, on the session's thread; cancelling through {@code progress}. */
    public CompletableFuture<Void> apply(ToolEntry tool, Progress progress) {
        return session.submit(() -> {
            ToolContext context = context(tool.id()).orElseThrow(() -> new IllegalStateException(
                    "Choose or add a segment first: " + tool.label() + " changes the selected segment."));
            apply(tool.effect().orElseThrow().compute(context, progress));
            return null;
        });
    }

    private void apply(Edit edit) {
        if (!edit.isEmpty()) {
            session.labelling().apply(edit);
        }
    }

    private void end(LiveStroke live) {
        stroke = null;
        session.strokeChanged(live == null ? VoxelBox.EMPTY : live.box());
    }

    private void toolChanged() {
        session.toolChanged();
        refresh(true);
    }

    /** The active segment or the list of segments changed, which the preview may depend on. */
    void segmentsChanged() {
        refresh(false);
    }

    /** Lets the active effect fill in settings and asks it for its preview, soon; several requests may become one. */
    private void refresh(boolean suggest) {
        wantsSuggestion.compareAndSet(false, suggest);
        if (refreshing.compareAndSet(false, true)) {
            session.submit(() -> {
                refreshing.set(false);
                refreshNow(wantsSuggestion.getAndSet(false));
                return null;
            });
        }
    }

    private void refreshNow(boolean suggest) throws IOException {
        Optional<ToolEntry> tool = active().filter(entry -> entry.effect().isPresent());
        if (suggest && tool.isPresent()) {
            suggest(tool.get().id(), tool.get().effect().orElseThrow());
        }
        Optional<Effect.IntensityPreview> now = tool
                .flatMap(entry -> context(entry.id()).map(entry.effect().orElseThrow()::preview));
        if (now.isPresent() || preview.isPresent()) {
            preview = now;
            session.previewChanged();
        }
    }

    private void suggest(String toolId, Effect effect) throws IOException {
        Optional<ToolContext> context = context(toolId);
        if (context.isPresent()) {
            Settings given = context.get().settings();
            Settings suggested = effect.suggest(context.get(), Progress.NONE);
            // A newer choice of the user wins.
            if (!suggested.equals(given) && settings(toolId).equals(given)) {
                settings.put(toolId, suggested);
                session.toolChanged();
            }
        }
    }
}
