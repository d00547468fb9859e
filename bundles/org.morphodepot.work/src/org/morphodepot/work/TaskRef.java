package org.morphodepot.work;

import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.RepoName;

/**
 * A task: an issue of a depot.
 *
 * @param depot the upstream, never a fork
 */
public record TaskRef(ForgeAddress forge, RepoName depot, int number) {

    public TaskRef {
        if (number < 1) {
            throw new IllegalArgumentException("No task has the number " + number);
        }
    }

    /** The branch its contribution comes from; also the title of the pull request. */
    public String branch() {
        return "issue-" + number;
    }

    /** The one file its contribution changes. */
    public String fileName() {
        return branch() + ".seg.nrrd";
    }

    /** Where people see it. */
    public String url() {
        return forge.web() + "/" + depot + "/issues/" + number;
    }

    /** {@code owner/name#12}. */
    @Override
    public String toString() {
        return depot + "#" + number;
    }
}
