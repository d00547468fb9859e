package org.morphodepot.forge.internal.hub;

import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.state.Repo;

/** What one person may do in one repository, from nothing to all. */
public enum Rights {

    NONE, READ, TRIAGE, WRITE, MAINTAIN, ADMIN;

    /** As its owner or a collaborator, {@code login} is null for nobody; see {@link Hub#rights} for all. */
    static Rights of(Repo repo, String login) {
        if (login != null && repo.owner.equalsIgnoreCase(login)) {
            return ADMIN;
        }
        for (var entry : repo.collaborators.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(login)) {
                return named(entry.getValue());
            }
        }
        return repo.isPrivate ? NONE : READ;
    }

    /** GitHub's two spellings: {@code push} and {@code write}, {@code pull} and {@code read}. */
    public static Rights named(String permission) {
        return switch (permission) {
            case "pull", "read" -> READ;
            case "triage" -> TRIAGE;
            case "push", "write" -> WRITE;
            case "maintain" -> MAINTAIN;
            case "admin" -> ADMIN;
            default -> throw Problem.invalid("Repository", "permission", "invalid");
        };
    }

    public boolean mayRead() {
        return this != NONE;
    }

    public boolean mayTriage() {
        return compareTo(TRIAGE) >= 0;
    }

    public boolean mayPush() {
        return compareTo(WRITE) >= 0;
    }

    public boolean mayMaintain() {
        return compareTo(MAINTAIN) >= 0;
    }

    public boolean mayAdminister() {
        return this == ADMIN;
    }

    /** As the collaborator's permission question names it. */
    public String word() {
        return switch (this) {
            case NONE -> "none";
            case READ, TRIAGE -> "read";
            case WRITE, MAINTAIN -> "write";
            case ADMIN -> "admin";
        };
    }
}
