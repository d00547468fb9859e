package org.morphodepot.git.internal;

import java.io.IOException;
import java.util.Optional;

import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.RefSpec;
import org.morphodepot.git.GitException;
import org.morphodepot.git.GitException.Kind;
import org.morphodepot.git.Names;

/** Names for commits: branches, fetched branches, and what is kept. */
public final class Branches {

    public static final String KEPT = "refs/morphodepot/kept/";

    private static final String HEADS = "refs/heads/";

    private Branches() {
    }

    public static RefSpec spec(String from, String to) {
        return new RefSpec("+" + from + ":" + to);
    }

    public static Optional<ObjectId> find(Repository git, String name) throws IOException {
        boolean whole = name.startsWith("refs/") || name.equals(Constants.HEAD);
        Ref ref = whole ? git.exactRef(name) : git.exactRef(HEADS + name);
        if (ref == null && !whole) {
            ref = git.exactRef("refs/remotes/" + name);
        }
        return Optional.ofNullable(ref).map(Ref::getObjectId);
    }

    public static void create(Repository git, String branch, ObjectId at) throws IOException {
        RefUpdate update = git.updateRef(HEADS + branch);
        update.setExpectedOldObjectId(ObjectId.zeroId());
        update.setNewObjectId(at);
        update.setRefLogMessage("branch: created", false);
        if (update.update() != RefUpdate.Result.NEW) {
            throw new GitException(Kind.LOCKED, "The branch " + branch + " exists already in " + git.getWorkTree() + ".");
        }
        Disk.syncFolder(git.getDirectory().toPath().resolve(HEADS + branch).getParent());
    }

    public static boolean resume(Repository git, String branch, String remote) throws IOException {
        Optional<ObjectId> here = find(git, HEADS + branch);
        Optional<ObjectId> there = find(git, "refs/remotes/" + remote + "/" + branch);
        if (here.isEmpty() && there.isEmpty()) {
            return false;
        }
        if (here.isEmpty()) {
            create(git, branch, there.get());
        }
        WorkTree files = new WorkTree(git);
        files.switchTo(branch);
        if (here.isPresent() && there.isPresent() && isBehind(git, here.get(), there.get())) {
            forward(git, files, here.get(), there.get());
        }
        return true;
    }

    private static boolean isBehind(Repository git, ObjectId here, ObjectId there) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            return !here.equals(there) && walk.isMergedInto(walk.parseCommit(here), walk.parseCommit(there));
        }
    }

    private static void forward(Repository git, WorkTree files, ObjectId here, ObjectId there) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            ObjectId tree = walk.parseCommit(there).getTree();
            Trees.check(git, tree);
            files.replace(walk.parseCommit(here).getTree(), tree);
        }
        RefUpdate update = git.updateRef(Constants.HEAD);
        update.setExpectedOldObjectId(here);
        update.setNewObjectId(there);
        update.setRefLogMessage("fast-forward", false);
        update.update();
    }

    /** Keeps a commit; an earlier one of the same name stays reachable under the same name with its own id. */
    public static String keep(Repository git, String name, ObjectId commit) throws IOException {
        Names.checkBranch(name);
        Optional<ObjectId> before = find(git, KEPT + name);
        if (before.isPresent() && !before.get().equals(commit)) {
            set(git, KEPT + name + "-" + before.get().abbreviate(8).name(), before.get());
        }
        set(git, KEPT + name, commit);
        return KEPT + name;
    }

    private static void set(Repository git, String ref, ObjectId commit) throws IOException {
        RefUpdate update = git.updateRef(ref);
        update.setNewObjectId(commit);
        update.setForceUpdate(true);
        RefUpdate.Result result = update.update();
        if (result == RefUpdate.Result.LOCK_FAILURE || result == RefUpdate.Result.IO_FAILURE) {
            throw new GitException(Kind.STORAGE, "Could not keep a version in " + git.getWorkTree() + ".");
        }
        Disk.syncFolder(git.getDirectory().toPath().resolve(ref).getParent());
    }
}
