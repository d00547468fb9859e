package org.morphodepot.forge.internal.server;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.forge.internal.http.Call;
import org.morphodepot.forge.internal.http.Doc;
import org.morphodepot.forge.internal.http.Links;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.http.Reply;
import org.morphodepot.forge.internal.hub.Hub;
import org.morphodepot.forge.internal.state.DeviceCode;
import org.morphodepot.forge.internal.state.Person;
import org.morphodepot.forge.internal.state.Token;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** OAuth's device flow: a program asks for a code, a person types it on a page, the program gets a token. */
public final class DeviceSignIn {

    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Duration VALID = Duration.ofMinutes(15);

    private final Hub hub;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> polled = new HashMap<>();

    public DeviceSignIn(Hub hub) {
        this.hub = hub;
    }

    Reply answer(String request, byte[] body, String type, boolean json, Map<String, String> query, Links links)
            throws IOException {
        Map<String, String> form = type.contains("json") ? jsonForm(body)
                : Call.form(new String(body, StandardCharsets.UTF_8));
        return hub.change(change -> switch (request) {
            case "POST /login/device/code" -> told(begin(form, links), json);
            case "POST /login/oauth/access_token" -> told(poll(form), json);
            case "GET /login/device" -> page(query.getOrDefault("user_code", ""), "");
            case "POST /login/device" -> decide(form);
            default -> throw Problem.notFound();
        });
    }

    private static Map<String, String> jsonForm(byte[] body) {
        Map<String, String> form = new HashMap<>();
        try {
            JsonObject json = JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
            json.entrySet().forEach(entry -> form.put(entry.getKey(), entry.getValue().getAsString()));
        } catch (RuntimeException e) {
            throw new Problem(400, "Problems parsing JSON");
        }
        return form;
    }

    /** GitHub answers as a form unless asked for JSON. */
    private static Reply told(Doc doc, boolean json) {
        if (json) {
            return Reply.ok(doc);
        }
        List<String> pairs = new ArrayList<>();
        for (Map.Entry<String, JsonElement> entry : doc.json().entrySet()) {
            pairs.add(entry.getKey() + "=" + URLEncoder.encode(entry.getValue().getAsString(), StandardCharsets.UTF_8));
        }
        return Reply.text(200, "application/x-www-form-urlencoded; charset=utf-8", String.join("&", pairs));
    }

    private Doc begin(Map<String, String> form, Links links) throws IOException {
        if (form.getOrDefault("client_id", "").isBlank()) {
            throw Problem.notFound();
        }
        DeviceCode code = hub.change(change -> {
            DeviceCode row = new DeviceCode();
            row.deviceCode = random("0123456789abcdef", 40);
            row.userCode = random(LETTERS, 4) + "-" + random(LETTERS, 4);
            row.client = form.get("client_id");
            row.scope = form.getOrDefault("scope", "");
            row.expires = hub.in(VALID);
            row.interval = 5;
            change.put(row);
            return row;
        });
        return Doc.with("device_code", code.deviceCode).put("user_code", code.userCode)
                .put("verification_uri", links.web() + "/login/device").put("expires_in", VALID.toSeconds())
                .put("interval", code.interval);
    }

    private String random(String letters, int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, letters.length()).forEach(i -> text.append(letters.charAt(i)));
        return text.toString();
    }

    private Doc poll(Map<String, String> form) throws IOException {
        if (!GRANT.equals(form.get("grant_type"))) {
            return error("unsupported_grant_type", "The grant type is not supported.");
        }
        Optional<DeviceCode> found = hub.store().get(DeviceCode.class, form.getOrDefault("device_code", ""));
        if (found.isEmpty() || found.get().state.equals("used") || !found.get().client.equals(form.get("client_id"))) {
            return error("incorrect_device_code", "The device_code provided is not valid.");
        }
        DeviceCode code = found.get();
        if (hub.isPast(code.expires)) {
            return error("expired_token", "The device_code has expired.");
        }
        if (tooSoon(code)) {
            DeviceCode slower = hub.update(code, row -> row.interval += 5);
            return error("slow_down", "Too many requests have been made in the same timeframe.").put("interval", slower.interval);
        }
        return switch (code.state) {
            case "granted" -> grant(code);
            case "denied" -> error("access_denied", "The authorization request was denied.");
            default -> error("authorization_pending", "The authorization request is still pending.");
        };
    }

    private boolean tooSoon(DeviceCode code) {
        Instant last = polled.put(code.deviceCode, hub.instant());
        return last != null && last.plusSeconds(code.interval).minusMillis(200).isAfter(hub.instant());
    }

    private static Doc error(String code, String words) {
        return Doc.with("error", code).put("error_description", words)
                .put("error_uri", "https://docs.github.com/developers/apps/authorizing-oauth-apps#error-codes");
    }

    private Doc grant(DeviceCode code) throws IOException {
        return hub.change(change -> {
            hub.update(code, row -> row.state = "used");
            Token token = newToken(code.login, code.scope);
            change.put(token);
            return Doc.with("access_token", token.token).put("token_type", "bearer").put("scope", code.scope);
        });
    }

    /** A token that is not stored yet. */
    public Token newToken(String login, String scopes) {
        Token token = new Token();
        token.token = "mdp_" + random("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 36);
        token.login = login;
        token.scopes = scopes;
        token.created = hub.now();
        return token;
    }

    /** Lets the program with this code in as somebody, or denies it when {@code login} is null. */
    public void decide(String userCode, String login) throws IOException {
        hub.change(change -> {
            DeviceCode code = hub.store().list(DeviceCode.class, row -> row.state.equals("pending")
                    && row.userCode.equals(userCode.strip().toUpperCase(Locale.ROOT)) && !hub.isPast(row.expires)).stream()
                    .findFirst().orElseThrow(Problem::notFound);
            String name = login == null ? null : hub.somebody(login).login;
            return hub.update(code, row -> {
                row.login = name;
                row.state = name == null ? "denied" : "granted";
            });
        });
    }

    private Reply decide(Map<String, String> form) throws IOException {
        String login = form.getOrDefault("login", "");
        try {
            decide(form.getOrDefault("user_code", ""), login.isEmpty() ? null : login);
        } catch (Problem e) {
            return page(form.getOrDefault("user_code", ""), "This code is not known or has expired. Start again in the program.");
        }
        return Html.page(login.isEmpty() ? "Not signed in" : "You are signed in as " + login, "<p>You can close this page.</p>");
    }

    private Reply page(String code, String trouble) {
        StringBuilder body = new StringBuilder("<p>" + Html.escaped(trouble) + "</p>"
                + "<form method=\"post\" action=\"/login/device\"><p><label>Code shown by the program: "
                + "<input name=\"user_code\" autofocus value=\"" + Html.escaped(code)
                + "\"></label></p><p>Who are you today?</p>");
        for (Person person : hub.store().list(Person.class, one -> !one.organisation)) {
            body.append("<p><button name=\"login\" value=\"").append(Html.escaped(person.login)).append("\">")
                    .append(Html.escaped(person.name)).append(" (").append(Html.escaped(person.role)).append(")</button></p>");
        }
        return Html.page("Sign in to the practice forge", body.append("</form>").toString());
    }

    Reply welcome(Links links) {
        return Html.page("Practice forge", "<p>A small GitHub on this computer. Its API is at " + Html.escaped(links.api())
                + ".</p>");
    }
}
