package org.morphodepot.work;

import java.nio.file.Path;

import org.morphodepot.github.client.GitHub;
import org.morphodepot.github.client.GitHubHosts;
import org.morphodepot.github.client.TokenVault;
import org.morphodepot.volume.Volumes;
import org.morphodepot.work.queue.SyncQueue;

/** Where somebody works: accounts, connections, work folders and what waits for the network. One in an application. */
public final class Desk implements AutoCloseable {

    private final Volumes volumes;

    private Desk(Volumes volumes) {
        this.volumes = volumes;
    }

    /** Opens the desk that is kept in a folder, which is made when it is missing. */
    public static Desk open(Path folder, TokenVault vault, Volumes volumes) throws WorkException {
        return open(folder, vault, volumes, new GitHubHosts(folder.resolve("answers")));
    }

    /** The same with connections of one's own; they are closed with the desk. */
    public static Desk open(Path folder, TokenVault vault, Volumes volumes, GitHubHosts hosts) throws WorkException {
        return new Desk(volumes);
    }

    public Accounts accounts() {
        throw new UnsupportedOperationException();
    }

    public SyncQueue queue() {
        throw new UnsupportedOperationException();
    }

    public GitHubHosts hosts() {
        throw new UnsupportedOperationException();
    }

    public Volumes volumes() {
        return volumes;
    }

    /** Where all this is kept. Each use case has a folder of its own in it. */
    public Path folder() {
        throw new UnsupportedOperationException();
    }

    /** The forge as an account sees it; SIGN_IN when its token is not there. */
    public GitHub github(Account account) throws WorkException {
        throw new UnsupportedOperationException();
    }

    /** The work folder of a task; each account has its own. It need not exist. */
    public Path folderOf(TaskRef task, Account account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
