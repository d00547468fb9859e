package org.morphodepot.github;

import java.util.Objects;

/** A token or another text that must not be seen: its {@code toString} hides it. Reveal it only to hand it to the network. */
public final class Secret {

    private static final int LONGEST = 4096;

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Blanks around the text are dropped. Throws {@link IllegalArgumentException} without repeating the text. */
    public static Secret of(String text) {
        String value = Objects.requireNonNull(text, "text").strip();
        boolean printable = value.chars().allMatch(c -> c > ' ' && c <= '~');
        if (value.isEmpty() || value.length() > LONGEST || !printable) {
            throw new IllegalArgumentException("This is not a token: a token is one word of letters, digits and signs.");
        }
        return new Secret(value);
    }

    public String reveal() {
        return value;
    }

    /** The message with this secret blotted out. */
    public String redact(String message) {
        return message.replace(value, "(secret)");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && value.equals(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
