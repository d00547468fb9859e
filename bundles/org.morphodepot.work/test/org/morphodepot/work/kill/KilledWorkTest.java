package org.morphodepot.work.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.git.CommitId;
import org.morphodepot.git.GitProgress;
import org.morphodepot.git.Secret;
import org.morphodepot.git.SignIn;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.work.Painter;
import org.morphodepot.work.School;
import org.morphodepot.work.conflict.Conflict;
import org.morphodepot.work.submit.Submit;

/**
 * A worker is killed (kill -9) at random moments of painting, saving, committing, sending and merging. {@code -Dkills=1000}
 * kills as often; a second computer sends to the same branch between the kills, so that there is something to merge.
 */
class KilledWorkTest {

    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final long SEED = Long.getLong("seed", 5);

    @TempDir
    Path folder;

    private School school;
    private Path place;

    @Test
    void killedWorker_losesNothingItTold() throws Exception {
        try (School opened = new School(folder)) {
            school = opened;
            place = Files.createDirectories(folder.resolve("killed"));
            Random random = new Random(SEED);
            long begun = System.nanoTime();
            Painter other = null;
            int sent = 0;
            for (int round = 0; round < KILLS; round++) {
                List<String> told = run(round, 1 + random.nextInt(9), random.nextInt(200));
                check(told, round);
                if (round % 50 == 49) {
                    System.out.println(round + 1 + " kills, " + (System.nanoTime() - begun) / 1_000_000_000 + " s");
                }
                sent += told.stream().anyMatch(line -> line.startsWith("sent ")) ? 1 : 0;
                if (round % 2 == 0 && sent > 0) {
                    other = other == null ? new Painter(school.desk("sam", "office"), school.task(1)) : other;
                    sendFrom(other, round);
                }
            }
            System.out.println(KILLS + " kills, " + sent + " of them after something was sent");
            assertEquals("", git("fsck", "--full").replaceAll("(?m)^(dangling|Checking|notice).*\\R?", ""));
        }
    }

    /** What the worker told before it was killed, some milliseconds after a number of lines: the same moments on any computer. */
    private List<String> run(int round, int lines, int milliseconds) throws Exception {
        Path told = folder.resolve("told.txt");
        Files.deleteIfExists(told);
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                KilledWorker.class.getName(), place.toString(), school.forge.address().toString(), school.depot().toString(), "1",
                String.valueOf(SEED + round));
        builder.environment().put("MORPHODEPOT_TOKEN", school.token("sam").reveal());
        Process process = builder.redirectOutput(told.toFile()).redirectError(folder.resolve("errors.txt").toFile()).start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (process.isAlive() && System.nanoTime() < end && Files.readString(told).lines().count() < lines) {
            Thread.sleep(5);
        }
        assertTrue(Files.readString(told).contains("started"), () -> "round " + round + " did not open by itself: " + errors());
        process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        assertTrue(process.isAlive(), () -> "round " + round + " ended by itself: " + errors());
        process.destroyForcibly().waitFor();
        return Files.readAllLines(told);
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("errors.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Path workFolder() throws IOException {
        try (Stream<Path> all = Files.walk(place.resolve("depots"), 2)) {
            return all.filter(path -> path.getFileName().toString().endsWith("-issue-1")).findFirst().orElseThrow();
        }
    }

    private void check(List<String> told, int round) throws Exception {
        try (WorkFolder work = WorkFolder.open(workFolder())) {
            last(told, "committed ").ifPresent(commit -> holds(work, "HEAD", commit, round));
            last(told, "sent ").ifPresent(commit -> {
                fetch(work);
                holds(work, "origin/issue-1", commit, round);
            });
        }
        try (Stream<Path> files = Files.walk(workFolder().resolve(".git"))) {
            assertEquals(List.of(), files.filter(f -> f.toString().endsWith(".lock")).toList(), "round " + round);
        }
    }

    private void fetch(WorkFolder work) {
        try {
            work.fetch("origin", "issue-1", SignIn.with(
                    Secret.of(school.token("sam").reveal())), GitProgress.NONE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void holds(WorkFolder work, String branch, String commit, int round) {
        try {
            assertTrue(work.contains(work.commit(branch).orElseThrow(), new CommitId(commit)),
                    "round " + round + ": " + branch + " lost " + commit);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<String> last(List<String> told, String word) {
        return told.stream().filter(line -> line.startsWith(word) && line.length() == word.length() + 40)
                .map(line -> line.substring(word.length())).reduce((a, b) -> b);
    }

    /** The second computer paints where the worker never does. */
    private void sendFrom(Painter other, int round) throws Exception {
        other.session = other.onDisk();
        int x = 60 + round % 30;
        other.paint("from the office", new VoxelBox(x, 10, 10, x + 2, 14, 14)).checkpoint();
        Submit.at(other.desk).submit(other.assignment);
        assertTrue(other.desk.queue().settle(Duration.ofMinutes(5)),
                () -> "round " + round + " not settled: " + other.desk.queue().entries());
        assertTrue(Conflict.of(other.desk, other.assignment, Progress.NONE).isEmpty());
    }

    private String git(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", workFolder().toString()));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            return process.waitFor() == 0 ? said : "failed: " + said;
        } catch (IOException e) {
            return ""; // no command-line git here
        }
    }
}
