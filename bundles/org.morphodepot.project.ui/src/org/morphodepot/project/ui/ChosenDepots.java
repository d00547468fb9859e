package org.morphodepot.project.ui;

import java.util.Optional;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.morphodepot.github.RepoName;
import org.morphodepot.work.Account;
import org.osgi.service.prefs.BackingStoreException;

/** Which depot each account led last, over restarts. */
final class ChosenDepots {

    private final IEclipsePreferences kept = InstanceScope.INSTANCE.getNode("org.morphodepot.project.ui");

    Optional<RepoName> chosen(Account account) {
        return Optional.ofNullable(kept.get(key(account), null)).flatMap(RepoName::parse);
    }

    void choose(Account account, RepoName depot) {
        kept.put(key(account), depot.toString());
        try {
            kept.flush();
        } catch (BackingStoreException _) {
            // then it lasts until the end of the program
        }
    }

    private static String key(Account account) {
        return "depot@" + account.login() + "@" + account.forge().host();
    }
}
