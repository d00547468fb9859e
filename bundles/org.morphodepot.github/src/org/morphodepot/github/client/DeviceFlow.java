package org.morphodepot.github.client;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.GitHubException.Kind;
import org.morphodepot.github.Scope;
import org.morphodepot.github.Secret;
import org.morphodepot.github.Watch;
import org.morphodepot.github.internal.Api;
import org.morphodepot.github.internal.Call;
import org.morphodepot.github.internal.Pauses;
import org.morphodepot.github.internal.json.Fields;

/**
 * Sign-in without a password or a client secret: the person allows it in a browser. First {@link #begin}, show the code, then
 * {@link #await}.
 */
public final class DeviceFlow {

    private static final Duration SLOWER = Duration.ofSeconds(5);

    private final Api api;
    private final String clientId;

    DeviceFlow(Api api, String clientId) {
        this.api = api;
        this.clientId = clientId;
    }

    public DeviceCode begin(Collection<Scope> scopes) throws GitHubException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", clientId);
        form.put("scope", scopes.stream().map(Scope::word).collect(Collectors.joining(" ")));
        Fields answer = ask("/login/device/code", form);
        if (!answer.text("error").isEmpty()) {
            throw refused(answer.text("error"));
        }
        long seconds = Math.clamp(answer.number("expires_in"), 60, 3600);
        return new DeviceCode(answer.neededText("user_code"), page(answer.neededText("verification_uri")),
                api.pace().now().plusSeconds(seconds), interval(answer), secret(answer.neededText("device_code")));
    }

    /**
     * Waits until the person has allowed it, and returns the token.
     *
     * @throws GitHubException of kind {@code FORBIDDEN} when the person refused, {@code UNAUTHORISED} when the code expired
     */
    public Secret await(DeviceCode code, Watch watch) throws GitHubException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", clientId);
        form.put("device_code", code.device().reveal());
        form.put("grant_type", "urn:ietf:params:oauth:grant-type:device_code");
        Duration pause = code.interval();
        while (api.pace().now().isBefore(code.expires())) {
            Pauses.sleep(api.pace(), pause, watch);
            Fields answer = askPatiently(form, watch);
            if (!answer.text("access_token").isEmpty()) {
                return secret(answer.text("access_token"));
            }
            switch (answer.text("error")) {
                case "", "authorization_pending" -> { }
                case "slow_down" -> {
                    Duration wanted = Duration.ofSeconds(Math.clamp(answer.number("interval"), 0, 120));
                    pause = wanted.compareTo(pause) > 0 ? wanted : pause.plus(SLOWER);
                }
                default -> throw refused(answer.text("error"));
            }
        }
        throw refused("expired_token");
    }

    /** A network that is gone for a moment does not end the sign-in. */
    private Fields askPatiently(Map<String, String> form, Watch watch) throws GitHubException {
        try {
            return new DeviceFlow(api.watchedBy(watch), clientId).ask("/login/oauth/access_token", form);
        } catch (GitHubException e) {
            if (e.is(Kind.OFFLINE) || e.is(Kind.SERVER)) {
                return Fields.EMPTY;
            }
            throw e;
        }
    }

    private Fields ask(String path, Map<String, String> form) throws GitHubException {
        return api.send(Call.form(URI.create(api.address().web() + path), form));
    }

    private static Duration interval(Fields answer) {
        long seconds = answer.number("interval");
        return Duration.ofSeconds(seconds == 0 ? 5 : Math.clamp(seconds, 1, 120));
    }

    private URI page(String text) throws GitHubException {
        try {
            URI page = URI.create(text);
            boolean here = page.getHost() != null && ForgeAddress.isHere(page.getHost());
            if ("https".equals(page.getScheme()) || "http".equals(page.getScheme()) && here) {
                return page;
            }
        } catch (IllegalArgumentException e) {
            // as if it were another scheme
        }
        throw GitHubException.of(Kind.MALFORMED, 0, api.address().host() + " named a sign-in page that is not https.");
    }

    private Secret secret(String text) throws GitHubException {
        try {
            return Secret.of(text);
        } catch (IllegalArgumentException e) {
            throw GitHubException.of(Kind.MALFORMED, 0, api.address().host() + " gave a token that cannot be one.");
        }
    }

    private GitHubException refused(String error) {
        String host = api.address().host();
        return switch (error) {
            case "access_denied" -> GitHubException.of(Kind.FORBIDDEN, 0, "The sign-in to " + host + " was not allowed.");
            case "expired_token", "bad_verification_code", "incorrect_device_code" -> GitHubException.of(Kind.UNAUTHORISED, 0,
                    "The code for " + host + " is too old. Start the sign-in again.");
            case "device_flow_disabled", "incorrect_client_credentials", "unauthorized_client" -> GitHubException.of(
                    Kind.VALIDATION, 0, host + " does not know this program. Check the client id in the preferences,"
                            + " or sign in with a token.");
            default -> GitHubException.of(Kind.VALIDATION, 0, host + " refused the sign-in. Start it again.");
        };
    }
}
