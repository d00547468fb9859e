package org.morphodepot.git;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to clone and where to. Without a branch the server's default one is taken; {@code depth} is the number of commits
 * of history, 0 for all. The folder must not exist yet, its parent must.
 */
public record CloneOrder(RemoteAddress from, Optional<String> branch, int depth, Path folder) {

    public CloneOrder {
        if (depth < 0) {
            throw new IllegalArgumentException("depth " + depth);
        }
        branch.ifPresent(Names::checkBranch);
    }

    /** The newest commit of the default branch: what starting to work needs. */
    public static CloneOrder newest(RemoteAddress from, Path folder) {
        return new CloneOrder(from, Optional.empty(), 1, folder);
    }
}
