package org.morphodepot.viewer.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.morphodepot.viewer.Rendering;
import org.morphodepot.viewer.ScreenRect;
import org.morphodepot.viewer.SliceOrientation;
import org.morphodepot.viewer.SlicePlane;
import org.morphodepot.viewer.SliceScene;
import org.morphodepot.viewer.Travel;
import org.morphodepot.viewer.ViewTransform;
import org.morphodepot.viewer.ViewerState;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.ChunkKey;

/** One slice of the scan with its bar: asks for pixels, shows them when they come, and draws what lies over them. */
final class SliceView {

    /** Milliseconds until a picture that is not complete says so. */
    private static final int PATIENCE = 400;
    /** Milliseconds that a hint stays. */
    private static final int HINT = 4000;

    private final Session session;
    private final SliceOrientation orientation;
    private final Composite control;
    private final SliceBar bar;
    private final Canvas canvas;
    private final Display display;
    private final Picture picture = new Picture();
    private final RenderLoop loop;
    private final Travel travel = new Travel();
    private boolean travelling;
    private final SliceUpdates updates;
    private final ViewPointer pointer;
    private final AtomicBoolean overlayPending = new AtomicBoolean();
    private volatile int width;
    private volatile int height;
    private volatile double scale = 1;
    private SliceScene shown;
    private Rendering rendering;
    private long incompleteSince;
    private String hint = "";

    SliceView(Composite parent, Session session, SliceOrientation orientation, EditorLink editor) {
        this.session = session;
        this.orientation = orientation;
        display = parent.getDisplay();
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
        bar = new SliceBar(control, orientation, session.scan().size().get(plane().normal()), this::goTo);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        bar.addListener(SWT.MouseDoubleClick, _ -> editor.maximise(this));
        bar.addListener(SWT.MouseVerticalWheel, event -> goTo(slice() + Integer.signum(event.count)));
        canvas = new Canvas(control, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        canvas.setData("org.eclipse.e4.ui.css.id", "view-" + orientation.name().toLowerCase(java.util.Locale.ROOT));
        canvas.setBackground(new Color(0, 0, 0));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
        loop = new RenderLoop(orientation.label(), () -> session.scene(orientation, width, height), this::drawn);
        updates = new SliceUpdates(session, orientation, loop, this::overlayChanged);
        pointer = new ViewPointer(this, editor);
        canvas.addListener(SWT.Resize, _ -> resized());
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        control.addListener(SWT.Dispose, _ -> dispose());
        updates.attach();
        bar.show(slice());
    }

    Composite control() {
        return control;
    }

    Canvas canvas() {
        return canvas;
    }

    Session session() {
        return session;
    }

    SliceOrientation orientation() {
        return orientation;
    }

    SlicePlane plane() {
        return session.planes().get(orientation);
    }

    ViewPointer pointer() {
        return pointer;
    }

    /** Drawn pixels in one unit of mouse coordinates. */
    double scale() {
        return scale;
    }

    /** How the view lies on the scan now, perhaps before the picture shows it; empty while it has no size. */
    Optional<ViewTransform> transform() {
        return session.scene(orientation, width, height).map(SliceScene::transform);
    }

    int slice() {
        return session.view().crosshair().get(plane().normal());
    }

    /** Moves this view, and with it the crosshair, to a slice; clamped to the scan. */
    void goTo(int slice) {
        int axis = plane().normal();
        int inside = Math.clamp(slice, 0, session.scan().size().get(axis) - 1);
        session.update(view -> view.withCrosshair(view.crosshair().with(axis, inside)));
    }

    /** Shows a sentence for a few seconds. */
    void hint(String text) {
        hint = text;
        canvas.redraw();
        display.timerExec(HINT, () -> {
            if (hint.equals(text) && !canvas.isDisposed()) {
                hint = "";
                canvas.redraw();
            }
        });
    }

    /** Draws the overlay again; any thread. */
    void overlayChanged() {
        if (!display.isDisposed() && overlayPending.compareAndSet(false, true)) {
            display.asyncExec(() -> {
                overlayPending.set(false);
                if (!canvas.isDisposed()) {
                    canvas.redraw();
                }
            });
        }
    }

    private void resized() {
        Rectangle area = canvas.getClientArea();
        scale = canvas.getMonitor().getZoom() / 100.0;
        width = (int) Math.round(area.width * scale);
        height = (int) Math.round(area.height * scale);
        loop.invalidate();
    }

    /** When all is here and nobody waits for anything, what comes next in the direction of travel. */
    private void want(RenderLoop.Frame frame) {
        List<ChunkKey> ahead = travel.ahead(frame.scene());
        travelling = frame.rendering().complete() && !ahead.isEmpty()
                && (travelling || session.cache().usage().loading() == 0);
        session.cache().want(loop, session.volume(), travelling ? ahead : frame.rendering().wanted());
    }

    /** On the loop's thread: makes the image there and hands it over. */
    private void drawn(RenderLoop.Frame frame) {
        want(frame);
        int frameWidth = frame.scene().transform().width();
        int frameHeight = frame.scene().transform().height();
        try {
            Image part = frame.area().isEmpty() ? null
                    : Picture.image(display, frame.pixels(), frameWidth, frame.area());
            display.asyncExec(
                    () -> show(frame.scene(), frame.rendering(), part, frame.area(), frameWidth, frameHeight));
        } catch (SWTException e) {
            if (!display.isDisposed()) {
                throw e;
            }
        }
    }

    private void show(SliceScene scene, Rendering how, Image part, ScreenRect area, int frameWidth, int frameHeight) {
        if (canvas.isDisposed()) {
            if (part != null) {
                part.dispose();
            }
            return;
        }
        if (part != null) {
            picture.update(part, area, frameWidth, frameHeight);
        }
        shown = scene;
        remember(how);
        bar.show(scene.slice());
        canvas.redraw();
    }

    private void remember(Rendering how) {
        if (how.complete()) {
            incompleteSince = 0;
        } else if (incompleteSince == 0) {
            incompleteSince = System.nanoTime();
            display.timerExec(PATIENCE + 20, this::overlayChanged);
        }
        rendering = how;
    }

    private void paint(GC gc) {
        Rectangle area = canvas.getClientArea();
        gc.setBackground(canvas.getBackground());
        gc.fillRectangle(area);
        picture.draw(gc, scale);
        if (shown == null) {
            return;
        }
        SliceOverlay overlay = new SliceOverlay(gc, area, scale);
        ViewerState view = session.view();
        if (view.crosshairShown()) {
            overlay.crosshair(session, shown.transform(), view.crosshair());
        }
        new BoxOutline(gc, shown.transform(), scale, shown.slice()).paint(session.regions());
        overlay.letters(plane());
        overlay.scaleBar(shown);
        pointer.paint(gc, shown.transform());
        notes(overlay);
    }

    private void notes(SliceOverlay overlay) {
        Optional<String> failure = rendering.failure().map(SliceView::reason);
        if (!hint.isEmpty()) {
            overlay.note(hint, false);
        } else if (failure.isPresent()) {
            overlay.note("Not all of the scan can be loaded: " + failure.get(), true);
        }
        if (incompleteSince != 0 && System.nanoTime() - incompleteSince > PATIENCE * 1_000_000L) {
            overlay.corner(failure.isPresent() ? "Trying again…" : "Loading…");
        }
    }

    private static String reason(Exception cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private void dispose() {
        updates.detach();
        loop.close();
        session.cache().want(loop, session.volume(), List.of());
        picture.dispose();
    }
}
