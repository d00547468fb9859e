package org.morphodepot.viewer.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.ISaveablePart;
import org.eclipse.ui.ISaveablePart2;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.EditorPart;
import org.morphodepot.label.Labelling;
import org.morphodepot.viewer.session.LabelFiles;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.SessionListener;

/**
 * Shows one session in three linked slices. It is dirty when the labels are; Save writes the {@code .seg.nrrd} file. An
 * input without a session, after a restart, is opened by the editor in the background.
 */
public final class VolumeEditor extends EditorPart implements EditorLink, ISaveablePart2 {

    /** Id of this editor. */
    public static final String ID = "org.morphodepot.viewer.ui.editor";
    /** Key context of the slices: single letters are commands only here. */
    static final String CONTEXT = "org.morphodepot.viewer.ui.slices";

    private final Changes changes = new Changes();
    private final AtomicBoolean dirtyPending = new AtomicBoolean();
    private Composite stack;
    private Label message;
    private Display display;
    private ViewGrid grid;
    private Session session;
    private boolean wasDirty;
    private boolean windowMode;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof ScanInput)) {
            throw new PartInitException("The slice editor cannot show " + input.getName());
        }
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        setTitleToolTip(input.getToolTipText());
    }

    @Override
    public void createPartControl(Composite parent) {
        display = parent.getDisplay();
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        message = message(stack);
        getSite().getService(IContextService.class).activateContext(CONTEXT);
        getSite().getPage().addPartListener(changes);
        ScanInput input = (ScanInput) getEditorInput();
        input.session().ifPresentOrElse(this::show, () -> {
            say("Opening " + input.getName() + "…");
            OpenScan.restore(this, input);
        });
    }

    private static Label message(Composite stack) {
        Composite page = new Composite(stack, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(24, 24).applyTo(page);
        Label label = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(label);
        return label;
    }

    /** Shows a sentence instead of the slices. */
    void say(String text) {
        message.setText(text);
        bringUp(message.getParent());
    }

    /** Shows an opened session. The editor closes it in the end. */
    void show(Session opened) {
        session = opened;
        opened.update(view -> view.withColoured(KeptPlaces.inColour()));
        grid = new ViewGrid(stack, opened, this);
        opened.addListener(changes);
        opened.labelling().addListener(changes);
        bringUp(grid.control());
        setTitleToolTip(getEditorInput().getToolTipText());
        Services.sessions().activate(opened);
        dirtyMayHaveChanged();
    }

    private void bringUp(Composite page) {
        ((StackLayout) stack.getLayout()).topControl = page;
        stack.layout();
    }

    /** Whether the user has not closed it yet. */
    boolean isOpen() {
        return !stack.isDisposed();
    }

    /** The session, once it is open. */
    Optional<Session> session() {
        return Optional.ofNullable(session);
    }

    /** Other bundles ask for the {@link Session}. */
    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter == Session.class ? adapter.cast(session) : super.getAdapter(adapter);
    }

    /** The view that keys act on. */
    Optional<SliceView> view() {
        return Optional.ofNullable(grid).map(ViewGrid::used);
    }

    ViewGrid grid() {
        return grid;
    }

    @Override
    public void maximise(SliceView view) {
        grid.maximise(view);
    }

    @Override
    public void use(SliceView view) {
        grid.use(view);
    }

    @Override
    public boolean isWindowMode() {
        return windowMode;
    }

    void toggleWindowMode() {
        windowMode = !windowMode;
        statusChanged();
    }

    @Override
    public void statusChanged() {
        String line = session.pointer().map(voxel -> StatusText.at(session, voxel))
                .orElseGet(() -> windowMode ? "Window/level: drag sideways for contrast, up and down for brightness"
                        : session.toolbox().active().map(tool -> tool.label() + ": " + tool.hint()).orElse(""));
        getEditorSite().getActionBars().getStatusLineManager().setMessage(line);
        if (getEditorSite().getActionBarContributor() instanceof EditorActions actions) {
            actions.showKeys(session.regions().drawing().isPresent() ? ToolKeys.ofBox()
                    : ToolKeys.of(session.toolbox().active(), windowMode));
        }
    }

    @Override
    public void setFocus() {
        if (grid == null) {
            message.setFocus();
        } else {
            grid.used().canvas().setFocus();
            Services.sessions().activate(session);
        }
    }

    @Override
    public boolean isDirty() {
        return session != null && session.labelling().isDirty();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        Optional<Path> file = session.file();
        if (file.isPresent()) {
            save(file.get(), monitor);
        } else {
            saveAs(monitor);
        }
    }

    @Override
    public int promptToSaveOnClose() {
        return SaveLabels.askOnClose(getSite().getShell(), session);
    }

    @Override
    public boolean isSaveAsAllowed() {
        return session != null;
    }

    @Override
    public void doSaveAs() {
        saveAs(null);
    }

    private void saveAs(IProgressMonitor monitor) {
        Optional<Path> target = SaveLabels.askTarget(getSite().getShell(), session);
        if (target.isPresent()) {
            save(target.get(), monitor);
        } else if (monitor != null) {
            monitor.setCanceled(true);
        }
    }

    private void save(Path target, IProgressMonitor monitor) {
        if (!SaveLabels.save(getSite().getShell(), session, target) && monitor != null) {
            monitor.setCanceled(true);
        }
    }

    private void dirtyMayHaveChanged() {
        if (!display.isDisposed() && dirtyPending.compareAndSet(false, true)) {
            display.asyncExec(() -> {
                dirtyPending.set(false);
                if (session == null) {
                    return;
                }
                statusChanged();
                boolean dirty = isDirty();
                if (dirty != wasDirty) {
                    wasDirty = dirty;
                    firePropertyChange(ISaveablePart.PROP_DIRTY);
                }
            });
        }
    }

    private void fileChanged() {
        display.asyncExec(() -> {
            if (session != null && !((ScanInput) getEditorInput()).isTitled()) {
                session.file().ifPresent(file -> setTitleToolTip(session.scan().address() + "\nLabels: " + file));
                setPartName(session.scan().blank() ? LabelFiles.nameFor(session.scan().address())
                        : getEditorInput().getName());
            }
        });
    }

    @Override
    public void dispose() {
        getSite().getPage().removePartListener(changes);
        if (session != null) {
            Session closing = session;
            session = null;
            closing.removeListener(changes);
            closing.labelling().removeListener(changes);
            Services.sessions().close(closing);
        }
        super.dispose();
    }

    /** What the editor hears, on any thread. */
    private final class Changes extends PartActivation implements SessionListener, Labelling.Listener {

        @Override
        public void changed(Labelling.Change change) {
            dirtyMayHaveChanged();
        }

        @Override
        public void regionsChanged() {
            toolChanged();
        }

        @Override
        public void toolChanged() {
            display.asyncExec(() -> {
                if (session != null) {
                    statusChanged();
                }
            });
        }

        @Override
        public void fileChanged() {
            VolumeEditor.this.fileChanged();
        }

        @Override
        public void failed(String text) {
            display.asyncExec(() -> view().filter(v -> !v.canvas().isDisposed()).ifPresent(v -> v.hint(text)));
        }

        @Override
        public void journalTroubleChanged() {
            display.asyncExec(() -> Optional.ofNullable(session).flatMap(Session::journalTrouble).ifPresent(this::failed));
        }

        @Override
        void activated(Object part) {
            if (part == VolumeEditor.this && session != null) {
                Services.sessions().activate(session);
            }
        }
    }
}
