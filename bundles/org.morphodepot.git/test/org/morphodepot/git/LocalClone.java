package org.morphodepot.git;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/** A small repository on disk, as a clone would be. */
public final class LocalClone {

    static final Author ANNA = new Author("Anna Lee", "anna@example.org");

    private LocalClone() {
    }

    /** A folder on branch main with one commit of the files given by path and text. */
    static Path with(Path folder, Map<String, String> files) throws Exception {
        try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
                git.add().addFilepattern(file.getKey()).call();
            }
            git.commit().setMessage("Initial commit").setAuthor("Dr Director", "director@example.org").setSign(false).call();
        }
        return folder;
    }

    /** A commit on a new branch whose tree has these names, made as an attacker would: unchecked. */
    static void commitRaw(Path folder, String branch, FileMode mode, String... paths) throws Exception {
        try (Git git = Git.open(folder.toFile()); ObjectInserter inserter = git.getRepository().newObjectInserter()) {
            Repository repository = git.getRepository();
            ObjectId content = inserter.insert(Constants.OBJ_BLOB, "/tmp/elsewhere".getBytes());
            DirCache names = DirCache.newInCore();
            DirCacheBuilder builder = names.builder();
            for (String path : paths) {
                DirCacheEntry entry = new DirCacheEntry(path);
                entry.setFileMode(mode);
                entry.setObjectId(content);
                builder.add(entry);
            }
            builder.finish();
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(names.writeTree(inserter));
            commit.setAuthor(new PersonIdent("x", "x@example.org"));
            commit.setCommitter(new PersonIdent("x", "x@example.org"));
            commit.setMessage("hostile");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            RefUpdate update = repository.updateRef("refs/heads/" + branch);
            update.setNewObjectId(id);
            update.update();
        }
    }

    /** Adds a pack of one text that nothing refers to, as a fetch leaves it; gives the text's id. */
    public static ObjectId addPack(Repository git, String said) throws Exception {
        byte[] text = said.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        pack.write(new byte[] {'P', 'A', 'C', 'K', 0, 0, 0, 2, 0, 0, 0, 1, (byte) (Constants.OBJ_BLOB << 4 | text.length)});
        try (DeflaterOutputStream packed = new DeflaterOutputStream(pack)) {
            packed.write(text);
        }
        pack.write(MessageDigest.getInstance("SHA-1").digest(pack.toByteArray()));
        try (ObjectInserter inserter = git.newObjectInserter()) {
            inserter.newPackParser(new ByteArrayInputStream(pack.toByteArray())).parse(NullProgressMonitor.INSTANCE);
            return inserter.idFor(Constants.OBJ_BLOB, text);
        }
    }
}
