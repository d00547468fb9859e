package org.morphodepot.git;

import java.io.IOException;

import org.morphodepot.git.internal.QuietReader;

/** For other bundles that use the git library themselves: lets it run with our settings instead of the user's. */
public final class QuietGit {

    /** What is run. */
    public interface Work<T> {
        T run() throws IOException;
    }

    private QuietGit() {
    }

    /** Runs work during which no settings of the user or the computer are read. */
    public static <T> T call(Work<T> work) throws IOException {
        QuietReader.install();
        return ScopedValue.where(QuietReader.OURS, true).call(work::run);
    }
}
