package org.morphodepot.work.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.morphodepot.depot.TaskBlock;
import org.morphodepot.github.RepoName;
import org.morphodepot.volume.Address;
import org.morphodepot.work.Account;
import org.morphodepot.work.TaskRef;

/**
 * A task that is ready to be worked on.
 *
 * @param origin where its branch is pushed: the person's fork, or the depot itself
 * @param folder the clone
 * @param scan a local file, or a Zarr that is streamed
 * @param labels the file to paint in, {@code issue-N.seg.nrrd} of the folder
 * @param colorTable of the depot
 * @param block what the task is about, when its issue says so
 * @param notes what the person should know, such as that the scan could not be checked
 */
public record Assignment(TaskRef task, Account account, RepoName origin, Path folder, Address scan, Path labels,
        Optional<Path> colorTable, Optional<TaskBlock> block, List<String> notes) {

    public Assignment {
        notes = List.copyOf(notes);
    }

    Assignment withNotes(List<String> others) {
        return new Assignment(task, account, origin, folder, scan, labels, colorTable, block, others);
    }
}
