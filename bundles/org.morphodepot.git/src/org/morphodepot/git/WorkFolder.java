package org.morphodepot.git;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jgit.lib.ObjectId;
import org.morphodepot.git.internal.Branches;
import org.morphodepot.git.internal.Commits;
import org.morphodepot.git.internal.History;
import org.morphodepot.git.internal.OpenClone;
import org.morphodepot.git.internal.Packing;
import org.morphodepot.git.internal.Remotes;
import org.morphodepot.git.internal.Transfers;
import org.morphodepot.git.internal.WorkTree;

/**
 * A clone that is open for work, by this program alone until it is closed. The command-line git may be used on the same folder
 * in between. Every verb blocks and throws a {@link GitException}; use one thread at a time.
 */
public final class WorkFolder implements Closeable {

    private final OpenClone clone;

    private WorkFolder(OpenClone clone) {
        this.clone = clone;
    }

    /** Opens a clone. What a killed program left behind in it is repaired first. */
    public static WorkFolder open(Path folder) throws GitException {
        return new WorkFolder(OpenClone.open(folder));
    }

    public Path folder() {
        return clone.folder();
    }

    /** The present branch, empty when HEAD stands on a bare commit. */
    public Optional<String> branch() throws GitException {
        return clone.read(git -> Optional.of(git.getFullBranch()).filter(name -> name.startsWith("refs/heads/"))
                .map(name -> name.substring("refs/heads/".length())));
    }

    /** The commit of a branch ({@code issue-3}), a fetched one ({@code origin/main}), {@code HEAD} or a full ref name. */
    public Optional<CommitId> commit(String name) throws GitException {
        return clone.read(git -> Branches.find(git, name).map(id -> new CommitId(id.name())));
    }

    /** The present commit. */
    public CommitId head() throws GitException {
        return commit("HEAD").orElseThrow(() -> new GitException(GitException.Kind.CORRUPT,
                "The folder " + folder() + " has no commit. Start the task again in a new clone."));
    }

    /** Adds a remote such as {@code upstream}, or gives it another address. */
    public void setRemote(String remote, RemoteAddress address) throws GitException {
        clone.write(GitProgress.NONE, git -> {
            Remotes.set(git, remote, address);
            return address;
        });
    }

    public RemoteAddress remote(String remote) throws GitException {
        return clone.read(git -> Remotes.address(git, remote));
    }

    /** Fetches one branch; kind NOT_FOUND when the server has none of this name. Gives its commit. */
    public CommitId fetch(String remote, String branch, SignIn signIn, GitProgress progress) throws GitException {
        Names.checkBranch(branch);
        return fetch(remote, "refs/heads/" + branch, "refs/remotes/" + remote + "/" + branch, signIn, progress);
    }

    /** Fetches the newest state of a pull request of the depot; its commits need no clone of the fork. */
    public CommitId fetchPull(String remote, int number, SignIn signIn, GitProgress progress) throws GitException {
        return fetch(remote, "refs/pull/" + number + "/head", "refs/morphodepot/pull/" + number, signIn, progress);
    }

    private CommitId fetch(String remote, String from, String to, SignIn signIn, GitProgress progress) throws GitException {
        return clone.write(progress, git -> {
            new Transfers(git, signIn, progress).fetch(remote, List.of(Branches.spec(from, to)), 0);
            return new CommitId(git.exactRef(to).getObjectId().name());
        });
    }

    /** Fetches all older commits of a branch that a shallow clone left out, so that histories meet. */
    public void fetchHistory(String remote, String branch, SignIn signIn, GitProgress progress) throws GitException {
        Names.checkBranch(branch);
        clone.write(progress, git -> {
            String to = "refs/remotes/" + remote + "/" + branch;
            new Transfers(git, signIn, progress).fetch(remote, List.of(Branches.spec("refs/heads/" + branch, to)), -1);
            return to;
        });
    }

    /** Makes a branch at a commit and brings the files there. */
    public void startBranch(String branch, CommitId from) throws GitException {
        Names.checkBranch(branch);
        clone.write(GitProgress.NONE, git -> {
            Branches.create(git, branch, ObjectId.fromString(from.hex()));
            new WorkTree(git).switchTo(branch);
            return branch;
        });
    }

