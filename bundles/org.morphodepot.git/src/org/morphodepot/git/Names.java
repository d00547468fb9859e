package org.morphodepot.git;

import java.util.regex.Pattern;

/** Which names of branches, remotes and files we use: those that every platform can hold and no shell can misread. */
public final class Names {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");
    private static final int LONGEST = 200;

    private Names() {
    }

    /** Throws {@link IllegalArgumentException} when git or a file system could take the branch's name for something else. */
    public static String checkBranch(String name) {
        if (!isPlain(name) || name.endsWith(".lock") || name.contains(".lock/") || name.endsWith(".") || name.equals("HEAD")) {
            throw new IllegalArgumentException("Not a branch name we use: " + name);
        }
        return name;
    }

    /** A remote's short name such as {@code origin}. */
    public static String checkRemote(String name) {
        if (!isPlain(name) || name.contains("/") || name.contains(".")) {
            throw new IllegalArgumentException("Not a name for a remote: " + name);
        }
        return name;
    }

    /** Whether it is letters, digits, dots, dashes and underscores between single slashes, and no dots in a row. */
    static boolean isPlain(String name) {
        return name.length() <= LONGEST && PLAIN.matcher(name).matches() && !name.contains("..");
    }
}
