package org.morphodepot.work.project;

import java.util.Optional;

import org.morphodepot.github.Permission;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Repository;
import org.morphodepot.work.Account;

/**
 * What somebody may do in a depot. Each question gives the reason why not, in one line for people, or nothing when it is
 * allowed.
 *
 * @param permission what the forge says; empty when it says nothing, which counts as reading only
 */
public record Rights(RepoName depot, String login, Optional<Permission> permission, boolean archived, boolean hasIssues) {

    public static Rights of(Repository depot, Account account) {
        return new Rights(depot.name(), account.login(), depot.permission(), depot.archived(), depot.hasIssues());
    }

    /** Making tasks and giving them to people: the forge drops assignees of people without the right, so we ask for it. */
    public Optional<String> createTasks() {
        return archivedReason().or(() -> hasIssues ? Optional.empty() : Optional.of("Issues are switched off in " + depot + "."))
                .or(() -> needs(Permission.TRIAGE, "make tasks and assign people"));
    }

    /** Changing who does a task. */
    public Optional<String> assign() {
        return archivedReason().or(() -> needs(Permission.TRIAGE, "assign people"));
    }

    /** Asking for changes, approving and merging. */
    public Optional<String> review() {
        return archivedReason().or(() -> needs(Permission.PUSH, "ask for changes or merge"));
    }

    private Optional<String> archivedReason() {
        return archived ? Optional.of(depot + " is archived: nothing can be changed any more.") : Optional.empty();
    }

    private Optional<String> needs(Permission wanted, String what) {
        boolean allowed = permission.isPresent() && permission.get().compareTo(wanted) >= 0;
        return allowed ? Optional.empty() : Optional.of("You (" + login + ") may not " + what + " in " + depot + ". Ask "
                + depot.owner() + " for the right to " + (wanted == Permission.TRIAGE ? "triage" : "write") + ".");
    }
}
