package org.morphodepot.work;

import org.morphodepot.git.GitProgress;
import org.morphodepot.github.Watch;
import org.morphodepot.volume.Progress;

/** One progress as the bundles below want it. */
public final class Watching {

    private Watching() {
    }

    public static Watch github(Progress progress) {
        return progress::cancelled;
    }

    public static GitProgress git(Progress progress) {
        return new GitProgress() {
            @Override
            public void report(long done, long total, String what) {
                progress.report(done, total, what);
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }
}
