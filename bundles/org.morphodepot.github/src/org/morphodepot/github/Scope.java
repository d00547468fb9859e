package org.morphodepot.github;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a sign-in may be allowed to do, with GitHub's word for it and words for people. */
public enum Scope {

    REPO("repo", "read and change the repositories you can reach, public and private: your forks, branches, issues and"
            + " pull requests"),
    PUBLIC_REPO("public_repo", "read and change public repositories you can reach, but no private ones"),
    WORKFLOW("workflow", "push files that start automatic jobs, such as the one that assigns new issues"),
    READ_ORG("read:org", "see which organisations and teams you belong to"),
    USER_EMAIL("user:email", "see your e-mail addresses, to sign your commits");

    private final String word;
    private final String meaning;

    Scope(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** GitHub's word. */
    public String word() {
        return word;
    }

    /** Ends the sentence "This allows the workbench to …". */
    public String meaning() {
        return meaning;
    }

    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }

    /** The words of a list such as {@code repo, read:org}. */
    public static Set<String> words(String list) {
        return Arrays.stream(list.split("[,\\s]+")).map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether granted words include this, also by a wider one. */
    public boolean isIn(Set<String> granted) {
        return granted.contains(word) || switch (this) {
            case PUBLIC_REPO -> granted.contains("repo");
            case READ_ORG -> granted.contains("write:org") || granted.contains("admin:org");
            case USER_EMAIL -> granted.contains("user");
            case REPO, WORKFLOW -> false;
        };
    }
}
