package org.morphodepot.git.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.morphodepot.git.GitException;
import org.morphodepot.git.GitException.Kind;
import org.morphodepot.git.GitProgress;

/** A clone that is open and ours: its repository and the owner's lock. */
public final class OpenClone implements Closeable {

    private final Path folder;
    private final OwnerLock lock;
    private final Repository repository;

    private OpenClone(Path folder, OwnerLock lock, Repository repository) {
        this.folder = folder;
        this.lock = lock;
        this.repository = repository;
    }

    /** Opens a clone; cleans up after an owner that died. */
    public static OpenClone open(Path folder) throws GitException {
        return Verb.run(folder.toString(), GitProgress.NONE, () -> openQuietly(folder));
    }

    private static OpenClone openQuietly(Path folder) throws IOException {
        Path gitFolder = folder.resolve(".git");
        if (!Files.isDirectory(gitFolder, LinkOption.NOFOLLOW_LINKS)) {
            throw new GitException(Kind.NOT_FOUND, "The folder " + folder + " is not a clone of a depot.");
        }
        OwnerLock lock = OwnerLock.take(gitFolder);
        try {
            Leftovers.remove(gitFolder, lock.ownerDied());
            Repository repository = new FileRepositoryBuilder().setGitDir(gitFolder.toFile())
                    .setWorkTree(folder.toFile()).build();
            Settings.apply(repository);
            new WorkTree(repository).repairIndex(lock.ownerDied());
            lock.end();
            return new OpenClone(folder, lock, repository);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public Path folder() {
        return folder;
    }

    public Repository repository() {
        return repository;
    }

    /** Runs a verb that only reads. */
    public <T> T read(Reading<T> verb) throws GitException {
        return Verb.run(folder.toString(), GitProgress.NONE, () -> verb.with(repository));
    }

    /** Runs a verb that writes into the clone. */
    public <T> T write(GitProgress progress, Reading<T> verb) throws GitException {
        return Verb.writing(lock, folder.toString(), progress, () -> verb.with(repository));
    }

    @Override
    public void close() throws IOException {
        repository.close();
        lock.close();
    }

    /** What is done with the repository. */
    public interface Reading<T> {
        T with(Repository repository) throws Exception;
    }
}
