package org.morphodepot.git.internal;

import org.eclipse.jgit.lib.ProgressMonitor;
import org.morphodepot.git.GitProgress;

/** Hands the library's progress on. */
final class Watching implements ProgressMonitor {

    private final GitProgress progress;
    private String what = "";
    private long total = -1;
    private long done;

    Watching(GitProgress progress) {
        this.progress = progress;
    }

    @Override
    public void start(int totalTasks) {
        // the number of tasks tells nobody anything
    }

    @Override
    public void beginTask(String title, int totalWork) {
        what = title;
        total = totalWork == UNKNOWN ? -1 : totalWork;
        done = 0;
        progress.report(0, total, what);
    }

    @Override
    public void update(int completed) {
        done += completed;
        progress.report(done, total, what);
    }

    @Override
    public void endTask() {
        // the next one begins soon
    }

    @Override
    public boolean isCancelled() {
        return progress.cancelled();
    }

    @Override
    public void showDuration(boolean enabled) {
        // whoever shows the progress sees the time
    }
}
