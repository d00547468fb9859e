package org.morphodepot.tasks.ui.account;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.equinox.security.storage.EncodingUtils;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.StorageException;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Secret;
import org.morphodepot.github.client.TokenVault;
import org.osgi.service.component.annotations.Component;

/**
 * Tokens in Equinox secure storage, in a keyring of our own that never asks for a password (ADR 0007). Opened at the first
 * use. Thread-safe.
 */
@Component(service = TokenVault.class)
public final class SecureTokenVault implements TokenVault {

    private static final String FORGES = "forges";
    private static final String TOKEN = "token";

    private ISecurePreferences root;

    @Override
    public synchronized List<Account> accounts() throws IOException {
        List<Account> all = new ArrayList<>();
        ISecurePreferences forges = root().node(FORGES);
        for (String forge : forges.childrenNames()) {
            for (String login : forges.node(forge).childrenNames()) {
                address(EncodingUtils.decodeSlashes(forge)).ifPresent(address -> all.add(new Account(address, login)));
            }
        }
        return all;
    }

    /** A keyring that somebody edited must not stop the others' sign-in. */
    private static Optional<ForgeAddress> address(String text) {
        try {
            return Optional.of(ForgeAddress.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized Optional<Secret> token(Account account) throws IOException {
        try {
            return Optional.ofNullable(node(account).get(TOKEN, null)).map(Secret::of);
        } catch (StorageException | IllegalArgumentException e) {
            throw new IOException("The keyring cannot be read. Sign in to " + account.forge().host() + " again.", e);
        }
    }

    @Override
    public synchronized void keep(Account account, Secret token) throws IOException {
        try {
            node(account).put(TOKEN, token.reveal(), true);
            root().flush();
        } catch (StorageException e) {
            throw new IOException("The sign-in could not be kept: the keyring cannot be written.", e);
        }
    }

    @Override
    public synchronized void remove(Account account) throws IOException {
        ISecurePreferences node = node(account);
        node.clear();
        node.removeNode();
        root().flush();
    }

    private ISecurePreferences node(Account account) throws IOException {
        return root().node(FORGES).node(EncodingUtils.encodeSlashes(account.forge().web().toString()))
                .node(EncodingUtils.encodeSlashes(account.login()));
    }

    private ISecurePreferences root() throws IOException {
        if (root == null) {
            root = Keyring.inThisWorkspace().open();
        }
        return root;
    }
}
