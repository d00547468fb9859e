package org.morphodepot.git.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RefSpec;
import org.morphodepot.git.CloneOrder;
import org.morphodepot.git.GitException;
import org.morphodepot.git.GitException.Kind;
import org.morphodepot.git.GitProgress;
import org.morphodepot.git.SignIn;

/** Clones into a folder beside the wanted one and moves it there when all is in place. */
public final class NewClone {

    private NewClone() {
    }

    public static void make(CloneOrder order, SignIn signIn, GitProgress progress) throws GitException {
        Path folder = order.folder().toAbsolutePath();
        Verb.run(order.from().toString(), progress, () -> {
            if (Files.exists(folder)) {
                throw new GitException(Kind.STORAGE, "The folder " + folder + " exists already. Choose another one.");
            }
            Path growing = folder.resolveSibling("." + folder.getFileName() + ".cloning");
            Disk.remove(growing);
            fill(growing, order, signIn, progress);
            Files.move(growing, folder, StandardCopyOption.ATOMIC_MOVE);
            Disk.syncFolder(folder.getParent());
            return folder;
        });
    }

    private static void fill(Path growing, CloneOrder order, SignIn signIn, GitProgress progress) throws Exception {
        boolean done = false;
        String branch = order.branch().isPresent() ? order.branch().get() : defaultBranch(order, signIn);
        try (Git git = Git.init().setDirectory(growing.toFile()).setInitialBranch(branch).call()) {
            Repository repository = git.getRepository();
            Settings.apply(repository);
            Remotes.set(repository, Constants.DEFAULT_REMOTE_NAME, order.from());
            RefSpec one = new RefSpec("+refs/heads/" + branch + ":refs/remotes/origin/" + branch);
            new Transfers(repository, signIn, progress).fetch(Constants.DEFAULT_REMOTE_NAME, List.of(one), order.depth());
            start(repository, branch);
            // Settings name the folder that is empty of hooks by its place, which is about to change.
            repository.getConfig().unset("core", null, "hooksPath");
            repository.getConfig().save();
            done = true;
        } finally {
            if (!done) {
                Disk.remove(growing);
            }
        }
    }

    private static String defaultBranch(CloneOrder order, SignIn signIn) throws GitException {
        for (Ref ref : Transfers.list(order.from(), signIn)) {
            if (ref.getName().equals(Constants.HEAD) && ref.isSymbolic()) {
                return Repository.shortenRefName(ref.getTarget().getName());
            }
        }
        throw new GitException(Kind.NOT_FOUND, order.from() + " is empty: it has no branch to work on yet.");
    }

    private static void start(Repository repository, String branch) throws IOException {
        ObjectId newest = repository.exactRef("refs/remotes/origin/" + branch).getObjectId();
        RefUpdate made = repository.updateRef("refs/heads/" + branch);
        made.setNewObjectId(newest);
        made.update();
        new WorkTree(repository).switchToFirst(branch);
        repository.getConfig().setString("branch", branch, "remote", Constants.DEFAULT_REMOTE_NAME);
        repository.getConfig().setString("branch", branch, "merge", "refs/heads/" + branch);
        repository.getConfig().save();
    }
}
