package org.morphodepot.git.internal;

import java.io.IOException;
import java.nio.file.Files;

import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.errors.CheckoutConflictException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.morphodepot.git.GitException;
import org.morphodepot.git.GitException.Kind;

/** The files in the folder: brought to a commit's state, never over unsaved work. */
public final class WorkTree {

    private final Repository repository;

    public WorkTree(Repository repository) {
        this.repository = repository;
    }

    /** Writes the files of a new clone, whose HEAD says the branch already. */
    void switchToFirst(String branch) throws IOException {
        switchTo(branch, null);
    }

    /** Brings the files to a branch that exists and makes it the present one. */
    public void switchTo(String branch) throws IOException {
        switchTo(branch, repository.resolve(Constants.HEAD));
    }

    private void switchTo(String branch, ObjectId now) throws IOException {
        ObjectId next = repository.exactRef("refs/heads/" + branch).getObjectId();
        try (RevWalk walk = new RevWalk(repository)) {
            ObjectId tree = walk.parseCommit(next).getTree();
            Trees.check(repository, tree);
            replace(now == null ? null : walk.parseCommit(now).getTree(), tree);
        }
        RefUpdate head = repository.updateRef(Constants.HEAD);
        RefUpdate.Result result = head.link("refs/heads/" + branch);
        if (result != RefUpdate.Result.FORCED && result != RefUpdate.Result.NO_CHANGE && result != RefUpdate.Result.NEW) {
            throw new GitException(Kind.LOCKED, "Another program works in " + repository.getWorkTree() + ". Try again.");
        }
        Disk.syncFolder(repository.getDirectory().toPath());
    }

    /** Replaces the files of one tree by those of another; {@code from} may be null for an empty folder. */
    void replace(ObjectId from, ObjectId to) throws IOException {
        DirCache index = repository.lockDirCache();
        try {
            DirCacheCheckout checkout = new DirCacheCheckout(repository, from, index, to);
            checkout.setFailOnConflict(true);
            checkout.checkout();
        } catch (CheckoutConflictException e) {
            throw new GitException(Kind.UNSAVED_WORK, "The folder " + repository.getWorkTree()
                    + " has changes that are not saved yet. Save them first.", e);
        } finally {
            index.unlock();
        }
    }

    /** Makes an index from HEAD when there is none that can be read; the files stay as they are. */
    public void repairIndex(boolean anyway) throws IOException {
        ObjectId head = repository.resolve(Constants.HEAD);
        if (head == null || !anyway && readable()) {
            return;
        }
        Files.deleteIfExists(repository.getIndexFile().toPath());
        DirCache index = repository.lockDirCache();
        try (RevWalk walk = new RevWalk(repository); ObjectReader reader = repository.newObjectReader()) {
            DirCacheBuilder builder = index.builder();
            builder.addTree(new byte[0], 0, reader, walk.parseCommit(head).getTree());
            builder.finish();
            index.write();
            index.commit();
        } finally {
            index.unlock();
        }
    }

    private boolean readable() {
        try {
            repository.readDirCache();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
