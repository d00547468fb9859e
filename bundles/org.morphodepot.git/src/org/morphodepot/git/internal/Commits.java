package org.morphodepot.git.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.morphodepot.git.Author;
import org.morphodepot.git.GitException;
import org.morphodepot.git.GitException.Kind;

/**
 * Makes commits whose only change is one file, whatever else lies in the folder or is staged. Objects, then the branch, then
 * the index: a stop in between loses at most the index, which is made again from the commit.
 */
public final class Commits {

    /** GitHub takes no larger file. */
    public static final long MOST_BYTES = 100L * 1024 * 1024;

    private final Repository repository;

    public Commits(Repository repository) {
        this.repository = repository;
    }

    /** Commits the file as it is now on top of HEAD; empty when it is the same there. */
    public Optional<ObjectId> commit(String path, ObjectId head, String message, Author author) throws IOException {
        Trees.checkPath(path);
        try (ObjectInserter inserter = repository.newObjectInserter(); RevWalk walk = new RevWalk(repository)) {
            ObjectId content = insert(inserter, path);
            RevCommit parent = walk.parseCommit(head);
            ObjectId tree = treeWith(inserter, parent.getTree(), path, content);
            if (tree.equals(parent.getTree())) {
                return Optional.empty();
            }
            ObjectId commit = inserter.insert(commitOf(tree, List.of(head), message, author));
            inserter.flush();
            advance(head, commit, author, message);
            stage(path, content);
            return Optional.of(commit);
        }
    }

    /**
     * Commits the file as it is now as the merge of HEAD and {@code theirs}. Of the other files each side's changes since
     * {@code base} are taken; where both changed one, theirs stays.
     */
    public ObjectId merge(String path, ObjectId head, ObjectId theirs, Optional<ObjectId> base, String message, Author author)
            throws IOException {
        Trees.checkPath(path);
        try (ObjectInserter inserter = repository.newObjectInserter(); RevWalk walk = new RevWalk(repository)) {
            ObjectId content = insert(inserter, path);
            ObjectId ours = treeWith(inserter, walk.parseCommit(head).getTree(), path, content);
            ObjectId merged = treeWith(inserter, walk.parseCommit(theirs).getTree(), path, content);
            inserter.flush();
            if (base.isPresent()) {
                ThreeWayMerger merger = MergeStrategy.SIMPLE_TWO_WAY_IN_CORE.newMerger(repository, true);
                merger.setBase(walk.parseCommit(base.get()).getTree());
                merged = merger.merge(ours, merged) ? writtenTree(merger) : merged;
            }
            Trees.check(repository, merged);
            ObjectId commit = inserter.insert(commitOf(merged, List.of(head, theirs), message, author));
            inserter.flush();
            advance(head, commit, author, message);
            stage(path, content);
            new WorkTree(repository).replace(ours, merged);
            return commit;
        }
    }

    private static ObjectId writtenTree(ThreeWayMerger merger) throws IOException {
        merger.getObjectInserter().flush();
        return merger.getResultTreeId();
    }

    private ObjectId insert(ObjectInserter inserter, String path) throws IOException {
        Path file = repository.getWorkTree().toPath().resolve(path);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new GitException(Kind.HOSTILE_NAME, "The file " + file + " is missing or is a link. Nothing was committed.");
        }
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw new GitException(Kind.TOO_LARGE, "The file " + path + " has " + size / 1_000_000
                    + " MB; GitHub takes at most 100 MB. Crop the segmentation to its extent, then save again.");
        }
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), 1 << 16)) {
            return inserter.insert(Constants.OBJ_BLOB, size, bytes);
        }
    }

    private ObjectId treeWith(ObjectInserter inserter, ObjectId base, String path, ObjectId content) throws IOException {
        DirCache files = DirCache.read(inserter.newReader(), base);
        DirCacheEditor editor = files.editor();
        editor.add(new DirCacheEditor.PathEdit(path) {
            @Override
            public void apply(DirCacheEntry entry) {
                entry.setFileMode(FileMode.REGULAR_FILE);
                entry.setObjectId(content);
            }
        });
        editor.finish();
        return files.writeTree(inserter);
    }

    private static CommitBuilder commitOf(ObjectId tree, List<ObjectId> parents, String message, Author author) {
        PersonIdent person = new PersonIdent(author.name(), author.email(), Instant.now(), ZoneId.systemDefault());
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setParentIds(parents);
        commit.setAuthor(person);
        commit.setCommitter(person);
        commit.setMessage(message.endsWith("\n") ? message : message + "\n");
        return commit;
    }

    private void advance(ObjectId from, ObjectId to, Author author, String message) throws IOException {
        RefUpdate update = repository.updateRef(Constants.HEAD);
        update.setExpectedOldObjectId(from);
        update.setNewObjectId(to);
        update.setRefLogIdent(new PersonIdent(author.name(), author.email()));
        update.setRefLogMessage("commit: " + message.lines().findFirst().orElse(""), false);
        RefUpdate.Result result = update.update();
        if (result != RefUpdate.Result.FAST_FORWARD && result != RefUpdate.Result.NEW && result != RefUpdate.Result.FORCED) {
            throw new GitException(Kind.LOCKED, "Another program changed the folder " + repository.getWorkTree()
                    + " at the same moment (" + result + "). Save again.");
        }
        Disk.syncFolder(repository.getDirectory().toPath().resolve(repository.getFullBranch()).getParent());
    }

    /** Tells the index, so that a command-line git sees a clean folder. */
    private void stage(String path, ObjectId content) throws IOException {
        Path file = repository.getWorkTree().toPath().resolve(path);
        DirCache index = repository.lockDirCache();
        try {
            DirCacheEditor editor = index.editor();
            editor.add(new DirCacheEditor.PathEdit(path) {
                @Override
                public void apply(DirCacheEntry entry) {
                    entry.setFileMode(FileMode.REGULAR_FILE);
                    entry.setObjectId(content);
                    entry.setLength(file.toFile().length());
                    entry.setLastModified(Instant.ofEpochMilli(file.toFile().lastModified()));
                }
            });
            editor.finish();
            index.write();
            if (!index.commit()) {
                throw new GitException(Kind.STORAGE, "Could not write the index of " + repository.getWorkTree() + ".");
            }
        } finally {
            index.unlock();
        }
    }
}
