package org.morphodepot.viewer.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.SegmentationDiff;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Progress;

/**
 * Kills painting workbenches at random moments, the start and saving among them, and looks at what the next one finds:
 * every step that ended more than {@link #GRACE} before the kill, nothing damaged or set aside, no question.
 */
final class KillRounds {

    /** Milliseconds: what ended later than this before the kill may be lost. */
    static final int GRACE = 200;
    /** The script begins again after so many kills, lest the last rounds take longer than the first. */
    private static final int KILLS_OF_ONE_WORK = 20;
    private static final int LONGEST = 500;

    private final Path folder;
    private final Random random;
    private Path work;
    private Labelling model;
    private int known;
    private final Counts counts = new Counts();

    /** What was seen. */
    static final class Counts {
        int kills;
        int steps;
        int lost;
        final List<String> faults = new ArrayList<>();

        void add(Counts other) {
            kills += other.kills;
            steps += other.steps;
            lost += other.lost;
            faults.addAll(other.faults);
        }

        @Override
        public String toString() {
            return kills + " kills, " + steps + " steps that had to be there, " + lost + " lost, " + faults.size()
                    + " faults" + (faults.isEmpty() ? "" : ":\n" + String.join("\n", faults));
        }
    }

    KillRounds(Path folder, long seed) {
        this.folder = folder;
        random = new Random(seed);
    }

    /** Arguments: number of kills, seed. Two processes paint at a time. Exit code 1 when something was lost. */
    public static void main(String[] args) throws Exception {
        int kills = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        Path folder = Files.createTempDirectory("kills");
        long start = System.nanoTime();
        Counts counts = run(folder, kills, 2, seed);
        if (counts.faults.isEmpty()) {
            delete(folder);
        }
        System.out.printf("%s; seed %d, %.0f s%n", counts, seed, (System.nanoTime() - start) / 1e9);
        System.exit(counts.lost == 0 && counts.faults.isEmpty() ? 0 : 1);
    }

    /** Kills so many in all, by several painters at a time. */
    static Counts run(Path folder, int kills, int atOnce, long seed) throws InterruptedException {
        List<KillRounds> all = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            KillRounds rounds = new KillRounds(folder.resolve("painter-" + i), seed + i);
            int share = kills / atOnce + (i < kills % atOnce ? 1 : 0);
            all.add(rounds);
            threads.add(Thread.ofPlatform().start(() -> rounds.rounds(share)));
        }
        Counts sum = new Counts();
        for (int i = 0; i < atOnce; i++) {
            threads.get(i).join();
            sum.add(all.get(i).counts);
        }
        return sum;
    }

    private void rounds(int number) {
        for (int round = 0; round < number; round++) {
            try {
                if (work == null || round % KILLS_OF_ONE_WORK == 0) {
                    begin(round);
                }
                counts.kills++;
                look(paintAndKill());
            } catch (IOException | RuntimeException | InterruptedException e) {
                fault("round " + round + " in " + work + ": " + e);
                work = null;
            }
        }
    }

    /** Said at once, since a long run is not to be waited for. */
    private void fault(String what) {
        counts.faults.add(what);
        System.out.println(what);
    }

    private void begin(int round) throws IOException {
        if (work != null && counts.faults.isEmpty()) {
            delete(work);
        }
        work = Files.createDirectories(folder.resolve("work-" + round));
        Files.createFile(work.resolve("skull.nrrd"));
        model = new Labelling(Segmentation.empty(FolderOfScans.SIZE, FolderOfScans.PLACE));
        known = 0;
    }

    /** Returns the number of steps that must be there. */
    private int paintAndKill() throws IOException, InterruptedException {
        Path said = Files.writeString(work.resolve("said"), "");
        Process painter = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                KilledPainter.class.getName(), journals().toString(), work.resolve("skull.nrrd").toString(), "" + known)
                .redirectErrorStream(true).redirectOutput(said.toFile()).start();
        boolean early = random.nextInt(5) == 0;
        while (!early && painter.isAlive() && Files.size(said) == 0) {
            Thread.sleep(1);
        }
        Thread.sleep(random.nextInt(LONGEST));
        long killed = System.currentTimeMillis();
        painter.destroyForcibly();
        painter.waitFor(20, TimeUnit.SECONDS);
        return finished(Files.readString(said), killed - GRACE);
    }

    /** The last line may be cut off. */
    private int finished(String said, long until) {
        int next = known;
        for (String line : said.substring(0, said.lastIndexOf('\n') + 1).lines().toList()) {
            if (!line.matches("\\d+ \\d+")) {
                fault("a painter said " + line);
            } else if (Long.parseLong(line.split(" ")[1]) < until) {
                next = 1 + Integer.parseInt(line.split(" ")[0]);
            }
        }
        return next;
    }

    /** Opens the work as the next workbench would; the script goes on from the step that was found. */
    private void look(int wanted) throws IOException {
        Sessions sessions = KilledPainter.workbench(journals());
        try {
            Labelling found = sessions.open(Address.of(work.resolve("skull.nrrd")), Progress.NONE).labelling();
            counts.steps += wanted - known;
            int at = known;
            while (!same(found) || at < wanted) {
                if (at > wanted + 1000) {
                    counts.lost++;
                    throw new IOException(found.history().size() + " steps, " + found.position()
                            + " of them not taken back, are none of the states from step " + known + " on; " + wanted
                            + " were finished");
                }
                KilledPainter.step(model, at++);
            }
            known = at;
        } finally {
            sessions.dispose();
        }
        try (Stream<Path> files = Files.list(journals())) {
            files.filter(file -> !file.toString().matches(".*\\.journal(\\.from)?")).forEach(file -> fault("left " + file));
        }
    }

    /** A file holds colours with fewer digits than memory does, so only segments and voxels are compared. */
    private boolean same(Labelling found) {
        return model.position() == found.position() && model.history().size() == found.history().size()
                && SegmentationDiff.between(model.current(), found.current()).stream()
                        .allMatch(d -> d.changed() == 0 && d.before().isPresent() == d.after().isPresent());
    }

    private Path journals() {
        return work.resolve("journals");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(KillRounds::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
