package org.morphodepot.git;

import java.util.Objects;

/** A text that must not be seen: its {@code toString} hides it. Ask {@link #reveal} only to hand it to the network. */
public final class Secret {

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /** Throws {@link IllegalArgumentException} when the text is empty or has blanks or control characters. */
    public static Secret of(String text) {
        Objects.requireNonNull(text, "text");
        if (text.isEmpty() || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("A token is letters, digits and signs without blanks.");
        }
        return new Secret(text);
    }

    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
