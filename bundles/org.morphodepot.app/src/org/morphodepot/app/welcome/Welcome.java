package org.morphodepot.app.welcome;

import java.util.Map;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.handlers.IHandlerService;
import org.morphodepot.ui.ReadingEditor;

/** What the program is, and three ways to begin: without an account, with a scan, with the tasks somebody gave one. */
public final class Welcome extends ReadingEditor {

    static final String ID = "org.morphodepot.app.welcome";

    private static final int WIDEST = 620;
    private static final int MARGIN = 40;
    private static final Map<String, String> LINKS = Map.of("folder", "org.morphodepot.viewer.ui.openFolder",
            "address", "org.morphodepot.viewer.ui.open", "specimen", "org.morphodepot.app.specimen");

    private Choice first;

    @Override
    public void createPartControl(Composite parent) {
        ScrolledComposite scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        Composite page = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(MARGIN, 32).spacing(0, 12).applyTo(page);
        scroll.setContent(page);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), page);
        title(page, resources);
        first = choice(page, resources, "practice", "Practice Depot", "Do the whole loop on this computer, led step by step:"
                + " paint a task, hand it in, review it. No account, no network, and nothing can break.", this::practise);
        choice(page, resources, "open", "Open a Scan", "Look at a scan of yours and paint in it: OME-Zarr, NRRD, NIfTI, TIFF,"
                + " DICOM.", () -> run("org.morphodepot.viewer.ui.openFile"));
        choice(page, resources, "sign-in", "Sign In", "Somebody gave you a task? Sign in with your GitHub account; your tasks"
                + " appear at the left.", () -> run("org.morphodepot.tasks.signIn"));
        links(page);
        scroll.addListener(SWT.Resize, e -> fit(scroll, page));
    }

    /** Lines are as wide as one likes to read them, or as there is room. */
    private static void fit(ScrolledComposite scroll, Composite page) {
        int room = scroll.getClientArea().width;
        for (Control child : page.getChildren()) {
            ((GridData) child.getLayoutData()).widthHint = Math.clamp((long) room - 2 * MARGIN, 100, WIDEST);
        }
        scroll.setMinHeight(page.computeSize(room, SWT.DEFAULT, true).y);
        page.layout(true);
    }

    private static void title(Composite page, LocalResourceManager resources) {
        Label title = new Label(page, SWT.NONE);
        title.setText("MorphoDepot Workbench");
        Font large = resources.create(FontDescriptor.createFrom(page.getFont()).increaseHeight(9).setStyle(SWT.BOLD));
        title.setFont(large);
        GridDataFactory.fillDefaults().applyTo(title);
        Label words = new Label(page, SWT.WRAP);
        words.setText("A class or a lab segments one large 3D scan together: everybody paints the structures of a task, the"
                + " director looks at what changed and puts it together.");
        GridDataFactory.fillDefaults().hint(WIDEST, SWT.DEFAULT).indent(0, -4).applyTo(words);
    }

    private static Choice choice(Composite page, LocalResourceManager resources, String name, String title, String words,
            Runnable action) {
        Choice choice = new Choice(page, title, words,
                resources.create(ImageDescriptor.createFromURL(Welcome.class.getResource("/icons/welcome-" + name + ".svg"))),
                resources.create(FontDescriptor.createFrom(page.getFont()).increaseHeight(2).setStyle(SWT.BOLD)), action);
        choice.setData("org.eclipse.e4.ui.css.id", "welcome-" + name);
        GridDataFactory.fillDefaults().hint(WIDEST, SWT.DEFAULT).applyTo(choice);
        return choice;
    }

    private void links(Composite page) {
        Link more = new Link(page, SWT.WRAP);
        more.setText("Also: open <a href=\"folder\">a folder</a> or <a href=\"address\">an address on the web</a>, or look"
                + " at <a href=\"specimen\">a made-up skull</a>.  This page comes back with Help \u203a Welcome.");
        more.addListener(SWT.Selection, e -> run(LINKS.get(e.text)));
        GridDataFactory.fillDefaults().hint(WIDEST, SWT.DEFAULT).indent(0, 8).applyTo(more);
    }

    /** The practice depot needs the room. */
    private void practise() {
        run("org.morphodepot.app.practice");
        getSite().getPage().closeEditor(this, false);
    }

    private void run(String command) {
        try {
            getSite().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            ILog.of(Welcome.class).error(command, e);
        }
    }

    @Override
    public void setFocus() {
        first.setFocus();
    }
}
