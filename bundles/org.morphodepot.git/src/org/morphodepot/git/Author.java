package org.morphodepot.git;

/** Who made a commit. Neither part may be empty or hold line ends or angle brackets. */
public record Author(String name, String email) {

    public Author {
        name = checked(name, "name");
        email = checked(email, "e-mail address");
    }

    private static String checked(String text, String what) {
        String plain = text == null ? "" : text.strip();
        if (plain.isEmpty() || plain.chars().anyMatch(c -> c < ' ' || c == '<' || c == '>')) {
            throw new IllegalArgumentException("An author's " + what + " must be one plain line: " + plain);
        }
        return plain;
    }
}
