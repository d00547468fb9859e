package org.morphodepot.forge.internal.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.morphodepot.forge.internal.state.Repo;

/**
 * Where the commits are: a bare repository for each, and one folder of objects for a repository and all its forks, so that a
 * fork costs nothing and a pull request needs no copying. A command-line git finds the objects as alternates.
 */
public final class GitFolders {

    private final Path root;

    public GitFolders(Path root) {
        this.root = root;
    }

    private Path folder(Repo repo) {
        return root.resolve("repositories").resolve(repo.id + ".git");
    }

    private Path objects(Repo repo) {
        return root.resolve("objects").resolve(String.valueOf(repo.network));
    }

    /** The caller closes it. */
    public Repository open(Repo repo) throws IOException {
        return new FileRepositoryBuilder().setGitDir(folder(repo).toFile()).setObjectDirectory(objects(repo).toFile())
                .setBare().build();
    }

    public void create(Repo repo) throws IOException {
        Path folder = folder(repo);
        if (Files.exists(folder.resolve("HEAD"))) {
            return;
        }
        for (String name : List.of("refs/heads", "refs/tags", "objects/info")) {
            Files.createDirectories(folder.resolve(name));
        }
        for (String name : List.of("info", "pack")) {
            Files.createDirectories(objects(repo).resolve(name));
        }
        Path alternates = folder.resolve("objects/info/alternates");
        Files.writeString(alternates, folder.resolve("objects").relativize(objects(repo)).toString().replace('\\', '/') + "\n");
        Files.writeString(folder.resolve("config"), """
                [core]
                \trepositoryformatversion = 0
                \tbare = true
                \tlogAllRefUpdates = true
                [uploadpack]
                \tallowFilter = true
                [receive]
                \tautogc = false
                [gc]
                \tauto = 0
                """);
        Files.writeString(folder.resolve("HEAD"), "ref: refs/heads/" + repo.defaultBranch + "\n");
    }

    /** Gives a fork the branches and tags that its parent has now. */
    public void fork(Repo from, Repo to, boolean defaultBranchOnly) throws IOException {
        create(to);
        try (Repository source = open(from); Repository target = open(to)) {
            for (Ref ref : source.getRefDatabase().getRefs()) {
                String name = ref.getName();
                boolean wanted = defaultBranchOnly ? name.equals("refs/heads/" + from.defaultBranch)
                        : name.startsWith("refs/heads/") || name.startsWith("refs/tags/");
                if (wanted && ref.getObjectId() != null) {
                    RefUpdate update = target.updateRef(name);
                    update.setNewObjectId(ref.getObjectId());
                    update.forceUpdate();
                }
            }
        }
    }

    /** Where the bytes of a release's file are. */
    public Path asset(long id) throws IOException {
        return Files.createDirectories(root.resolve("assets")).resolve(String.valueOf(id));
    }
}
