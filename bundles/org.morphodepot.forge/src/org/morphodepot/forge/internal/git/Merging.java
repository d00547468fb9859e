package org.morphodepot.forge.internal.git;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.merge.ThreeWayMerger;
import org.eclipse.jgit.revwalk.RevWalk;

/** Makes commits inside a repository without a folder of files: merges, and files written through the web. */
public final class Merging {

    private Merging() {
    }

    /** The tree of both sides together; empty when they changed the same place. */
    public static Optional<ObjectId> tree(Repository git, ObjectId base, ObjectId head) throws IOException {
        ThreeWayMerger merger = MergeStrategy.RECURSIVE.newMerger(git, true);
        if (!merger.merge(base, head)) {
            return Optional.empty();
        }
        merger.getObjectInserter().flush();
        return Optional.of(merger.getResultTreeId());
    }

    /** Inserts a commit; it is on the disk when this returns. */
    public static ObjectId commit(Repository git, ObjectId tree, List<ObjectId> parents, String message, PersonIdent author,
            PersonIdent committer) throws IOException {
        try (ObjectInserter inserter = git.newObjectInserter()) {
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree);
            commit.setParentIds(parents);
            commit.setAuthor(author);
            commit.setCommitter(committer);
            commit.setMessage(message);
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id;
        }
    }

    /** The tree of a commit (null for none) with files added, replaced, or, for null, removed. */
    public static ObjectId treeWith(Repository git, ObjectId commit, Map<String, byte[]> files) throws IOException {
        try (ObjectInserter inserter = git.newObjectInserter(); RevWalk walk = new RevWalk(git)) {
            DirCache names = commit == null ? DirCache.newInCore()
                    : DirCache.read(git.newObjectReader(), walk.parseCommit(commit).getTree());
            DirCacheEditor editor = names.editor();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                editor.add(edit(inserter, file.getKey(), file.getValue()));
            }
            editor.finish();
            ObjectId tree = names.writeTree(inserter);
            inserter.flush();
            return tree;
        }
    }

    private static DirCacheEditor.PathEdit edit(ObjectInserter inserter, String path, byte[] bytes) throws IOException {
        if (bytes == null) {
            return new DirCacheEditor.DeletePath(path);
        }
        ObjectId blob = inserter.insert(Constants.OBJ_BLOB, bytes);
        return new DirCacheEditor.PathEdit(path) {
            @Override
            public void apply(DirCacheEntry entry) {
                entry.setFileMode(FileMode.REGULAR_FILE);
                entry.setObjectId(blob);
            }
        };
    }

    /** Moves a reference; false when it is not where it should be any more. {@code from} is null for a new one. */
    public static boolean move(Repository git, String ref, ObjectId from, ObjectId to) throws IOException {
        RefUpdate update = git.updateRef(ref);
        update.setExpectedOldObjectId(from == null ? ObjectId.zeroId() : from);
        update.setNewObjectId(to);
        return switch (update.forceUpdate()) {
            case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> true;
            default -> false;
        };
    }

    /** Sets a reference of our own wherever it was. */
    public static void set(Repository git, String ref, ObjectId to) throws IOException {
        RefUpdate update = git.updateRef(ref);
        update.setNewObjectId(to);
        update.forceUpdate();
    }

    public static PersonIdent person(String name, String email, Instant when) {
        return new PersonIdent(name, email, when, ZoneOffset.UTC);
    }
}
