package org.morphodepot.work.checkpoint;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.morphodepot.git.CommitId;
import org.morphodepot.label.Segmentation;

/**
 * What was committed last in each work folder, and what the session that it came from showed then. Memory may be taken back;
 * what is gone is read from git. Thread-safe.
 */
public final class LastCommits {

    /**
     * @param commit the branch as this program left it
     * @param labels of that commit
     * @param seen what the session had; another value than {@code labels} while the session does not show a merge yet
     */
    record Last(CommitId commit, Segmentation labels, Segmentation seen) {

        boolean isSeen() {
            return labels == seen;
        }
    }

    /** Keeps what a session has not seen yet: without it the session's next state could not be merged. */
    private record Kept(CommitId commit, SoftReference<Segmentation> labels, Last needed) {
    }

    private final Map<Path, Kept> byFile = new ConcurrentHashMap<>();
    private final Set<Path> cropped = ConcurrentHashMap.newKeySet();

    Optional<Last> get(Path labels) {
        Kept kept = byFile.get(labels);
        if (kept == null || kept.needed != null) {
            return Optional.ofNullable(kept).map(Kept::needed);
        }
        Segmentation held = kept.labels.get();
        return Optional.ofNullable(held).map(s -> new Last(kept.commit, s, s));
    }

    /** The commit that a session came from, even when its labels are not in memory any more. */
    Optional<CommitId> commit(Path labels) {
        return Optional.ofNullable(byFile.get(labels)).map(Kept::commit);
    }

    /** From now on a file that is too large is cropped. */
    void crop(Path labels) {
        cropped.add(labels);
    }

    boolean isCropped(Path labels) {
        return cropped.contains(labels);
    }

    void put(Path labels, Last last) {
        byFile.put(labels, new Kept(last.commit(), new SoftReference<>(last.labels()), last.isSeen() ? null : last));
    }
}
