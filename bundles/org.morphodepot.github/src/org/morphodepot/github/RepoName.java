package org.morphodepot.github;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code owner/name} of a repository. Both parts have only the characters GitHub allows, so they are safe in addresses,
 * questions and folder names. Equal regardless of case, as on GitHub.
 */
public record RepoName(String owner, String name) {

    private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,99})");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern IN_ADDRESS = Pattern.compile("https?://[^/]+(?:/api/v3)?(?:/repos)?/([^/]+)/([^/?#]+).*");

    public RepoName {
        if (!OWNER.matcher(owner).matches() || !NAME.matcher(name).matches() || name.equals(".") || name.equals("..")) {
            throw new IllegalArgumentException("Not a repository name like owner/name: " + shortened(owner + "/" + name));
        }
    }

    /** From {@code owner/name}; throws {@link IllegalArgumentException} when it is not one. */
    public static RepoName of(String fullName) {
        int slash = fullName.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("Not a repository name like owner/name: " + shortened(fullName));
        }
        return new RepoName(fullName.substring(0, slash), fullName.substring(slash + 1));
    }

    /** From an address of the repository or of something in it, on the web or in the REST interface. */
    public static Optional<RepoName> inAddress(String address) {
        Matcher m = IN_ADDRESS.matcher(address);
        if (!m.matches()) {
            return Optional.empty();
        }
        String last = m.group(2).endsWith(".git") ? m.group(2).substring(0, m.group(2).length() - 4) : m.group(2);
        return parse(m.group(1) + "/" + last);
    }

    /** As {@link #of}, empty when it is not a name. */
    public static Optional<RepoName> parse(String fullName) {
        try {
            return Optional.of(of(fullName));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String shortened(String text) {
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RepoName r && owner.equalsIgnoreCase(r.owner) && name.equalsIgnoreCase(r.name);
    }

    @Override
    public int hashCode() {
        return toString().toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return owner + "/" + name;
    }
}
