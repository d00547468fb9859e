package org.morphodepot.github;

import java.util.Locale;
import java.util.Optional;

/** What a person may do in a repository; each right includes those before it. */
public enum Permission {
    PULL, TRIAGE, PUSH, MAINTAIN, ADMIN;

    /** The word of the REST interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** From a word of either interface, such as {@code push}, {@code write}, {@code WRITE} or {@code read}. */
    public static Optional<Permission> of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "pull", "read" -> Optional.of(PULL);
            case "triage" -> Optional.of(TRIAGE);
            case "push", "write" -> Optional.of(PUSH);
            case "maintain" -> Optional.of(MAINTAIN);
            case "admin" -> Optional.of(ADMIN);
            default -> Optional.empty();
        };
    }
}
