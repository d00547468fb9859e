package org.morphodepot.project.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.morphodepot.github.RepoName;
import org.morphodepot.ui.Ids;

import jakarta.inject.Inject;

/** The view Overview: which depot, how far it is, what needs the director, who does what. */
public final class OverviewView {

    private final Director director = Services.director();
    private final Combo depots;
    private final ToolItem web;
    private final TroubleLine trouble;
    private final ScrolledComposite scroller;
    private final Button newTasks;
    private final Label reason;
    private List<RepoName> names = List.of();

    @Inject
    public OverviewView(Composite parent) {
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(2, 3).margins(6, 4).applyTo(parent);
        depots = Ids.named("project-depot", new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN));
        depots.setToolTipText("The depot that you lead");
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(depots);
        depots.addListener(SWT.Selection, _ -> director.choose(names.get(depots.getSelectionIndex())));
        ToolBar bar = new ToolBar(parent, SWT.FLAT);
        Icons icons = new Icons(bar);
        item(bar, icons, "refresh", "project-refresh", "Ask for tasks and contributions now", director::refresh);
        web = item(bar, icons, "web", "project-web", "Open the depot in the browser",
                () -> director.url().ifPresent(Program::launch));
        trouble = new TroubleLine(parent, "project-trouble", 2);
        scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(scroller);
        newTasks = Ids.named("project-new-tasks", new Button(parent, SWT.PUSH));
        newTasks.setText("New Tasks from Structures…");
        newTasks.addListener(SWT.Selection, _ -> Services.run(Names.NEW_TASKS, Map.of()));
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(newTasks);
        reason = Ids.named("project-reason", new Label(parent, SWT.WRAP));
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(80, SWT.DEFAULT).exclude(true).applyTo(reason);
        scroller.addListener(SWT.Resize, _ -> fit());
        director.follow(parent, this::refresh);
    }

    private static ToolItem item(ToolBar bar, Icons icons, String icon, String id, String tip, Runnable action) {
        ToolItem item = Ids.named(id, new ToolItem(bar, SWT.PUSH));
        item.setImage(icons.get(icon));
        item.setToolTipText(tip);
        item.addListener(SWT.Selection, _ -> action.run());
        return item;
    }

    @Focus
    public void focus() {
        depots.setFocus();
    }

    private void refresh() {
        List<RepoName> known = new ArrayList<>(director.listed().stream().map(one -> one.name()).toList());
        director.depot().filter(name -> !known.contains(name)).ifPresent(known::addFirst);
        if (!known.equals(names)) {
            names = List.copyOf(known);
            depots.setItems(names.stream().map(RepoName::toString).toArray(String[]::new));
        }
        director.depot().ifPresentOrElse(name -> depots.select(names.indexOf(name)), depots::deselectAll);
        depots.setEnabled(!names.isEmpty());
        web.setEnabled(director.url().isPresent());
        trouble.show(director.board().trouble().or(() -> director.depots().trouble()));
        Optional<String> why = whyNoTasks();
        newTasks.setEnabled(why.isEmpty());
        newTasks.setToolTipText(why.orElse("Makes tasks of structures of the colour table and gives them to people"));
        explain(director.depot().flatMap(_ -> why).orElse(""));
        if (scroller.getContent() != null) {
            scroller.getContent().dispose();
        }
        scroller.setContent(new OverviewPage(scroller, director).control());
        fit();
    }

    private Optional<String> whyNoTasks() {
        return director.depot().isEmpty() ? Optional.of("Choose a depot first")
                : director.rights().flatMap(rights -> rights.createTasks());
    }

    private void explain(String why) {
        if (!why.equals(reason.getText())) {
            reason.setText(why);
            reason.setVisible(!why.isEmpty());
            ((GridData) reason.getLayoutData()).exclude = why.isEmpty();
            reason.getParent().layout();
        }
    }

    private void fit() {
        if (scroller.getContent() != null) {
            scroller.setMinHeight(scroller.getContent().computeSize(scroller.getClientArea().width, SWT.DEFAULT).y);
        }
    }
}
