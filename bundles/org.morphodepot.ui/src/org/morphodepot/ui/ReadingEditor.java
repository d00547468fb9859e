package org.morphodepot.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;

/** An editor that only shows something: it is never dirty and never saved. Its tab says what its input is called. */
public abstract class ReadingEditor extends EditorPart {

    /** @throws PartInitException from subclasses that cannot show an input */
    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        setTitleToolTip(input.getToolTipText());
    }

    @Override
    public final boolean isDirty() {
        return false;
    }

    @Override
    public final boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public final void doSave(IProgressMonitor monitor) {
        // nothing is edited here
    }

    @Override
    public final void doSaveAs() {
        // nothing is edited here
    }
}
