package org.morphodepot.forge.internal.git;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.util.io.DisabledOutputStream;

/** Questions to one repository's commits. */
public final class GitView implements Closeable {

    /** A file that differs; binary ones count no lines. */
    public record Difference(String path, String oldPath, String status, int additions, int deletions, String blob) {
    }

    /** A name in a folder. */
    public record Entry(String path, boolean folder, String id, long size) {
    }

    private final Repository git;

    public GitView(Repository git) {
        this.git = git;
    }

    public Repository repository() {
        return git;
    }

    public Optional<ObjectId> branch(String name) throws IOException {
        return ref("refs/heads/" + name);
    }

    public Optional<ObjectId> ref(String name) throws IOException {
        return Optional.ofNullable(git.exactRef(name)).map(Ref::getObjectId);
    }

    public List<Ref> branches() throws IOException {
        return git.getRefDatabase().getRefsByPrefix("refs/heads/");
    }

    /** A branch, a tag or a commit's name. */
    public Optional<ObjectId> find(String name) throws IOException {
        Optional<ObjectId> found = branch(name).or(() -> quietRef("refs/tags/" + name)).or(() -> quietRef(name));
        if (found.isEmpty() && ObjectId.isId(name) && git.getObjectDatabase().has(ObjectId.fromString(name))) {
            return Optional.of(ObjectId.fromString(name));
        }
        return found;
    }

    private Optional<ObjectId> quietRef(String name) {
        try {
            return Repository.isValidRefName(name) ? ref(name) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public RevCommit commit(ObjectId id) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            RevCommit commit = walk.parseCommit(id);
            walk.parseBody(commit);
            return commit;
        }
    }

    public Optional<RevCommit> mergeBase(ObjectId one, ObjectId other) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(one));
            walk.markStart(walk.parseCommit(other));
            return Optional.ofNullable(walk.next());
        }
    }

    public boolean contains(ObjectId newer, ObjectId older) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            return walk.isMergedInto(walk.parseCommit(older), walk.parseCommit(newer));
        }
    }

    /** The commits of {@code head} that are not in {@code base}, oldest first. */
    public List<RevCommit> between(ObjectId base, ObjectId head) throws IOException {
        List<RevCommit> commits = new ArrayList<>();
        try (RevWalk walk = new RevWalk(git)) {
            walk.markStart(walk.parseCommit(head));
            walk.markUninteresting(walk.parseCommit(base));
            for (RevCommit commit : walk) {
                commits.addFirst(commit);
            }
        }
        return commits;
    }

    /** The newest commits of a branch, perhaps only those that touch a path. */
    public List<RevCommit> log(ObjectId head, int most) throws IOException {
        List<RevCommit> commits = new ArrayList<>();
        try (RevWalk walk = new RevWalk(git)) {
            walk.markStart(walk.parseCommit(head));
            for (RevCommit commit = walk.next(); commit != null && commits.size() < most; commit = walk.next()) {
                commits.add(commit);
            }
        }
        return commits;
    }

    public List<Difference> differences(ObjectId from, ObjectId to) throws IOException {
        List<Difference> all = new ArrayList<>();
        try (DiffFormatter diff = new DiffFormatter(DisabledOutputStream.INSTANCE); RevWalk walk = new RevWalk(git)) {
            diff.setRepository(git);
            RevTree before = from == null ? null : walk.parseCommit(from).getTree();
            RevTree after = walk.parseCommit(to).getTree();
            List<DiffEntry> entries = before == null
                    ? diff.scan(new EmptyTreeIterator(), new CanonicalTreeParser(null,
                            git.newObjectReader(), after))
                    : diff.scan(before, after);
            for (DiffEntry entry : entries) {
                all.add(difference(diff, entry));
            }
        }
        return all;
    }

    /** The differences as git prints them, without the bytes of binary files. */
    public byte[] patch(ObjectId from, ObjectId to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DiffFormatter diff = new DiffFormatter(out)) {
            diff.setRepository(git);
            diff.format(from, to);
        }
        return out.toByteArray();
    }

    private static Difference difference(DiffFormatter diff, DiffEntry entry) throws IOException {
        int added = 0;
        int removed = 0;
        for (Edit edit : diff.toFileHeader(entry).toEditList()) {
            added += edit.getLengthB();
            removed += edit.getLengthA();
        }
        String status = switch (entry.getChangeType()) {
            case ADD, COPY -> "added";
            case DELETE -> "removed";
            case RENAME -> "renamed";
            case MODIFY -> "modified";
        };
        boolean gone = entry.getChangeType() == DiffEntry.ChangeType.DELETE;
        return new Difference(gone ? entry.getOldPath() : entry.getNewPath(), entry.getOldPath(), status, added, removed,
                gone ? entry.getOldId().name() : entry.getNewId().name());
    }

    /** A file or folder of a commit; the path of the top is empty. */
    public Optional<Entry> entry(ObjectId commit, String path) throws IOException {
        ObjectId tree = commit(commit).getTree();
        if (path.isEmpty()) {
            return Optional.of(new Entry("", true, tree.name(), 0));
        }
        try (TreeWalk walk = TreeWalk.forPath(git, path, tree)) {
            return walk == null ? Optional.empty() : Optional.of(entry(walk));
        }
    }

    public List<Entry> list(String folder) throws IOException {
        return list(folder, false);
    }

    /** The names in a tree, with those of the folders below when all are wanted. */
    public List<Entry> list(String tree, boolean all) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(git)) {
            walk.addTree(ObjectId.fromString(tree));
            while (walk.next()) {
                entries.add(entry(walk));
                if (all && walk.isSubtree()) {
                    walk.enterSubtree();
                }
            }
        }
        return entries;
    }

    private static Entry entry(TreeWalk walk) throws IOException {
        String id = walk.getObjectId(0).name();
        long size = walk.isSubtree() ? 0 : walk.getObjectReader().getObjectSize(walk.getObjectId(0), Constants.OBJ_BLOB);
        return new Entry(walk.getPathString(), walk.isSubtree(), id, size);
    }

    public byte[] bytes(String blob) throws IOException {
        return git.open(ObjectId.fromString(blob)).getBytes(100 * 1024 * 1024);
    }

    @Override
    public void close() {
        git.close();
    }
}
