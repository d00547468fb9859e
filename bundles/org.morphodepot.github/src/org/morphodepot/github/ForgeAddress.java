package org.morphodepot.github;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/**
 * Where a forge is: GitHub.com, a GitHub Enterprise Server, GitHub with data residency ({@code *.ghe.com}), or a practice
 * forge on this computer. Everything is https, except on this computer.
 *
 * @param web where people and git go, without a slash at the end
 * @param api base of the REST interface, without a slash at the end
 * @param graphql where GraphQL questions are posted
 */
public record ForgeAddress(URI web, URI api, URI graphql) {

    public static final ForgeAddress GITHUB = of("https://github.com");

    /**
     * From what a person types: {@code github.com}, {@code https://git.example.org}, {@code http://127.0.0.1:8123}.
     * Throws {@link IllegalArgumentException} that says what is wrong.
     */
    public static ForgeAddress of(String text) {
        URI uri = parse(text.strip());
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT) + "://";
        if (host.startsWith("api.") && (host.endsWith("github.com") || host.endsWith(".ghe.com"))) {
            host = host.substring(4);
        }
        if (host.equals("www.github.com")) {
            host = "github.com";
        }
        String web = scheme + host + port;
        if (host.equals("github.com") || host.endsWith(".ghe.com") || host.equals("github.localhost")) {
            return of(web, scheme + "api." + host + port, scheme + "api." + host + port + "/graphql");
        }
        boolean enterprisePath = uri.getPath().startsWith("/api/v3");
        return isHere(host) && !enterprisePath ? of(web, web, web + "/graphql")
                : of(web, web + "/api/v3", web + "/api/graphql");
    }

    private static ForgeAddress of(String web, String api, String graphql) {
        return new ForgeAddress(URI.create(web), URI.create(api), URI.create(graphql));
    }

    private static URI parse(String text) {
        try {
            URI uri = new URI(text.contains("://") ? text : "https://" + text);
            if (uri.getHost() == null || uri.getRawUserInfo() != null) {
                throw new IllegalArgumentException("Not the address of a GitHub server, such as https://github.com");
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("https") && !(scheme.equals("http") && isHere(uri.getHost()))) {
                throw new IllegalArgumentException("The address of a GitHub server starts with https://");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not the address of a GitHub server, such as https://github.com", e);
        }
    }

    /** Whether a host name is this computer. */
    public static boolean isHere(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return List.of("localhost", "[::1]", "::1").contains(name) || name.endsWith(".localhost")
                || name.matches("127(\\.\\d{1,3}){3}");
    }

    /** How people call it: host, and port if there is one. */
    public String host() {
        return web.getAuthority();
    }

    /** Whether a token for this forge may be sent there. */
    public boolean trusts(URI uri) {
        String authority = String.valueOf(uri.getAuthority()).toLowerCase(Locale.ROOT);
        return web.getScheme().equalsIgnoreCase(uri.getScheme()) && List.of(web.getAuthority(), api.getAuthority(),
                graphql.getAuthority(), "uploads." + web.getAuthority()).contains(authority);
    }

    @Override
    public String toString() {
        return web.toString();
    }
}
