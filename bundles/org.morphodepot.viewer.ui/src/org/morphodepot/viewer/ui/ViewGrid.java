package org.morphodepot.viewer.ui;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.morphodepot.viewer.SliceOrientation;
import org.morphodepot.viewer.session.Session;

/**
 * The three views: axial large at the left, coronal over sagittal at the right; one of them may have all the room. A row on
 * top where the scan has channels or times.
 */
final class ViewGrid {

    private final Composite all;
    private final PlaceChange places;
    private final SashForm columns;
    private final SashForm right;
    private final SliceView axial;
    private final SliceView coronal;
    private final SliceView sagittal;
    private SliceView used;

    ViewGrid(Composite parent, Session session, EditorLink editor) {
        all = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(all);
        places = new PlaceChange(session, this::say);
        if (!session.scan().choices().isEmpty()) {
            GridDataFactory.fillDefaults().grab(true, false).applyTo(new PlaceBar(all, session, places).control());
        }
        columns = new SashForm(all, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(columns);
        axial = new SliceView(columns, session, SliceOrientation.AXIAL, editor);
        right = new SashForm(columns, SWT.VERTICAL | SWT.SMOOTH);
        coronal = new SliceView(right, session, SliceOrientation.CORONAL, editor);
        sagittal = new SliceView(right, session, SliceOrientation.SAGITTAL, editor);
        columns.setWeights(58, 42);
        columns.setSashWidth(3);
        right.setSashWidth(3);
        used = axial;
    }

    Composite control() {
        return all;
    }

    /** Changes channel and time. */
    PlaceChange places() {
        return places;
    }

    private void say(String reason) {
        all.getDisplay().asyncExec(() -> {
            if (!all.isDisposed()) {
                used.hint(reason);
            }
        });
    }

    List<SliceView> views() {
        return List.of(axial, coronal, sagittal);
    }

    /** The view that keys act on. */
    SliceView used() {
        return used;
    }

    void use(SliceView view) {
        used = view;
    }

    void maximise(SliceView view) {
        boolean alone = columns.getMaximizedControl() != null;
        columns.setMaximizedControl(alone ? null : view == axial ? axial.control() : right);
        right.setMaximizedControl(alone || view == axial ? null : view.control());
    }
}
