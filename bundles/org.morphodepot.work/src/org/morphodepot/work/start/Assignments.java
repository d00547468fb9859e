package org.morphodepot.work.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;

/** The tasks that were started here. Looks at the disk only; quick, any thread. */
public final class Assignments {

    private final Desk desk;

    private Assignments(Desk desk) {
        this.desk = desk;
    }

    public static Assignments of(Desk desk) {
        return new Assignments(desk);
    }

    /** The task that a labels file belongs to; empty for other files. */
    public Optional<Assignment> at(Path labels) {
        Path file = labels.toAbsolutePath().normalize();
        Path folder = file.getParent();
        return folder == null || !folder.startsWith(desk.folder()) ? Optional.empty()
                : AssignmentFile.read(folder, desk.accounts()).filter(found -> found.labels().equals(file));
    }

    /** The task as the active account started it here before. */
    public Optional<Assignment> of(TaskRef task) {
        return desk.accounts().active().flatMap(account -> of(task, account));
    }

    /** The task as somebody started it here before. */
    public Optional<Assignment> of(TaskRef task, Account account) {
        return at(desk.folderOf(task, account).resolve(task.fileName()));
    }

    /** All that an account started here. */
    public List<Assignment> all(Account account) {
        Path depots = desk.depots(account);
        if (!Files.isDirectory(depots)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(depots)) {
            return folders.sorted().flatMap(folder -> AssignmentFile.read(folder, desk.accounts()).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
