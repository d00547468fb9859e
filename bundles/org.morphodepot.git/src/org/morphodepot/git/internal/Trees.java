package org.morphodepot.git.internal;

import java.io.IOException;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.morphodepot.git.GitException;

/** The door for names from a depot: what Windows, macOS or Linux could not hold or would take elsewhere is refused. */
public final class Trees {

    private static final int MOST_ENTRIES = 100_000;
    private static final int DEEPEST = 50;

    private Trees() {
    }

    /** Throws a {@link GitException} of kind HOSTILE_NAME at the first name that is not safe on every platform. */
    static void check(Repository repository, ObjectId tree) throws IOException {
        ObjectChecker rules = rules();
        Set<String> folded = new HashSet<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            while (walk.next()) {
                String path = walk.getPathString();
                checkPath(rules, path);
                boolean first = folded.add(Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
                if (!first || folded.size() > MOST_ENTRIES || walk.getDepth() > DEEPEST) {
                    throw refused(path, first ? "the depot has too many files or folders"
                            : "two names differ only in upper and lower case");
                }
                if (walk.isSubtree()) {
                    walk.enterSubtree();
                }
            }
        }
    }

    /** The same for one path that we are to write. */
    static void checkPath(String path) throws IOException {
        checkPath(rules(), path);
    }

    private static ObjectChecker rules() {
        return new ObjectChecker().setSafeForWindows(true).setSafeForMacOS(true);
    }

    private static void checkPath(ObjectChecker rules, String path) throws IOException {
        try {
            rules.checkPath(path);
        } catch (CorruptObjectException e) {
            throw refused(path, "some systems cannot hold this name or would write elsewhere");
        }
    }

    private static GitException refused(String path, String why) {
        String shown = path.replaceAll("\\p{Cntrl}", "?");
        return new GitException(GitException.Kind.HOSTILE_NAME, "The depot has a file named \"" + shown + "\": " + why
                + ". Nothing was written; tell the depot's owner.");
    }
}
