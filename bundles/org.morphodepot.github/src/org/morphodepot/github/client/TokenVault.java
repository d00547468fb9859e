package org.morphodepot.github.client;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Secret;

/** Where tokens are kept between sessions; several accounts per forge. Implementations are thread-safe. */
public interface TokenVault {

    /** One account of one forge. */
    record Account(ForgeAddress forge, String login) {
    }

    List<Account> accounts() throws IOException;

    Optional<Secret> token(Account account) throws IOException;

    void keep(Account account, Secret token) throws IOException;

    /** Nothing of it is left afterwards. */
    void remove(Account account) throws IOException;

    /** Keeps tokens until the program ends: for computers without a safe place, for tests, and for the command line. */
    static TokenVault inMemory() {
        return new TokenVault() {
            private final Map<Account, Secret> tokens = new LinkedHashMap<>();

            @Override
            public synchronized List<Account> accounts() {
                return List.copyOf(tokens.keySet());
            }

            @Override
            public synchronized Optional<Secret> token(Account account) {
                return Optional.ofNullable(tokens.get(account));
            }

            @Override
            public synchronized void keep(Account account, Secret token) {
                tokens.put(account, token);
            }

            @Override
            public synchronized void remove(Account account) {
                tokens.remove(account);
            }
        };
    }
}
