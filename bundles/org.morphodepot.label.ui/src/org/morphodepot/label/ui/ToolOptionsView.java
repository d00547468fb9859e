package org.morphodepot.label.ui;

import java.util.List;
import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.morphodepot.label.tool.Option;
import org.morphodepot.viewer.ViewerState;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.Sessions;
import org.morphodepot.viewer.session.ToolEntry;
import org.morphodepot.volume.DisplayRange;

import jakarta.inject.Inject;

/** The view Tool Options: what the active tool does, its settings, where it may paint, and Apply for effects. */
public final class ToolOptionsView extends SessionPart {

    private final ScrolledComposite scroll;
    private Composite content;
    private Optional<Shown> shown = Optional.empty();
    private Optional<Session> described = Optional.empty();
    private Optional<DisplayControls> display = Optional.empty();

    /** What the controls were made for; another tool or session needs other controls. */
    private record Shown(Session session, ToolEntry tool, List<Option> declared, OptionControls options, MaskControls mask) {

        boolean fits(Optional<Session> now, Optional<ToolEntry> chosen) {
            return now.equals(Optional.of(session)) && chosen.equals(Optional.of(tool))
                    && tool.options(session.labelling().current()).equals(declared);
        }
    }

    @Inject
    public ToolOptionsView(Composite parent, Sessions sessions) {
        super(parent, sessions);
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.addListener(SWT.Resize, e -> resize());
        follow();
    }

    @Focus
    public void focus() {
        scroll.setFocus();
    }

    @Override
    void refresh(Optional<Session> session) {
        Optional<ToolEntry> tool = session.flatMap(s -> s.toolbox().active());
        boolean fits = shown.map(s -> s.fits(session, tool)).orElse(tool.isEmpty() && session.equals(described));
        if (content == null || !fits) {
            described = session;
            rebuild(session, tool);
        }
        shown.ifPresent(this::update);
        display.ifPresent(DisplayControls::show);
    }

    @Override
    public void viewChanged(ViewerState before, ViewerState after) {
        if (!before.range().equals(after.range())) {
            later();
        }
    }

    private void update(Shown now) {
        now.options().show(now.session().toolbox().settings(now.tool().id()));
        now.mask().show(now.session().toolbox().mask(), now.session().labelling().current().segments());
    }

    private void rebuild(Optional<Session> session, Optional<ToolEntry> tool) {
        if (content != null) {
            content.dispose();
        }
        content = new Composite(scroll, SWT.NONE);
        content.setLayout(new GridLayout());
        shown = Optional.empty();
        display = Optional.empty();
        if (session.isPresent() && tool.isPresent()) {
            shown = Optional.of(controls(session.get(), tool.get()));
        } else {
            text(session.isEmpty() ? "No scan is open." : "Choose a tool above the slices or with its number key."
                    + " Without a tool, dragging moves the crosshair.");
            display = session.map(s -> new DisplayControls(content, s));
        }
        scroll.setContent(content);
        resize();
    }

    private Shown controls(Session session, ToolEntry tool) {
        Label title = new Label(content, SWT.NONE);
        title.setText(tool.label());
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        text(tool.hint());
        DisplayRange intensities = session.intensities().range();
        Composite box = new Composite(content, SWT.NONE);
        box.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        List<Option> declared = tool.options(session.labelling().current());
        OptionControls options = new OptionControls(box, declared, session.toolbox().settings(tool.id()), intensities,
                settings -> session.toolbox().configure(tool.id(), settings));
        tool.effect().ifPresent(effect -> apply(session, tool));
        Label line = new Label(content, SWT.SEPARATOR | SWT.HORIZONTAL);
        line.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        MaskControls mask = new MaskControls(content, intensities, rule -> session.toolbox().mask(rule));
        mask.control().setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
        return new Shown(session, tool, declared, options, mask);
    }

    private void apply(Session session, ToolEntry tool) {
        Button button = new Button(content, SWT.PUSH);
        button.setText("Apply");
        button.setToolTipText("Changes the selected segment; can be undone");
        button.setData("org.eclipse.e4.ui.css.id", "tool-apply");
        button.setLayoutData(new GridData(SWT.END, SWT.CENTER, true, false));
        button.addListener(SWT.Selection, e -> new EffectJob(session, tool).schedule());
    }

    private void text(String text) {
        Label label = new Label(content, SWT.WRAP);
        label.setText(text);
        GridData data = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
        data.widthHint = 160;
        label.setLayoutData(data);
    }

    private void resize() {
        if (content != null && !content.isDisposed()) {
            int width = scroll.getClientArea().width;
            scroll.setMinSize(content.computeSize(width, SWT.DEFAULT));
            content.layout(true, true);
        }
    }
}
