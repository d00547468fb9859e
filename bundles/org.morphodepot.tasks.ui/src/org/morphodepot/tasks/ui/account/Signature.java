package org.morphodepot.tasks.ui.account;

import java.util.Optional;

import org.morphodepot.viewer.session.Sessions;
import org.morphodepot.work.Account;
import org.morphodepot.work.Accounts;

/**
 * Lets edits carry the name of who works now: the login of the account, or the user of the computer while nobody is signed
 * in. Any thread.
 */
public final class Signature implements AutoCloseable {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Runnable listener = this::sign;

    public Signature(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
        accounts.addListener(listener);
        sign();
    }

    private void sign() {
        sessions.signAs(name(accounts.active()));
    }

    private static String name(Optional<Account> account) {
        return account.map(Account::login).orElseGet(() -> System.getProperty("user.name", ""));
    }

    @Override
    public void close() {
        accounts.removeListener(listener);
    }
}
