package org.morphodepot.work.search;

import org.morphodepot.github.RepoName;

/** How long a depot is meant to live. Told by its owner: what the form says is not binding. */
public enum Tier {

    ARCHIVAL("Archival"), PERSONAL("Personal");

    private static final String ORGANISATION = "MorphoDepot";

    private final String words;

    Tier(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    static Tier of(RepoName repo) {
        return repo.owner().equalsIgnoreCase(ORGANISATION) ? ARCHIVAL : PERSONAL;
    }
}
