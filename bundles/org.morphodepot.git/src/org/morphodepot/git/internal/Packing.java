package org.morphodepot.git.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Repository;
import org.morphodepot.git.GitProgress;

/**
 * Puts together what many fetches and commits left in a clone. What is removed is in a new pack, or, when nothing refers to it
 * any more, a file of its own: a command-line git that works in the folder at the same time, a second work tree or a clone that
 * borrows from this one may still need it. Packs of the last hour stay for whoever reads them at this moment.
 */
public final class Packing {

    private static final int MOST_PACKS = 40;
    private static final int MOST_LOOSE = 1000;
    private static final Duration AT_MOST_EVERY = Duration.ofDays(1);
    private static final String DONE = "morphodepot/packed";

    private record Pieces(long packs, long loose, long bytes) {
    }

    private Packing() {
    }

    /** Whether there is so much to put together that it is worth its time, and room for both forms. */
    public static boolean isDue(Repository repository) throws IOException {
        Path folder = repository.getDirectory().toPath();
        if (wasDoneLately(folder.resolve(DONE)) || repository.getConfig().getString("gc", null, "pruneExpire") != null) {
            return false; // who sets when things are thrown away also cleans up
        }
        Pieces pieces = pieces(folder.resolve("objects"));
        return (pieces.packs > MOST_PACKS || pieces.loose > MOST_LOOSE)
                && Files.getFileStore(folder).getUsableSpace() > 2 * pieces.bytes;
    }

    private static boolean wasDoneLately(Path done) throws IOException {
        return Files.exists(done) && Files.getLastModifiedTime(done).toInstant().isAfter(Instant.now().minus(AT_MOST_EVERY));
    }

    private static Pieces pieces(Path objects) throws IOException {
        long packs = 0;
        long loose = 0;
        long bytes = 0;
        for (Path file : files(objects)) {
            packs += file.toString().endsWith(".pack") ? 1 : 0;
            loose += file.getParent().getFileName().toString().length() == 2 ? 1 : 0;
            bytes += file.toFile().length(); // 0 when another git has just removed it
        }
        return new Pieces(packs, loose, bytes);
    }

    private static List<Path> files(Path objects) throws IOException {
        try (Stream<Path> files = Files.find(objects, 2, (_, attributes) -> attributes.isRegularFile())) {
            return files.toList();
        }
    }

    /** Does it; may be cancelled at any time, which leaves everything as it was or partly done. */
    public static void run(Repository repository, GitProgress progress) throws IOException, GitAPIException {
        try (Git git = new Git(repository)) {
            git.gc().setExpire(Instant.EPOCH).setProgressMonitor(new Watching(progress)).call();
        }
        Files.writeString(repository.getDirectory().toPath().resolve(DONE), Instant.now().toString());
    }
}
