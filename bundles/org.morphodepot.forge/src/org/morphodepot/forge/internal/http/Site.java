package org.morphodepot.forge.internal.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which of GitHub's addresses a request is for, by its Host and path, and what is left of the path. On 127.0.0.1 all are one;
 * as {@code github.localhost}, through a proxy variable, they are apart.
 */
public record Site(Part part, String path, Links links) {

    /** The parts of a forge. */
    public enum Part {
        API, UPLOADS, WEB
    }

    private static final Pattern GIT = Pattern.compile("/[^/]+/[^/]+/(info/refs|git-upload-pack|git-receive-pack)");
    private static final Pattern PAGES = Pattern.compile("/[^/]+/[^/]+/(releases/download|raw|issues|pull|tree|blob)/.*");
    private static final Pattern DOORS = Pattern.compile("/login(/.*)?|/|/favicon.ico");

    /** Empty when the host is none of ours: a page elsewhere may not reach us under its own name. */
    public static Optional<Site> of(String hostAndPort, String path) {
        String host = hostAndPort.replaceAll(":\\d+$", "").toLowerCase(Locale.ROOT);
        String base = "http://" + hostAndPort.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(switch (host) {
            case "127.0.0.1", "localhost", "[::1]" -> together(base, path);
            case "github.localhost" -> named(Part.WEB, base, "github.localhost", path);
            case "api.github.localhost" -> named(Part.API, base, "api.github.localhost", path);
            case "uploads.github.localhost" -> named(Part.UPLOADS, base, "uploads.github.localhost", path);
            default -> null;
        });
    }

    private static Site named(Part part, String base, String host, String path) {
        String port = base.substring(("http://" + host).length());
        String api = "http://api.github.localhost" + port;
        Links links = new Links(api, "http://github.localhost" + port, "http://uploads.github.localhost" + port,
                api + "/graphql");
        return new Site(part, path, links);
    }

    private static Site together(String base, String path) {
        if (path.startsWith("/api/")) {
            Links enterprise = new Links(base + "/api/v3", base, base + "/api/uploads", base + "/api/graphql");
            return enterprise(path, enterprise);
        }
        Links links = new Links(base, base, base + "/uploads", base + "/graphql");
        if (path.startsWith("/uploads/")) {
            return new Site(Part.UPLOADS, path.substring("/uploads".length()), links);
        }
        boolean repos = path.startsWith("/repos/");
        boolean web = !repos && (GIT.matcher(path).matches() || PAGES.matcher(path).matches() || DOORS.matcher(path).matches());
        return new Site(web ? Part.WEB : Part.API, path, links);
    }

    private static Site enterprise(String path, Links links) {
        if (path.startsWith("/api/uploads/")) {
            return new Site(Part.UPLOADS, path.substring("/api/uploads".length()), links);
        }
        return new Site(Part.API, path.substring(path.startsWith("/api/v3") ? "/api/v3".length() : "/api".length()), links);
    }
}
