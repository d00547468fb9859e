package org.morphodepot.viewer.ui;

import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;

/** Hears which part came to the front. */
abstract class PartActivation implements IPartListener2 {

    abstract void activated(Object part);

    @Override
    public final void partActivated(IWorkbenchPartReference part) {
        activated(part.getPart(false));
    }

    @Override
    public final void partBroughtToTop(IWorkbenchPartReference part) {
        activated(part.getPart(false));
    }
}
