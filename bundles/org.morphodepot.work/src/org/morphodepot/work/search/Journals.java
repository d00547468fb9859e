package org.morphodepot.work.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.morphodepot.git.CloneOrder;
import org.morphodepot.git.Clones;
import org.morphodepot.git.GitException;
import org.morphodepot.git.GitProgress;
import org.morphodepot.git.RemoteAddress;
import org.morphodepot.git.SignIn;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Desk;
import org.morphodepot.work.JsonFile;
import org.morphodepot.work.Known;
import org.morphodepot.work.Watching;
import org.morphodepot.work.WorkException;

import com.google.gson.JsonObject;

/** The journals that RepoClerk keeps about all depots, in a shallow clone of our own; asking costs nothing of any quota. */
final class Journals {

    static final RemoteAddress REPO_CLERK = RemoteAddress.of("https://github.com/MorphoDepot/RepoClerk.git");

    private static final String ORIGIN = "origin";
    private static final int MOST = 20_000;

    private final Desk desk;
    private final RemoteAddress from;
    private final Path folder;
    private final Clock clock;

    Journals(Desk desk, RemoteAddress from, Clock clock) {
        this.desk = desk;
        this.from = from;
        this.clock = clock;
        folder = desk.folder().resolve("search").resolve("journals");
    }

    /** The newest journals, or the last ones with the reason and their age; fails when there never were any. Blocks. */
    Known<List<DepotCard>> ask(Progress progress) throws WorkException {
        return desk.folders().alone(folder, () -> {
            try {
                update(Watching.git(progress));
                Instant now = clock.instant();
                remember(now);
                return Known.fresh(read(), now);
            } catch (GitException e) {
                Optional<Instant> before = asOf();
                if (before.isEmpty() || !Files.isDirectory(place())) {
                    throw e;
                }
                return new Known<>(read(), before.get(), Optional.of(e.getMessage()));
            }
        });
    }

    private Path place() {
        return folder.resolve("clone");
    }

    private void update(GitProgress progress) throws IOException {
        Files.createDirectories(folder);
        if (Files.isDirectory(place())) {
            try {
                pull(progress);
                return;
            } catch (GitException e) {
                if (e.kind() == GitException.Kind.OFFLINE || e.kind() == GitException.Kind.LOCKED) {
                    throw e;
                }
            }
        }
        again(progress);
    }

    private void pull(GitProgress progress) throws IOException {
        try (WorkFolder work = WorkFolder.open(place())) {
            String branch = work.branch().orElse("main");
            work.fetch(ORIGIN, branch, SignIn.NOBODY, progress);
            work.resumeBranch(branch, ORIGIN);
            if (!work.commit(ORIGIN + "/" + branch).equals(work.commit("HEAD"))) {
                throw new GitException(GitException.Kind.CORRUPT, "The journals of the depots were rewritten.");
            }
        }
    }

    /** A fresh clone takes the old one's place only when it is whole. */
    private void again(GitProgress progress) throws IOException {
        Path fresh = folder.resolve("fresh");
        Path old = folder.resolve("old");
        remove(fresh);
        remove(old);
        Clones.make(CloneOrder.newest(from, fresh), SignIn.NOBODY, progress).close();
        if (Files.isDirectory(place())) {
            Files.move(place(), old);
        }
        Files.move(fresh, place());
        remove(old);
    }

    /** Only ever folders that this class made. */
    private static void remove(Path made) throws IOException {
        if (!Files.exists(made, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(made)) {
            all = new ArrayList<>(walk.toList());
        }
        for (Path path : all.reversed()) {
            path.toFile().setWritable(true); // git writes its packs read-only
            Files.deleteIfExists(path);
        }
    }

    private List<DepotCard> read() throws IOException {
        Path journals = place().resolve("journals");
        if (!Files.isDirectory(journals, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<DepotCard> cards = new ArrayList<>();
        try (Stream<Path> files = Files.list(journals)) {
            for (Path file : files.limit(MOST).sorted().toList()) {
                Journal.read(file).ifPresent(cards::add);
            }
        }
        return List.copyOf(cards);
    }

    private Path note() {
        return folder.resolve("asked.json");
    }

    private void remember(Instant now) throws IOException {
        JsonObject json = new JsonObject();
        json.addProperty("asOf", now.toEpochMilli());
        JsonFile.write(note(), json);
    }

    private Optional<Instant> asOf() throws IOException {
        return JsonFile.read(note()).map(json -> json.get("asOf"))
                .filter(time -> time.isJsonPrimitive() && time.getAsString().matches("\\d{1,15}"))
                .map(time -> Instant.ofEpochMilli(time.getAsLong()));
    }
}
