package org.morphodepot.app;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.IPlaceholderFolderLayout;

/** The director's perspective: overview and reviews left, task board and search below, a contribution's difference right. */
public final class ProjectPerspective implements IPerspectiveFactory {

    static final String ID = "org.morphodepot.perspective.project";
    private static final String OVERVIEW = "org.morphodepot.project.overview";
    private static final String BOARD = "org.morphodepot.project.board";
    private static final String SEARCH = "org.morphodepot.project.search";
    private static final String REVIEWS = "org.morphodepot.project.reviews";
    private static final String DIFFERENCE = "org.morphodepot.project.difference";

    @Override
    public void createInitialLayout(IPageLayout page) {
        String editors = page.getEditorArea();
        page.createFolder("overview", IPageLayout.LEFT, 0.24f, editors).addView(OVERVIEW);
        page.createFolder("reviews", IPageLayout.BOTTOM, 0.62f, "overview").addView(REVIEWS);
        IPlaceholderFolderLayout beside = page.createPlaceholderFolder("difference", IPageLayout.RIGHT, 0.66f, editors);
        beside.addPlaceholder(DIFFERENCE);
        beside.addPlaceholder("org.morphodepot.project.*");
        IFolderLayout below = page.createFolder("board", IPageLayout.BOTTOM, 0.58f, editors);
        below.addView(BOARD);
        below.addView(SEARCH);
        below.addPlaceholder(SegmentPerspective.SYNC);
        below.addPlaceholder(SegmentPerspective.TRANSFERS);
        below.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
        below.addPlaceholder(ErrorLog.VIEW);
        for (String view : new String[] {OVERVIEW, BOARD, SEARCH, REVIEWS, DIFFERENCE, SegmentPerspective.SYNC,
            SegmentPerspective.TRANSFERS}) {
            page.addShowViewShortcut(view);
        }
        page.addShowViewShortcut(IPageLayout.ID_PROGRESS_VIEW);
        page.addShowViewShortcut(ErrorLog.VIEW);
        page.addPerspectiveShortcut(SegmentPerspective.ID);
    }
}
