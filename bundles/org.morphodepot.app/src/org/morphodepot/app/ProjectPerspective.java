package org.morphodepot.app;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.IPlaceholderFolderLayout;

/** The director's perspective: the project's views over the whole window, log and progress below. */
public final class ProjectPerspective implements IPerspectiveFactory {

    static final String ID = "org.morphodepot.perspective.project";

    @Override
    public void createInitialLayout(IPageLayout page) {
        String editors = page.getEditorArea();
        IPlaceholderFolderLayout project = page.createPlaceholderFolder("project", IPageLayout.LEFT, 0.35f, editors);
        project.addPlaceholder("org.morphodepot.project.*");
        IPlaceholderFolderLayout below = page.createPlaceholderFolder("below", IPageLayout.BOTTOM, 0.8f, editors);
        below.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
        below.addPlaceholder(ErrorLog.VIEW);
        page.addShowViewShortcut(IPageLayout.ID_PROGRESS_VIEW);
        page.addShowViewShortcut(ErrorLog.VIEW);
        page.addPerspectiveShortcut(SegmentPerspective.ID);
    }
}
