package org.morphodepot.git.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.morphodepot.git.Author;
import org.morphodepot.git.Change;
import org.morphodepot.git.CommitId;
import org.morphodepot.git.CommitNote;
import org.morphodepot.git.FileVersion;

/** What is in the commits that the clone has. */
public final class History {

    private final Repository repository;

    public History(Repository repository) {
        this.repository = repository;
    }

    public Optional<CommitId> mergeBase(CommitId one, CommitId other) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(id(one)));
            walk.markStart(walk.parseCommit(id(other)));
            return Optional.ofNullable(walk.next()).map(commit -> new CommitId(commit.name()));
        }
    }

    public boolean contains(CommitId newer, CommitId older) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.isMergedInto(walk.parseCommit(id(older)), walk.parseCommit(id(newer)));
        }
    }

    public Optional<FileVersion> file(CommitId commit, String path) throws IOException {
        try (RevWalk walk = new RevWalk(repository);
                TreeWalk file = TreeWalk.forPath(repository, path, walk.parseCommit(id(commit)).getTree())) {
            if (file == null || file.isSubtree()) {
                return Optional.empty();
            }
            ObjectId content = file.getObjectId(0);
            long size = walk.getObjectReader().getObjectSize(content, Constants.OBJ_BLOB);
            return Optional.of(new FileVersion(commit, path, content.name(), size));
        }
    }

    /** The names at the root of a commit's tree; folders end with a slash. */
    public List<String> root(CommitId commit) throws IOException {
        List<String> names = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository); TreeWalk files = new TreeWalk(repository)) {
            files.addTree(walk.parseCommit(id(commit)).getTree());
            while (files.next()) {
                names.add(files.isSubtree() ? files.getPathString() + "/" : files.getPathString());
            }
        }
        return names;
    }

    public InputStream open(FileVersion version) throws IOException {
        return repository.open(ObjectId.fromString(version.content())).openStream();
    }

    public List<Change> changes(CommitId from, CommitId to) throws IOException {
        List<Change> changes = new ArrayList<>();
        try (RevWalk commits = new RevWalk(repository); TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(commits.parseCommit(id(from)).getTree());
            walk.addTree(commits.parseCommit(id(to)).getTree());
            walk.setFilter(TreeFilter.ANY_DIFF);
            walk.setRecursive(true);
            while (walk.next()) {
                changes.add(new Change(walk.getPathString(), how(walk)));
            }
        }
        return changes;
    }

    private static Change.How how(TreeWalk walk) {
        if (walk.getRawMode(0) == 0) {
            return Change.How.ADDED;
        }
        return walk.getRawMode(1) == 0 ? Change.How.REMOVED : Change.How.MODIFIED;
    }

    public List<CommitNote> log(CommitId from, int most) throws IOException {
        List<CommitNote> notes = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            walk.markStart(walk.parseCommit(id(from)));
            for (RevCommit commit = walk.next(); commit != null && notes.size() < most; commit = walk.next()) {
                notes.add(note(commit));
            }
        }
        return notes;
    }

    private static CommitNote note(RevCommit commit) {
        PersonIdent author = commit.getAuthorIdent();
        List<CommitId> parents = new ArrayList<>();
        for (RevCommit parent : commit.getParents()) {
            parents.add(new CommitId(parent.name()));
        }
        return new CommitNote(new CommitId(commit.name()), commit.getFullMessage(), new Author(
                shown(author.getName()), shown(author.getEmailAddress())), author.getWhenAsInstant(), parents);
    }

    private static String shown(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}<>]", "").strip();
        return plain.isEmpty() ? "unknown" : plain;
    }

    static ObjectId id(CommitId commit) {
        return ObjectId.fromString(commit.hex());
    }
}
