package org.morphodepot.volume;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Where data is: a local path, {@code https://…}, or {@code s3://bucket/key}. An S3 address may carry options as a query:
 * {@code ?endpoint=https://host:port&anonymous=true&profile=NAME&region=NAME&path-style=true}; credentials are never part
 * of an address.
 *
 * @param uri absolute, scheme in lower case ({@code file}, {@code http}, {@code https}, {@code s3}); no trailing slash
 */
public record Address(URI uri) {

    /** Refuses addresses that carry a user or password. */
    public Address {
        if (uri.getScheme() == null) {
            throw new IllegalArgumentException("address has no scheme: " + uri);
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("an address must not contain a user name or password");
        }
    }

    /** Reads what a person types, drops or passes on the command line. */
    public static Address of(String text) {
        String trimmed = text.strip();
        if (!trimmed.matches("(?i)[a-z][a-z0-9+.-]+:/.*")) {
            return of(path(trimmed));
        }
        try {
            URI uri = new URI(trimmed.replace(" ", "%20"));
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            if (scheme.equals("file")) {
                return of(Path.of(uri));
            }
            String rest = uri.toString().substring(uri.getScheme().length());
            return new Address(new URI(scheme + withoutTrailingSlash(rest)));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not a valid address: " + trimmed, e);
        }
    }

    public static Address of(Path path) {
        return new Address(URI.create(withoutTrailingSlash(path.toAbsolutePath().normalize().toUri().toString())));
    }

    public boolean isFile() {
        return uri.getScheme().equals("file");
    }

    /** The local path; only for {@link #isFile()}. */
    public Path path() {
        return Path.of(uri);
    }

    /** Last part of the path, decoded: a file or folder name. */
    public String name() {
        String path = uri.getPath() == null ? "" : uri.getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? uri.getAuthority() == null ? "/" : uri.getAuthority() : name;
    }

    /** The address of {@code relative} (a '/'-separated path) below this one; keeps the query. */
    public Address child(String relative) {
        String path = uri.getRawPath();
        return withPath((path.endsWith("/") ? path.substring(0, path.length() - 1) : path) + "/" + encoded(relative));
    }

    /** The address one level up; keeps the query. */
    public Address parent() {
        String path = uri.getRawPath();
        int cut = path.lastIndexOf('/');
        return withPath(cut <= 0 ? "/" : path.substring(0, cut));
    }

    /** Everything but the path stays as it is written: the query of a signed address must not be encoded again. */
    private Address withPath(String rawPath) {
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Address(URI.create(uri.getScheme() + "://" + authority + rawPath + query));
    }

    private static String encoded(String path) {
        StringBuilder text = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || "-._~/".indexOf(b) >= 0) {
                text.append((char) b);
            } else {
                text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return text.toString();
    }

    /** For people: a plain path for files, else the address. */
    @Override
    public String toString() {
        return isFile() ? path().toString() : uri.toString();
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("not a valid path: " + text, e);
        }
    }

    private static String withoutTrailingSlash(String text) {
        int query = text.indexOf('?');
        String path = query < 0 ? text : text.substring(0, query);
        while (path.length() > 1 && path.endsWith("/") && !path.endsWith("//")) {
            path = path.substring(0, path.length() - 1);
        }
        return query < 0 ? path : path + text.substring(query);
    }
}
