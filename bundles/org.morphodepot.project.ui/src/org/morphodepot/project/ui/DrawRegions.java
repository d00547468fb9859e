package org.morphodepot.project.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.morphodepot.depot.ColorRow;
import org.morphodepot.ui.Ids;
import org.morphodepot.viewer.session.BoxDrawing;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.Sessions;
import org.morphodepot.viewer.session.SessionsListener;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;

/**
 * A small window beside the slices while boxes are drawn in them: which structure, its numbers, undo. Done keeps the boxes of
 * all structures, Cancel none. UI thread only.
 */
final class DrawRegions {

    private final Session session;
    private final TaskChoices choices;
    private final List<ColorRow> rows;
    private final List<BoxDrawing> drawings = new ArrayList<>();
    private final Shell shell;
    private final Combo structure;
    private final BoxNumbers numbers;
    private final Button undo;
    private final Button redo;
    private final Button clear;
    private final Runnable listener = this::later;
    private int current;

    DrawRegions(Session session, TaskChoices choices, List<ColorRow> rows, ColorRow first) {
        this.session = session;
        this.choices = choices;
        this.rows = rows;
        current = rows.indexOf(first);
        rows.forEach(row -> drawings.add(new BoxDrawing(row.name(), RegionsPage.color(row).argb() & 0xffffff,
                choices.region(row))));
        shell = new Shell(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(), SWT.TITLE | SWT.CLOSE | SWT.BORDER);
        shell.setText("Region");
        GridLayoutFactory.swtDefaults().applyTo(shell);
        Label what = new Label(shell, SWT.WRAP);
        what.setText("Drag a box around the structure in any slice, then its sides and corners in the others.");
        GridDataFactory.fillDefaults().grab(true, false).hint(360, SWT.DEFAULT).applyTo(what);
        structure = Ids.named("draw-structure", new Combo(shell, SWT.READ_ONLY));
        structure.setItems(rows.stream().map(ColorRow::name).toArray(String[]::new));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(structure);
        structure.addListener(SWT.Selection, _ -> choose(structure.getSelectionIndex()));
        numbers = new BoxNumbers(shell, "draw", box -> drawing().set(Optional.of(box)));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(numbers.control());
        Composite row = new Composite(shell, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(6).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        undo = button(row, "draw-undo", "Undo", () -> drawing().undo());
        redo = button(row, "draw-redo", "Redo", () -> drawing().redo());
        clear = button(row, "draw-clear", "Whole Scan", () -> drawing().set(Optional.empty()));
        Label space = new Label(row, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(space);
        button(row, "draw-cancel", "Cancel", shell::close);
        shell.setDefaultButton(button(row, "draw-done", "Done", this::done));
    }

    private static Button button(Composite row, String id, String text, Runnable action) {
        Button button = Ids.named(id, new Button(row, SWT.PUSH));
        button.setText(text);
        GridDataFactory.fillDefaults().hint(Math.max(LayoutConstants.getMinButtonSize().x / 2,
                button.computeSize(SWT.DEFAULT, SWT.DEFAULT).x), SWT.DEFAULT).applyTo(button);
        button.addListener(SWT.Selection, _ -> action.run());
        return button;
    }

    /** @param closed hears of the structure drawn last */
    void open(Consumer<ColorRow> closed) {
        SessionsListener watch = new SessionsListener() {
            @Override
            public void activated(Optional<Session> front) {
                // The boxes stay with their scan.
            }

            @Override
            public void closed(Session gone) {
                if (gone == session && !shell.isDisposed()) {
                    shell.getDisplay().asyncExec(DrawRegions.this::close);
                }
            }
        };
        Sessions sessions = Services.sessions();
        sessions.addListener(watch);
        shell.addListener(SWT.Dispose, _ -> {
            sessions.removeListener(watch);
            session.regions().draw(Optional.empty());
            drawings.forEach(one -> one.removeListener(listener));
            closed.accept(rows.get(current));
        });
        drawings.forEach(one -> one.addListener(listener));
        choose(current);
        shell.pack();
        Rectangle window = shell.getParent().getBounds();
        shell.setLocation(window.x + window.width - shell.getSize().x - 24, window.y + window.height - shell.getSize().y - 48);
        shell.open();
    }

    private BoxDrawing drawing() {
        return drawings.get(current);
    }

    private void choose(int index) {
        current = index;
        structure.select(index);
        session.regions().draw(Optional.of(drawing()));
        drawing().box().map(DrawRegions::middle).ifPresent(at -> session.update(view -> view.withCrosshair(at)));
        refresh();
    }

    private static VoxelPoint middle(VoxelBox box) {
        return new VoxelPoint((box.x0() + box.x1()) / 2, (box.y0() + box.y1()) / 2,
                (box.z0() + box.z1()) / 2);
    }

    private void later() {
        if (!shell.isDisposed()) {
            shell.getDisplay().asyncExec(this::refresh);
        }
    }

    private void refresh() {
        if (!shell.isDisposed()) {
            numbers.show(drawing().box(), Optional.of(session.scan().size()));
            undo.setEnabled(drawing().canUndo());
            redo.setEnabled(drawing().canRedo());
            clear.setEnabled(drawing().box().isPresent());
        }
    }

    private void done() {
        for (int i = 0; i < rows.size(); i++) {
            choices.region(rows.get(i), drawings.get(i).box());
        }
        shell.close();
    }

    private void close() {
        if (!shell.isDisposed()) {
            shell.close();
        }
    }
}
