package org.morphodepot.git.internal;

import java.io.IOException;

import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.morphodepot.git.GitException;
import org.morphodepot.git.Names;
import org.morphodepot.git.RemoteAddress;

/** The remote addresses in a clone's settings, checked each time: a copied folder may bring any. */
public final class Remotes {

    private static final String SECTION = "remote";

    private Remotes() {
    }

    /** Writes the address of a remote, replacing what was there. */
    public static void set(Repository repository, String remote, RemoteAddress address) throws IOException {
        Names.checkRemote(remote);
        StoredConfig config = repository.getConfig();
        config.unsetSection(SECTION, remote);
        config.setString(SECTION, remote, "url", address.toString());
        config.setString(SECTION, remote, "fetch", "+refs/heads/*:refs/remotes/" + remote + "/*");
        config.save();
    }

    /** Throws a {@link GitException} when there is no such remote or its address is not one that we use. */
    public static RemoteAddress address(Repository repository, String remote) throws GitException {
        String[] urls = repository.getConfig().getStringList(SECTION, remote, "url");
        String[] pushUrls = repository.getConfig().getStringList(SECTION, remote, "pushurl");
        if (urls.length != 1 || pushUrls.length > 0) {
            throw new GitException(GitException.Kind.NOT_FOUND, "The folder " + repository.getWorkTree()
                    + " does not say where " + remote + " is. Start the task again.");
        }
        try {
            return RemoteAddress.of(urls[0]);
        } catch (IllegalArgumentException e) {
            throw new GitException(GitException.Kind.ACCESS_DENIED, "The address of " + remote + " in "
                    + repository.getWorkTree() + " is not one that is used: " + e.getMessage());
        }
    }
}
