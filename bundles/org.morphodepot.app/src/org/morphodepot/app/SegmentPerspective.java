package org.morphodepot.app;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.IPlaceholderFolderLayout;

/**
 * The segmenter's perspective: the scan in the middle, tasks at the left, segments over the active tool at the right,
 * history and progress below. Views that are not installed leave no trace: each place is a pattern over view ids.
 */
public final class SegmentPerspective implements IPerspectiveFactory {

    static final String ID = "org.morphodepot.perspective.segment";

    @Override
    public void createInitialLayout(IPageLayout page) {
        String scan = page.getEditorArea();
        page.setEditorAreaVisible(true);
        place(page, "tasks", IPageLayout.LEFT, 0.18f, scan, "org.morphodepot.tasks.*");
        place(page, "segments", IPageLayout.RIGHT, 0.76f, scan, "org.morphodepot.label.segments*");
        place(page, "tool", IPageLayout.BOTTOM, 0.5f, "segments", "org.morphodepot.label.tool*");
        IFolderLayout below = page.createFolder("below", IPageLayout.BOTTOM, 0.8f, scan);
        below.addPlaceholder("org.morphodepot.*");
        below.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
        below.addPlaceholder(ErrorLog.VIEW);
        page.addShowViewShortcut(IPageLayout.ID_PROGRESS_VIEW);
        page.addShowViewShortcut(ErrorLog.VIEW);
        page.addPerspectiveShortcut(ProjectPerspective.ID);
    }

    private static void place(IPageLayout page, String id, int side, float ratio, String beside, String views) {
        IPlaceholderFolderLayout folder = page.createPlaceholderFolder(id, side, ratio, beside);
        folder.addPlaceholder(views);
    }
}
