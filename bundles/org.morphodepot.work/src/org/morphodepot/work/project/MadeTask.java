package org.morphodepot.work.project;

import java.util.List;

/**
 * A task that is an issue now.
 *
 * @param notAssigned logins that should do it and are not assigned: the forge takes only those it lets into the depot
 * @param labelsMissing labels that the forge dropped
 */
public record MadeTask(String title, int number, String url, List<String> notAssigned, List<String> labelsMissing) {

    public MadeTask {
        notAssigned = List.copyOf(notAssigned);
        labelsMissing = List.copyOf(labelsMissing);
    }

    /** Whether everything is as it was wished. */
    public boolean isComplete() {
        return notAssigned.isEmpty() && labelsMissing.isEmpty();
    }
}
