package org.morphodepot.forge.internal.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.hub.Hub;
import org.morphodepot.forge.internal.state.Token;

import com.sun.net.httpserver.HttpExchange;

/** Who is behind a request: {@code login} and {@code scopes} are null for nobody. */
record Visitor(String login, String scopes) {

    private static final Visitor NOBODY = new Visitor(null, null);

    /** Refuses a token that is not known. */
    static Visitor of(HttpExchange exchange, Hub hub) throws IOException {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null || header.isBlank()) {
            return NOBODY;
        }
        int space = header.indexOf(' ');
        String kind = space < 0 ? "" : header.substring(0, space);
        String value = header.substring(space + 1).strip();
        String token = kind.equalsIgnoreCase("basic") ? password(value) : value;
        return hub.change(change -> hub.token(token).map(Visitor::of))
                .orElseThrow(() -> new Problem(401, "Bad credentials"));
    }

    private static Visitor of(Token token) {
        return new Visitor(token.login, token.scopes);
    }

    /** Git sends the token as a password, whatever the name. */
    private static String password(String basic) {
        try {
            String pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            String password = pair.substring(pair.indexOf(':') + 1);
            return password.isEmpty() || password.equals("x-oauth-basic") ? pair.substring(0, Math.max(0, pair.indexOf(':')))
                    : password;
        } catch (IllegalArgumentException e) {
            throw new Problem(401, "Bad credentials");
        }
    }

    /** As whom the limits count this visitor. */
    String counted() {
        return login == null ? "ip:127.0.0.1" : login;
    }
}
