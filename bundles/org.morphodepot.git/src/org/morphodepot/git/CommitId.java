package org.morphodepot.git;

import java.util.regex.Pattern;

/** The name of a commit: 40 lower-case hexadecimal digits. */
public record CommitId(String hex) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{40}");

    public CommitId {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("Not a commit: " + hex);
        }
    }

    /** The first eight digits, for people. */
    public String brief() {
        return hex.substring(0, 8);
    }

    @Override
    public String toString() {
        return hex;
    }
}
