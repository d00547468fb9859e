package org.morphodepot.git.internal;

import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.morphodepot.git.RemoteAddress;
import org.morphodepot.git.Secret;

/** Gives the token to the server it is for, and to no other that a redirect may lead to. */
final class TokenFor extends CredentialsProvider {

    private final RemoteAddress server;
    private final Secret token;

    TokenFor(RemoteAddress server, Secret token) {
        this.server = server;
        this.token = token;
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
        for (CredentialItem item : items) {
            if (!(item instanceof CredentialItem.Username || item instanceof CredentialItem.Password)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean get(URIish asking, CredentialItem... items) {
        if (!isTheServer(asking) || !supports(items)) {
            return false;
        }
        for (CredentialItem item : items) {
            if (item instanceof CredentialItem.Username name) {
                name.setValue("x-access-token");
            } else if (item instanceof CredentialItem.Password password) {
                password.setValue(token.reveal().toCharArray());
            }
        }
        return true;
    }

    private boolean isTheServer(URIish asking) {
        return server.uri().getScheme().equalsIgnoreCase(asking.getScheme())
                && server.uri().getHost().equalsIgnoreCase(asking.getHost())
                && server.uri().getPort() == asking.getPort();
    }
}
