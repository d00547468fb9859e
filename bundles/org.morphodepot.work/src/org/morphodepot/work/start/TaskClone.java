package org.morphodepot.work.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.morphodepot.git.CloneOrder;
import org.morphodepot.git.Clones;
import org.morphodepot.git.GitException;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.github.RepoName;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Watching;

/** The clone of a task: opened, or made. A folder that is no usable clone is put into the archive, never deleted. */
final class TaskClone {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Desk desk;
    private final Account account;
    private final Path folder;
    private final Progress progress;

    TaskClone(Desk desk, Account account, Path folder, Progress progress) {
        this.desk = desk;
        this.account = account;
        this.folder = folder;
        this.progress = progress;
    }

    /** With remotes origin and upstream at their present addresses; the caller closes it. */
    WorkFolder open(RepoName origin, RepoName upstream) throws IOException {
        WorkFolder work = Files.exists(folder) ? openOrReplace(origin) : make(origin);
        try {
            work.setRemote("origin", Desk.remote(account, origin));
            work.setRemote("upstream", Desk.remote(account, upstream));
            return work;
        } catch (IOException e) {
            work.close();
            throw e;
        }
    }

    private WorkFolder openOrReplace(RepoName origin) throws IOException {
        try {
            WorkFolder work = WorkFolder.open(folder);
            try {
                work.head();
                return work;
            } catch (GitException e) {
                work.close();
                throw e;
            }
        } catch (GitException e) {
            if (e.kind() != GitException.Kind.CORRUPT && e.kind() != GitException.Kind.NOT_FOUND) {
                throw e;
            }
            archive();
            return make(origin);
        }
    }

    private WorkFolder make(RepoName origin) throws IOException {
        Files.createDirectories(folder.getParent());
        return Clones.make(CloneOrder.newest(Desk.remote(account, origin), folder), desk.signIn(account), Watching.git(progress));
    }

    private void archive() throws IOException {
        Path archive = Files.createDirectories(desk.folder().resolve("archive"));
        Path place = archive.resolve(folder.getFileName() + "-" + STAMP.format(Instant.now()));
        for (int n = 2; Files.exists(place); n++) {
            place = archive.resolve(folder.getFileName() + "-" + STAMP.format(Instant.now()) + "-" + n);
        }
        Files.move(folder, place);
    }
}
