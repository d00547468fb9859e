package org.morphodepot.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.morphodepot.git.RemoteAddress;
import org.morphodepot.git.SignIn;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Secret;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.github.client.GitHubHosts;
import org.morphodepot.github.client.TokenVault;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.io.DiskTrouble;
import org.morphodepot.work.checkpoint.LastCommits;
import org.morphodepot.work.queue.SyncQueue;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Where somebody works: accounts, connections, work folders and what waits for the network. One in an application; in the
 * workbench it is a service. Thread-safe.
 */
@Component(service = Desk.class)
public final class Desk implements AutoCloseable {

    private final Path folder;
    private final Volumes volumes;
    private final GitHubHosts hosts;
    private final Accounts accounts;
    private final Tidying tidying = new Tidying();
    private final WorkFolders folders = new WorkFolders(tidying);
    private final LastCommits lastCommits = new LastCommits();
    private final Map<String, GitHub> signedIn = new ConcurrentHashMap<>();
    private final SyncQueue queue;

    /** The desk of the workbench, in its workspace. */
    @Activate
    public Desk(@Reference TokenVault vault, @Reference Volumes volumes) throws IOException {
        this(DeskFolder.ofWorkbench(), vault, volumes, null);
    }

    private Desk(Path folder, TokenVault vault, Volumes volumes, GitHubHosts hosts) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        this.volumes = volumes;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw DiskTrouble.writing(folder, e);
        }
        this.hosts = hosts == null ? new GitHubHosts(folder.resolve("answers")) : hosts;
        accounts = new Accounts(new AccountsFile(folder.resolve("accounts.json")), vault, this.hosts);
        accounts.addListener(signedIn::clear);
        queue = SyncQueue.open(this);
    }

    /** Opens the desk that is kept in a folder, which is made when it is missing. */
    public static Desk open(Path folder, TokenVault vault, Volumes volumes) throws WorkException {
        return open(folder, vault, volumes, null);
    }

    /** The same with connections of one's own, such as those of a test; they are closed with the desk. */
    public static Desk open(Path folder, TokenVault vault, Volumes volumes, GitHubHosts hosts) throws WorkException {
        try {
            return new Desk(folder, vault, volumes, hosts);
        } catch (IOException e) {
            throw WorkException.of(e);
        }
    }

    public Accounts accounts() {
        return accounts;
    }

    public SyncQueue queue() {
        return queue;
    }

    public GitHubHosts hosts() {
        return hosts;
    }

    public Volumes volumes() {
        return volumes;
    }

    /** The clones of this desk, one use case at a time in each. */
    public WorkFolders folders() {
        return folders;
    }

    /** What was committed last, so that the next checkpoint need not read it. */
    public LastCommits lastCommits() {
        return lastCommits;
    }

    /** Where all this is kept. Each use case has a folder of its own in it. */
    public Path folder() {
        return folder;
    }

    /** The forge as an account sees it; SIGN_IN when its token is not there. */
    public GitHub github(Account account) throws WorkException {
        GitHub known = signedIn.get(key(account));
        if (known != null) {
            return known;
        }
        GitHub fresh = hosts.signedIn(account.forge(), account.login(), accounts.token(account));
        signedIn.put(key(account), fresh);
        return fresh;
    }

    /** How git says who asks. */
    public SignIn signIn(Account account) throws WorkException {
        Secret token = accounts.token(account);
        return SignIn.with(org.morphodepot.git.Secret.of(token.reveal()));
    }

    /** Where git finds a repository. */
    public static RemoteAddress remote(Account account, RepoName repo) {
        return RemoteAddress.of(account.forge().web() + "/" + repo + ".git");
    }

    /** The work folder of a task; each account has its own. It need not exist. */
    public Path folderOf(TaskRef task, Account account) {
        return depots(account).resolve(task.depot().owner() + "^" + task.depot().name() + "-" + task.branch());
    }

    /** Where the clones of an account are. */
    public Path depots(Account account) {
        return folder.resolve("depots").resolve(key(account));
    }

    /** The account as a folder name that every system can hold. */
    private static String key(Account account) {
        String name = account.login() + "@" + account.forge().host();
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9@._-]", "_");
    }

    /** Stops what is under way; what waits goes on next time. */
    @Override
    @Deactivate
    public void close() {
        queue.close();
        tidying.close();
        hosts.close();
    }
}
