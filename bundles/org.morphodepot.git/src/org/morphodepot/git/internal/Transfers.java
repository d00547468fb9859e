package org.morphodepot.git.internal;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.eclipse.jgit.api.FetchCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.LsRemoteCommand;
import org.eclipse.jgit.api.PushCommand;
import org.eclipse.jgit.api.TransportCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.TransportHttp;
import org.morphodepot.git.GitException;
import org.morphodepot.git.GitException.Kind;
import org.morphodepot.git.GitProgress;
import org.morphodepot.git.RemoteAddress;
import org.morphodepot.git.SignIn;

/** What goes over the network. */
public final class Transfers {

    private static final int TIMEOUT_SECONDS = 60;

    private final Repository repository;
    private final SignIn signIn;
    private final GitProgress progress;

    public Transfers(Repository repository, SignIn signIn, GitProgress progress) {
        this.repository = repository;
        this.signIn = signIn;
        this.progress = progress;
    }

    /** The server's branches, tags and HEAD. */
    public static Collection<Ref> list(RemoteAddress address, SignIn signIn) throws GitException {
        try {
            LsRemoteCommand ask = Git.lsRemoteRepository().setRemote(address.toString()).setHeads(false).setTags(false);
            return prepared(ask, address, signIn).call();
        } catch (GitAPIException e) {
            throw Failures.of(e, address.toString(), GitProgress.NONE);
        }
    }

    /** Fetches what the specs say; {@code depth} 0 leaves the depth of the history as it is, -1 fetches all of it. */
    public void fetch(String remote, List<RefSpec> specs, int depth) throws IOException {
        RemoteAddress address = Remotes.address(repository, remote);
        try (Git git = new Git(repository)) {
            FetchCommand fetch = git.fetch().setRemote(remote).setRefSpecs(specs).setTagOpt(TagOpt.NO_TAGS)
                    .setProgressMonitor(new Watching(progress));
            if (depth > 0) {
                fetch.setDepth(depth);
            } else if (depth < 0) {
                fetch.setUnshallow(true);
            }
            prepared(fetch, address, signIn).call();
        } catch (GitAPIException | RuntimeException e) {
            throw Failures.of(e, address.toString(), progress);
        }
    }

    /** Pushes a branch, never by force. Pushing what is already there succeeds. */
    public void push(String remote, String branch) throws IOException {
        RemoteAddress address = Remotes.address(repository, remote);
        String ref = "refs/heads/" + branch;
        try (Git git = new Git(repository)) {
            PushCommand push = git.push().setRemote(remote).setRefSpecs(new RefSpec(ref + ":" + ref)).setAtomic(false)
                    .setProgressMonitor(new Watching(progress));
            for (PushResult result : prepared(push, address, signIn).call()) {
                for (RemoteRefUpdate update : result.getRemoteUpdates()) {
                    judge(update, branch, address, result.getMessages());
                }
            }
        } catch (GitAPIException | RuntimeException e) {
            throw Failures.of(e, address.toString(), progress);
        }
    }

    private static void judge(RemoteRefUpdate update, String branch, RemoteAddress address, String said) throws GitException {
        String reason = Optional.ofNullable(update.getMessage()).orElse("") + " " + Optional.ofNullable(said).orElse("");
        switch (update.getStatus()) {
            case OK, UP_TO_DATE -> {
                // it is there
            }
            case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> throw new GitException(Kind.REJECTED_NON_FAST_FORWARD,
                    "Somebody else changed " + branch + " at " + address + " first. Both versions are kept; merge them.");
            case REJECTED_OTHER_REASON, REJECTED_NODELETE, NON_EXISTING, AWAITING_REPORT, NOT_ATTEMPTED ->
                throw refused(branch, address, reason.strip().replaceAll("\\s+", " "));
        }
    }

    private static GitException refused(String branch, RemoteAddress address, String reason) {
        if (reason.contains("non-fast-forward") || reason.contains("fetch first")) {
            return new GitException(Kind.REJECTED_NON_FAST_FORWARD, "Somebody else changed " + branch + " at " + address
                    + " first. Both versions are kept; merge them.");
        }
        if (reason.contains("GH001") || reason.contains("exceeds") || reason.contains("large")) {
            return new GitException(Kind.TOO_LARGE, address + " takes no file above 100 MB. Crop the segmentation.");
        }
        return new GitException(Kind.REJECTED, address + " refused " + branch + ": " + reason);
    }

    private static <C extends TransportCommand<C, ?>> C prepared(C command, RemoteAddress address, SignIn signIn) {
        command.setTimeout(TIMEOUT_SECONDS);
        signIn.token().ifPresent(token -> command.setCredentialsProvider(new TokenFor(address, token)));
        command.setTransportConfigCallback(transport -> {
            if (!(transport instanceof TransportHttp web)) {
                throw new IllegalStateException("not a web address");
            }
            web.setHttpConnectionFactory(new QuietConnections());
        });
        return command;
    }
}
