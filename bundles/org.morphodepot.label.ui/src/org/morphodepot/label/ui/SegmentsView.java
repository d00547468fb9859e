package org.morphodepot.label.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.ColorDialog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.morphodepot.label.Edit;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentEdits;
import org.morphodepot.label.Segmentation;
import org.morphodepot.viewer.ViewerState;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.Sessions;

import jakarta.inject.Inject;

/** The view Segments: add, remove, rename, colour, show, lock, and how strongly segments cover the scan. */
public final class SegmentsView extends SessionPart implements SegmentTable.Wishes {

    private final Composite parent;
    private final SegmentTable table;
    private final Text filter;
    private final Scale opacity;
    private final Label hint;
    private final ToolItem remove;
    private final ToolBar bar;

    @Inject
    public SegmentsView(Composite parent, Sessions sessions) {
        super(parent, sessions);
        this.parent = parent;
        parent.setLayout(new GridLayout(2, false));
        bar = new ToolBar(parent, SWT.FLAT | SWT.HORIZONTAL);
        Icons icons = new Icons(bar);
        item(icons, "add", "segment-add", "Add a segment (N)", this::add);
        remove = item(icons, "remove", "segment-remove", "Remove the selected segment and its voxels (Delete)",
                () -> selected().ifPresent(this::remove));
        item(icons, "table", "segment-table", "Add the structures of a colour table (CSV or ctbl)…", this::loadTable);
        item(icons, "eye", "segment-eyes", "Show or hide all segments", this::toggleAll);
        filter = new Text(parent, SWT.SEARCH | SWT.ICON_CANCEL);
        filter.setMessage("Filter segments");
        filter.setToolTipText("Shows the segments whose name contains this text");
        filter.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        table = new SegmentTable(parent, this);
        table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
        filter.addListener(SWT.Modify, e -> table.filter(filter.getText()));
        hint = new Label(parent, SWT.WRAP);
        hint.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        opacity = opacity();
        follow();
    }

    @Focus
    public void focus() {
        table.control().setFocus();
    }

    @Override
    void refresh(Optional<Session> session) {
        Segmentation now = session.map(s -> s.labelling().current()).orElse(null);
        List<Segment> segments = now == null ? List.of() : now.segments();
        table.show(segments, session.flatMap(s -> s.labelling().active()));
        bar.setEnabled(session.isPresent());
        remove.setEnabled(!segments.isEmpty());
        opacity.setEnabled(session.isPresent());
        session.ifPresent(s -> opacity.setSelection((int) Math.round(s.view().labelOpacity() * 100)));
        say(session.isEmpty() ? "Open a scan to segment it: File > Open." : segments.isEmpty()
                ? "No segments yet. Add one, or load the colour table of your depot." : "");
    }

    @Override
    public void viewChanged(ViewerState before, ViewerState after) {
        if (before.labelOpacity() != after.labelOpacity()) {
            later();
        }
    }

    private void say(String text) {
        if (!hint.getText().equals(text)) {
            hint.setText(text);
            GridData data = (GridData) hint.getLayoutData();
            data.exclude = text.isEmpty();
            hint.setVisible(!text.isEmpty());
            parent.layout();
        }
    }

    private Scale opacity() {
        Composite row = new Composite(parent, SWT.NONE);
        row.setLayout(OptionControls.compact(new GridLayout(2, false)));
        row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        Label label = new Label(row, SWT.NONE);
        label.setText("Opacity");
        Scale scale = new Scale(row, SWT.HORIZONTAL);
        scale.setMaximum(100);
        scale.setToolTipText("How strongly segments cover the scan (Alt+wheel in a slice)");
        scale.setData("org.eclipse.e4.ui.css.id", "segments-opacity");
        scale.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        scale.addListener(SWT.Selection, e -> session().ifPresent(s -> s.update(
                v -> v.withLabels(scale.getSelection() / 100.0, v.outlines(), v.labelsShown()))));
        return scale;
    }

    private ToolItem item(Icons icons, String icon, String id, String hintText, Runnable action) {
        ToolItem item = new ToolItem(bar, SWT.PUSH);
        item.setImage(icons.get(icon));
        item.setToolTipText(hintText);
        item.setData("org.eclipse.e4.ui.css.id", id);
        item.addListener(SWT.Selection, e -> action.run());
        return item;
    }

    private Optional<Segment> selected() {
        return table.selected();
    }

    private void add() {
        session().ifPresent(Session::addSegment);
    }

    private void loadTable() {
        session().ifPresent(s -> new ColorTableDialog(parent.getShell()).chooseAndAdd(s));
    }

    private void toggleAll() {
        session().ifPresent(s -> s.change(labelling -> {
            Segmentation now = labelling.current();
            boolean show = now.segments().stream().noneMatch(Segment::visible);
            labelling.show(now.withSegments(now.segments().stream().map(x -> x.withVisible(show)).toList()));
        }));
    }

    private void edit(Function<Segmentation, Edit> change) {
        session().ifPresent(s -> s.change(labelling -> labelling.apply(change.apply(labelling.current()))));
    }

    private void show(Segment segment, java.util.function.UnaryOperator<Segment> change) {
        session().ifPresent(s -> s.change(labelling -> labelling.show(
                labelling.current().withSegment(segment.id(), change))));
    }

    @Override
    public void activate(Segment segment) {
        session().filter(s -> !s.labelling().active().equals(Optional.of(segment.id())))
                .ifPresent(s -> s.change(labelling -> labelling.activate(segment.id())));
    }

    @Override
    public void toggleVisible(Segment segment) {
        show(segment, s -> s.withVisible(!s.visible()));
    }

    @Override
    public void toggleLocked(Segment segment) {
        show(segment, s -> s.withLocked(!s.locked()));
    }

    @Override
    public void chooseColor(Segment segment) {
        ColorDialog dialog = new ColorDialog(parent.getShell());
        dialog.setText("Colour of " + segment.name());
        dialog.setRGB(Icons.rgb(segment.color()));
        Optional.ofNullable(dialog.open())
                .ifPresent(rgb -> edit(now -> SegmentEdits.recolour(now, segment.id(), Icons.color(rgb))));
    }

    @Override
    public void rename(Segment segment, String name) {
        edit(now -> SegmentEdits.rename(now, segment.id(), name));
    }

    @Override
    public void remove(Segment segment) {
        edit(now -> SegmentEdits.remove(now, List.of(segment.id())));
    }
}
