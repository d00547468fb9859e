package org.morphodepot.label.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.Sessions;
import org.morphodepot.viewer.session.ToolEntry;

/** The tools as buttons, with undo and redo in front; follows tools that are installed while the workbench runs. */
final class PaletteBar extends SessionPart {

    /** Pictures of the tools we ship; others get a star. */
    private static final Map<String, String> ICONS = Map.ofEntries(Map.entry("brush", "tool-brush"),
            Map.entry("eraser", "tool-eraser"), Map.entry("draw", "tool-draw"), Map.entry("threshold", "tool-threshold"),
            Map.entry("floodfill", "tool-flood"), Map.entry("islands", "tool-islands"),
            Map.entry("margin", "tool-margin"), Map.entry("hollow", "tool-hollow"),
            Map.entry("smoothing", "tool-smoothing"), Map.entry("logic", "tool-logic"),
            Map.entry("fillbetween", "tool-fillbetween"), Map.entry("grow", "tool-grow"));

    private final ToolBar bar;
    private final Icons icons;
    private final ToolItem undo;
    private final ToolItem redo;
    private final List<ToolItem> items = new ArrayList<>();
    private final Runnable paletteListener = this::later;
    private List<ToolEntry> tools = List.of();

    PaletteBar(Composite parent, Sessions sessions) {
        super(parent, sessions);
        bar = new ToolBar(parent, SWT.FLAT | SWT.HORIZONTAL);
        icons = new Icons(bar);
        undo = item("undo", "palette-undo", SWT.PUSH, () -> session().ifPresent(Session::undo));
        redo = item("redo", "palette-redo", SWT.PUSH, () -> session().ifPresent(Session::redo));
        new ToolItem(bar, SWT.SEPARATOR);
        showTools(sessions.tools().tools());
        sessions.tools().addListener(paletteListener);
        bar.addDisposeListener(e -> sessions.tools().removeListener(paletteListener));
        follow();
    }

    @Override
    void refresh(Optional<Session> session) {
        showTools(sessions().tools().tools());
        Optional<String> active = session.flatMap(s -> s.toolbox().active()).map(ToolEntry::id);
        for (int i = 0; i < items.size(); i++) {
            items.get(i).setSelection(Optional.of(tools.get(i).id()).equals(active));
            items.get(i).setEnabled(session.isPresent());
        }
        int position = session.map(s -> s.labelling().position()).orElse(0);
        var history = session.map(s -> s.labelling().history()).orElse(List.of());
        step(undo, "Undo", "Ctrl+Z", position > 0 ? history.get(position - 1).name() : null);
        step(redo, "Redo", "Ctrl+Y", position < history.size() ? history.get(position).name() : null);
    }

    private static void step(ToolItem item, String verb, String keys, String edit) {
        item.setEnabled(edit != null);
        item.setToolTipText(edit == null ? "Nothing to " + verb.toLowerCase(java.util.Locale.ROOT)
                : verb + " " + edit + " (" + keys + ")");
    }

    private void showTools(List<ToolEntry> now) {
        if (now.equals(tools)) {
            return;
        }
        tools = now;
        items.forEach(ToolItem::dispose);
        items.clear();
        for (ToolEntry tool : now) {
            ToolItem item = item(ICONS.getOrDefault(tool.id(), "tool-other"), "tool-" + tool.id(), SWT.CHECK,
                    () -> session().ifPresent(s -> s.toolbox().toggle(tool.id())));
            item.setToolTipText(tool.label() + (tool.key().isEmpty() ? "" : " (" + tool.key() + ")")
                    + (tool.hint().isEmpty() ? "" : "\n" + tool.hint()));
            items.add(item);
        }
        bar.requestLayout();
    }

    private ToolItem item(String icon, String id, int style, Runnable action) {
        ToolItem item = new ToolItem(bar, style);
        item.setImage(icons.get(icon));
        item.setData("org.eclipse.e4.ui.css.id", id);
        item.addListener(SWT.Selection, e -> action.run());
        return item;
    }
}
