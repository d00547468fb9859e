package org.morphodepot.work;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;

import org.morphodepot.git.Author;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Secret;
import org.morphodepot.github.Viewer;
import org.morphodepot.github.Watch;
import org.morphodepot.github.client.DeviceFlow;
import org.morphodepot.github.client.GitHubHosts;
import org.morphodepot.github.client.TokenVault;

/** Who can work at this desk, and who does now. Tokens are in the vault, the rest in a file. Thread-safe. */
public final class Accounts {

    private static final System.Logger LOG = System.getLogger(Accounts.class.getName());

    private final AccountsFile file;
    private final TokenVault vault;
    private final GitHubHosts hosts;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private List<Account> all;
    private Optional<Account> active;

    Accounts(AccountsFile file, TokenVault vault, GitHubHosts hosts) throws IOException {
        this.file = file;
        this.vault = vault;
        this.hosts = hosts;
        AccountsFile.Content content = file.read();
        all = content.all();
        active = content.active();
    }

    /** In the order they were added. */
    public synchronized List<Account> all() {
        return all;
    }

    /** Who works now; empty when nobody is signed in. */
    public synchronized Optional<Account> active() {
        return active;
    }

    /** The account of that forge and login, if it is here. */
    public Optional<Account> find(ForgeAddress forge, String login) {
        Account wanted = new Account(forge, login, login, "");
        return all().stream().filter(wanted::isSame).findFirst();
    }

    /** Makes somebody the one who works now. */
    public void activate(Account account) {
        synchronized (this) {
            Optional<Account> wanted = all.stream().filter(account::isSame).findFirst();
            active = Optional.of(wanted.orElseThrow(() -> new IllegalArgumentException(account + " is not signed in")));
            try {
                keep(all, wanted);
            } catch (WorkException e) {
                LOG.log(System.Logger.Level.WARNING, "The choice of " + account + " lasts until the end only", e);
            }
        }
        listeners.forEach(Runnable::run);
    }

    /** Checks a token and keeps it; the account becomes the active one. */
    public Account add(ForgeAddress forge, Secret token, Watch watch) throws WorkException {
        try {
            Account account = account(forge, hosts.signIn(forge, token, watch).viewer());
            vault.keep(new TokenVault.Account(forge, account.login()), token);
            synchronized (this) {
                List<Account> more = new ArrayList<>(all);
                more.removeIf(account::isSame);
                more.add(account);
                keep(more, Optional.of(account));
            }
            listeners.forEach(Runnable::run);
            return account;
        } catch (IOException e) {
            throw WorkException.of(e);
        } catch (CancellationException e) {
            throw WorkException.of(e);
        }
    }

    private static Account account(ForgeAddress forge, Viewer viewer) {
        String login = viewer.login();
        String noReply = viewer.person().id() + "+" + login + "@users.noreply." + forge.web().getHost();
        return new Account(forge, login, usable(viewer.person().name(), login), usable(viewer.email(), noReply));
    }

    /** What can stand in a commit. */
    private static String usable(String text, String otherwise) {
        try {
            return new Author(text, text).name();
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }

    /** Sign-in in the browser; give its token to {@link #add}. */
    public DeviceFlow deviceFlow(ForgeAddress forge, String clientId) {
        return hosts.deviceFlow(forge, clientId);
    }

    /** Signs out: the token and what the forge answered are gone, the work stays. */
    public void remove(Account account) throws WorkException {
        try {
            vault.remove(new TokenVault.Account(account.forge(), account.login()));
            hosts.forget(account.forge(), account.login());
            synchronized (this) {
                List<Account> rest = all.stream().filter(one -> !one.isSame(account)).toList();
                keep(rest, active.filter(one -> !one.isSame(account)).or(() -> rest.stream().findFirst()));
            }
        } catch (IOException e) {
            throw WorkException.of(e);
        }
        listeners.forEach(Runnable::run);
    }

    private void keep(List<Account> accounts, Optional<Account> now) throws WorkException {
        try {
            file.write(new AccountsFile.Content(accounts, now));
        } catch (IOException e) {
            throw WorkException.of(e);
        }
        all = List.copyOf(accounts);
        active = now;
    }

    /** The token of an account; SIGN_IN when it is gone. */
    Secret token(Account account) throws WorkException {
        try {
            return vault.token(new TokenVault.Account(account.forge(), account.login()))
                    .orElseThrow(() -> new WorkException(WorkException.Kind.SIGN_IN,
                            account + " is not signed in any more. Sign in again; what you did is kept."));
        } catch (IOException e) {
            throw WorkException.of(e);
        }
    }

    /** Called on any thread after every change. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
