package org.morphodepot.app;

import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.morphodepot.app.cache.CacheSettings;

/** What holds for the whole workbench: it remembers its windows and starts with the segmenter's perspective. */
final class WorkbenchSetup extends WorkbenchAdvisor {

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
    }

    @Override
    public void preStartup() {
        CacheSettings.apply();
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return SegmentPerspective.ID;
    }

    @Override
    public String getMainPreferencePageId() {
        return "org.eclipse.ui.preferencePages.Workbench";
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new WindowSetup(configurer);
    }
}
