package org.morphodepot.work;

import java.util.List;
import java.util.Optional;

import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Secret;
import org.morphodepot.github.Watch;
import org.morphodepot.github.client.DeviceFlow;

/** Who can work at this desk, and who does now. Thread-safe. */
public final class Accounts {

    Accounts() {
    }

    /** In the order they were added. */
    public List<Account> all() {
        throw new UnsupportedOperationException();
    }

    /** Who works now; empty when nobody is signed in. */
    public Optional<Account> active() {
        throw new UnsupportedOperationException();
    }

    /** Makes somebody the one who works now. */
    public void activate(Account account) {
        throw new UnsupportedOperationException();
    }

    /** Checks a token and keeps it; the account becomes the active one. */
    public Account add(ForgeAddress forge, Secret token, Watch watch) throws WorkException {
        throw new UnsupportedOperationException();
    }

    /** Sign-in in the browser; give its token to {@link #add}. */
    public DeviceFlow deviceFlow(ForgeAddress forge, String clientId) {
        throw new UnsupportedOperationException();
    }

    /** Signs out: the token and what the forge answered are gone, the work stays. */
    public void remove(Account account) throws WorkException {
        throw new UnsupportedOperationException();
    }

    public void addListener(Runnable listener) {
        throw new UnsupportedOperationException();
    }

    public void removeListener(Runnable listener) {
        throw new UnsupportedOperationException();
    }
}
