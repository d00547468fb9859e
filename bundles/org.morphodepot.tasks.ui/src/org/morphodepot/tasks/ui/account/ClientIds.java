package org.morphodepot.tasks.ui.account;

import java.util.Optional;

import org.eclipse.core.runtime.Platform;
import org.morphodepot.github.ForgeAddress;

/**
 * Under which name the workbench is registered at a server, for sign-in in the browser. The product's preferences hold the
 * one of github.com; other servers are named by the person, as {@code host=id host=id}.
 */
final class ClientIds {

    static final String BUNDLE = "org.morphodepot.tasks.ui";
    static final String GITHUB = "clientId.github.com";
    static final String OTHERS = "clientIds";
    /** Any name will do on this computer. */
    private static final String PRACTICE = "morphodepot-workbench";

    private ClientIds() {
    }

    static Optional<String> of(ForgeAddress forge) {
        return of(forge, preference(GITHUB), preference(OTHERS));
    }

    static Optional<String> of(ForgeAddress forge, String github, String others) {
        String host = forge.host();
        if (host.equals("github.com")) {
            return Optional.of(github.strip()).filter(id -> !id.isEmpty());
        }
        for (String pair : others.strip().split("[\\s,]+")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).equalsIgnoreCase(host) && equals + 1 < pair.length()) {
                return Optional.of(pair.substring(equals + 1));
            }
        }
        return ForgeAddress.isHere(forge.web().getHost()) ? Optional.of(PRACTICE) : Optional.empty();
    }

    private static String preference(String key) {
        return Platform.getPreferencesService().getString(BUNDLE, key, "", null);
    }
}
