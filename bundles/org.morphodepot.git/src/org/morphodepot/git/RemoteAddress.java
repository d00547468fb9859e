package org.morphodepot.git;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Where a repository is on the web. Always https, or http on this very computer (the practice forge); never with a name or
 * a password inside.
 */
public record RemoteAddress(URI uri) {

    public RemoteAddress {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        boolean here = Set.of("127.0.0.1", "localhost", "[::1]").contains(host) || host.endsWith(".localhost");
        if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http") && here)) {
            throw new IllegalArgumentException("A depot's git address starts with https://");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("A depot's git address has no name, password or question in it: " + host);
        }
    }

    /** Throws {@link IllegalArgumentException} for anything else than a plain web address. */
    public static RemoteAddress of(String address) {
        try {
            return new RemoteAddress(new URI(address));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not a web address: character " + e.getIndex() + " cannot be.", null);
        }
    }

    /** The last part of the path without {@code .git}. */
    public String name() {
        String path = uri.getPath().replaceAll("/+$", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.endsWith(".git") ? last.substring(0, last.length() - 4) : last;
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