    /**
     * Goes to a branch that exists here or, as last fetched, at the remote; a branch that is only behind the remote's is moved
     * forward. False when there is none, and nothing happens.
     */
    public boolean resumeBranch(String branch, String remote) throws GitException {
        Names.checkBranch(branch);
        return clone.write(GitProgress.NONE, git -> Branches.resume(git, branch, Names.checkRemote(remote)));
    }

    /** Commits exactly this one file of the folder; empty when it is as in the present commit. */
    public Optional<CommitId> commitFile(String path, String message, Author author) throws GitException {
        ObjectId head = ObjectId.fromString(head().hex());
        return clone.write(GitProgress.NONE, git -> new Commits(git).commit(path, head, message, author)
                .map(id -> new CommitId(id.name())));
    }

    /** Commits the file as it is now as the merge of the present commit and theirs; neither side's commits are lost. */
    public CommitId commitMerge(String path, CommitId theirs, String message, Author author) throws GitException {
        CommitId head = head();
        Optional<ObjectId> base = mergeBase(head, theirs).map(id -> ObjectId.fromString(id.hex()));
        return clone.write(GitProgress.NONE, git -> new CommitId(new Commits(git).merge(path, ObjectId.fromString(head.hex()),
                ObjectId.fromString(theirs.hex()), base, message, author).name()));
    }

    /** Pushes a branch, never by force; kind REJECTED_NON_FAST_FORWARD when somebody was first. May be repeated. */
    public void push(String remote, String branch, SignIn signIn, GitProgress progress) throws GitException {
        Names.checkBranch(branch);
        clone.write(progress, git -> {
            new Transfers(git, signIn, progress).push(remote, branch);
            return branch;
        });
    }

    /** Where two histories parted; empty when they share nothing that is here (see {@link #fetchHistory}). */
    public Optional<CommitId> mergeBase(CommitId one, CommitId other) throws GitException {
        return clone.read(git -> new History(git).mergeBase(one, other));
    }

    /** Whether the newer commit has the older one in its history. */
    public boolean contains(CommitId newer, CommitId older) throws GitException {
        return clone.read(git -> new History(git).contains(newer, older));
    }

    /** A file in ours, theirs and where they parted. */
    public ThreeVersions versions(String path, CommitId ours, CommitId theirs) throws GitException {
        return clone.read(git -> {
            History history = new History(git);
            Optional<CommitId> base = history.mergeBase(ours, theirs);
            return new ThreeVersions(base.isPresent() ? history.file(base.get(), path) : Optional.empty(),
                    history.file(ours, path), history.file(theirs, path));
        });
    }

    /** A file as a commit has it. */
    public Optional<FileVersion> file(CommitId commit, String path) throws GitException {
        return clone.read(git -> new History(git).file(commit, path));
    }

    /** The content of a version; the caller closes it, before this folder. */
    public InputStream open(FileVersion version) throws GitException {
        return clone.read(git -> new History(git).open(version));
    }

    /** The names at the top of a commit; folders end with a slash. */
    public List<String> rootNames(CommitId commit) throws GitException {
        return clone.read(git -> new History(git).root(commit));
    }

    /** The paths that differ between two commits. */
    public List<Change> changes(CommitId from, CommitId to) throws GitException {
        return clone.read(git -> new History(git).changes(from, to));
    }

    /** The newest commits from one on backwards. */
    public List<CommitNote> log(CommitId from, int most) throws GitException {
        return clone.read(git -> new History(git).log(from, most));
    }

    /** Keeps a commit for ever under a name, whatever happens to the branches, as in {@code issue-3/theirs}. */
    public void keep(String name, CommitId commit) throws GitException {
        Names.checkBranch(name);
        clone.write(GitProgress.NONE, git -> Branches.keep(git, name, ObjectId.fromString(commit.hex())));
    }

    /** The newest commit kept under a name. */
    public Optional<CommitId> kept(String name) throws GitException {
        return commit(Branches.KEPT + Names.checkBranch(name));
    }

    /** Whether so many small pieces lie here that {@link #pack} is worth its time. It is not for a day after it was done. */
    public boolean needsPacking() throws GitException {
        return clone.read(Packing::isDue);
    }

    /**
     * Puts what many fetches and commits left into few packs; nothing that can be read before cannot be read afterwards. Takes
     * as long as copying the history does; may be cancelled at any time. A command-line git may work here meanwhile.
     */
    public void pack(GitProgress progress) throws GitException {
        clone.write(progress, git -> {
            Packing.run(git, progress);
            return git;
        });
    }

    @Override
    public void close() throws IOException {
        clone.close();
    }
}
