package org.morphodepot.viewer.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

import org.morphodepot.label.Segment;
import org.morphodepot.viewer.SliceCamera;
import org.morphodepot.viewer.ViewerState;
import org.morphodepot.viewer.session.Session;

/** What keys and menus do in the slice editor. Commands name these. */
enum EditorAction {
    SLICE_NEXT((editor, view) -> view.pointer().step(1)),
    SLICE_PREVIOUS((editor, view) -> view.pointer().step(-1)),
    SLICE_NEXT_TEN((editor, view) -> view.pointer().step(10)),
    SLICE_PREVIOUS_TEN((editor, view) -> view.pointer().step(-10)),
    RESET_VIEWS((editor, view) -> update(view, state -> state.withFrame(Optional.empty()))),
    MAXIMISE((editor, view) -> editor.maximise(view)),
    LABELS_SHOWN((editor, view) -> update(view,
            state -> state.withLabels(state.labelOpacity(), state.outlines(), !state.labelsShown()))),
    LABEL_OUTLINES((editor, view) -> update(view,
            state -> state.withLabels(state.labelOpacity(), !state.outlines(), state.labelsShown()))),
    CROSSHAIR((editor, view) -> update(view, state -> state.withCrosshairShown(!state.crosshairShown()))),
    SMOOTH((editor, view) -> update(view, state -> state.withSmooth(!state.smooth()))),
    AUTO_WINDOW((editor, view) -> update(view, state -> state.withRange(view.session().autoRange()))),
    WINDOW_MODE((editor, view) -> editor.toggleWindowMode()),
    COPY_PICTURE((editor, view) -> ViewsPicture.copy(editor)),
    SAVE_PICTURE((editor, view) -> ViewsPicture.save(editor)),
    CHANNEL_NEXT((editor, view) -> editor.grid().places().step(true, 1)),
    CHANNEL_PREVIOUS((editor, view) -> editor.grid().places().step(true, -1)),
    TIME_NEXT((editor, view) -> editor.grid().places().step(false, 1)),
    TIME_PREVIOUS((editor, view) -> editor.grid().places().step(false, -1)),
    UNDO((editor, view) -> {
        if (!view.pointer().box().undo(false)) {
            view.session().undo();
        }
    }),
    REDO((editor, view) -> {
        if (!view.pointer().box().undo(true)) {
            view.session().redo();
        }
    }),
    NO_TOOL((editor, view) -> {
        if (!view.pointer().tool().abandon()) {
            view.session().toolbox().release();
        }
    }),
    LAST_TOOL((editor, view) -> view.session().toolbox().swap()),
    LARGER((editor, view) -> resize(view, 1)),
    SMALLER((editor, view) -> resize(view, -1)),
    BRUSH_LARGER((editor, view) -> view.pointer().tool().resize(1)),
    BRUSH_SMALLER((editor, view) -> view.pointer().tool().resize(-1)),
    SEGMENT_NEXT((editor, view) -> activate(view.session(), 1)),
    SEGMENT_PREVIOUS((editor, view) -> activate(view.session(), -1)),
    SEGMENT_NEW((editor, view) -> view.session().addSegment()),
    INTENSITY_MASK((editor, view) -> view.session().toolbox().toggleIntensityMask()),
    CLOSE_OUTLINE((editor, view) -> view.pointer().tool().closeOutline()),
    SWAP_OR_BACK((editor, view) -> {
        if (!view.pointer().tool().removeLastPoint()) {
            swapEraser(view.session());
        }
    });

    private final BiConsumer<VolumeEditor, SliceView> action;

    EditorAction(BiConsumer<VolumeEditor, SliceView> action) {
        this.action = action;
    }

    /** Does it in the view used last; nothing while the scan is still being opened. */
    void run(VolumeEditor editor) {
        editor.view().ifPresent(view -> {
            action.accept(editor, view);
            view.overlayChanged();
        });
    }

    private static void update(SliceView view, UnaryOperator<ViewerState> change) {
        view.session().update(change);
    }

    /** The brush, or the zoom when there is no brush. */
    private static void resize(SliceView view, int steps) {
        if (!view.pointer().tool().resize(steps)) {
            view.transform().ifPresent(transform -> {
                SliceCamera camera = transform.zoomed(Math.pow(1.2, steps), transform.width() / 2.0,
                        transform.height() / 2.0);
                update(view, state -> state.withCamera(view.orientation(), camera));
            });
        }
    }

    private static void activate(Session session, int step) {
        session.change(labelling -> {
            List<String> ids = labelling.current().segments().stream().map(Segment::id).toList();
            Optional<String> active = labelling.active();
            if (!ids.isEmpty()) {
                int index = active.map(ids::indexOf).orElse(step > 0 ? -1 : 0);
                labelling.activate(ids.get(Math.floorMod(index + step, ids.size())));
            }
        });
    }

    private static void swapEraser(Session session) {
        boolean erasing = session.toolbox().active().filter(tool -> tool.id().equals("eraser")).isPresent();
        session.toolbox().choose(erasing ? "brush" : "eraser");
    }
}
