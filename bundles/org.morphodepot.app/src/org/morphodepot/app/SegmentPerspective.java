package org.morphodepot.app;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/**
 * The segmenter's perspective: the scan in the middle, tasks at the left, segments over the active tool
 * at the right, facts, history and progress below.
 */
public final class SegmentPerspective implements IPerspectiveFactory {

    static final String ID = "org.morphodepot.perspective.segment";
    private static final String TASKS = "org.morphodepot.tasks.list";
    private static final String SEGMENTS = "org.morphodepot.label.segments";
    private static final String TOOL = "org.morphodepot.label.tool";
    private static final String INFO = "org.morphodepot.label.info";
    private static final String HISTORY = "org.morphodepot.label.history";
    static final String SYNC = "org.morphodepot.tasks.sync";
    static final String TRANSFERS = "org.morphodepot.transfer.view";
    private static final String STATISTICS = "org.morphodepot.label.statistics";

    @Override
    public void createInitialLayout(IPageLayout page) {
        String scan = page.getEditorArea();
        page.setEditorAreaVisible(true);
        page.createFolder("tasks", IPageLayout.LEFT, 0.2f, scan).addView(TASKS);
        page.createPlaceholderFolder("help", IPageLayout.RIGHT, 0.74f, scan)
                .addPlaceholder("org.eclipse.ui.cheatsheets.views.CheatSheetView");
        page.createFolder("segments", IPageLayout.RIGHT, 0.75f, scan).addView(SEGMENTS);
        page.createFolder("tool", IPageLayout.BOTTOM, 0.5f, "segments").addView(TOOL);
        IFolderLayout below = page.createFolder("below", IPageLayout.BOTTOM, 0.8f, scan);
        below.addView(INFO);
        below.addView(HISTORY);
        below.addView(STATISTICS);
        below.addPlaceholder(SYNC);
        below.addPlaceholder("org.morphodepot.tasks.conflict");
        below.addPlaceholder(TRANSFERS);
        below.addPlaceholder("org.morphodepot.*");
        below.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
        below.addPlaceholder(ErrorLog.VIEW);
        for (String view : new String[] {TASKS, SEGMENTS, TOOL, INFO, HISTORY, STATISTICS, SYNC, TRANSFERS,
            IPageLayout.ID_PROGRESS_VIEW, ErrorLog.VIEW}) {
            page.addShowViewShortcut(view);
        }
        page.addPerspectiveShortcut(ProjectPerspective.ID);
    }
}
