package org.morphodepot.work.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.morphodepot.git.CloneOrder;
import org.morphodepot.git.Clones;
import org.morphodepot.git.CommitId;
import org.morphodepot.git.FileVersion;
import org.morphodepot.git.GitProgress;
import org.morphodepot.git.SignIn;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.github.RepoName;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.io.AtomicFile;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Watching;
import org.morphodepot.work.WorkException;

/** The director's clone of a depot itself, to look at files and contributions; nothing is ever committed in it. */
public final class DepotClone {

    public static final String ORIGIN = "origin";

    private static final String SUFFIX = "-director";

    /** GitHub takes no larger file. */
    private static final long LARGEST = 100L << 20;

    private final Desk desk;
    private final Account account;
    private final RepoName depot;
    private final Progress progress;
    private final Path folder;

    public DepotClone(Desk desk, Account account, RepoName depot, Progress progress) {
        this.desk = desk;
        this.account = account;
        this.depot = depot;
        this.progress = progress;
        folder = desk.depots(account).resolve(depot.owner() + "^" + depot.name() + SUFFIX);
    }

    /** Whose clone a folder holds; empty for any other folder. */
    public static Optional<RepoName> depot(Desk desk, Account account, Path folder) {
        String name = String.valueOf(folder.getFileName());
        String[] parts = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()).split("\\^", -1)
                : new String[0];
        return parts.length == 2 && desk.depots(account).toAbsolutePath().normalize().equals(folder.getParent())
                ? RepoName.parse(parts[0] + "/" + parts[1]) : Optional.empty();
    }

    /** Where files that were copied out of it are put, beside the clone. */
    public Path folder() {
        return folder;
    }

    /** What is done with the clone. */
    @FunctionalInterface
    public interface Use<T> {
        T of(Opened clone) throws IOException;
    }

    /** The open clone and how it talks to the forge. */
    public record Opened(WorkFolder work, SignIn signIn, GitProgress watching) {

        /** Copies a file out; without a version the target is removed. */
        public Optional<Path> copy(Optional<FileVersion> version, Path target) throws IOException {
            if (version.isEmpty()) {
                Files.deleteIfExists(target);
                return Optional.empty();
            }
            if (version.get().size() > LARGEST) {
                throw new WorkException(WorkException.Kind.TOO_LARGE, version.get().path() + " has more than 100 MB.");
            }
            try (InputStream in = work.open(version.get()); AtomicFile file = AtomicFile.create(target)) {
                in.transferTo(file.out());
                file.commit();
            }
            return Optional.of(target);
        }

        /** The newest commit of a branch of the depot, asked of the forge. */
        public CommitId newest(String branch) throws IOException {
            return work.fetch(ORIGIN, branch, signIn, watching);
        }
    }

    /** Opens the clone, which is made when it is missing, for one use at a time. Blocks. */
    public <T> T use(Use<T> use) throws WorkException {
        return desk.folders().alone(folder, () -> {
            SignIn signIn = desk.signIn(account);
            GitProgress watching = Watching.git(progress);
            try (WorkFolder work = open(signIn, watching)) {
                return use.of(new Opened(work, signIn, watching));
            }
        });
    }

    private WorkFolder open(SignIn signIn, GitProgress watching) throws IOException {
        Path place = folder.resolve("clone");
        if (Files.isDirectory(place)) {
            return WorkFolder.open(place);
        }
        progress.report(0, -1, "Fetching the depot " + depot);
        Files.createDirectories(folder);
        return Clones.make(CloneOrder.newest(Desk.remote(account, depot), place), signIn, watching);
    }
}
