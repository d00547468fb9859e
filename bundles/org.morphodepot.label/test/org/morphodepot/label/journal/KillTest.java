package org.morphodepot.label.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelSize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A workbench that is killed in the middle of painting loses nothing that was on the disk, and its journal opens again.
 */
class KillTest {

    private static final Segmentation EMPTY = Segmentation.empty(new VoxelSize(70, 40, 66), Geometry.of(1, 1, 1, "mm"));
    private static final int KILLS = 5;

    @TempDir
    private Path folder;

    /** The process that is killed: goes on with the script and says which step is on the disk. */
    public static final class Painter {

        private Painter() {
        }

        public static void main(String[] args) throws Exception {
            Labelling labelling = new Labelling(EMPTY);
            try (LabelJournal journal = LabelJournal.open(Path.of(args[0]), "base")) {
                int n = journal.attach(labelling);
                say("ready " + n);
                while (true) {
                    LabelJournalTest.step(labelling, n);
                    n++;
                    int done = n;
                    journal.synced().thenRun(() -> say("synced " + done));
                    Thread.sleep(3);
                }
            }
        }

        private static void say(String line) {
            System.out.println(line);
        }
    }

    @Test
    void killedPainters_loseNothingThatWasSynced() throws Exception {
        Path file = folder.resolve("work.journal");
        Random random = new Random(11);
        for (int kill = 0; kill < KILLS; kill++) {
            int synced = paintAndKill(file, random.nextInt(250));
            Labelling found = new Labelling(EMPTY);
            int steps;
            try (LabelJournal journal = LabelJournal.open(file, "base")) {
                steps = journal.attach(found);
                assertTrue(journal.setAside().isEmpty());
            }
            assertTrue(steps >= synced, steps + " steps found, " + synced + " were on the disk");
            Labelling expected = new Labelling(EMPTY);
            for (int n = 0; n < steps; n++) {
                LabelJournalTest.step(expected, n);
            }
            assertTrue(expected.current().sameContent(found.current()));
            assertEquals(expected.position(), found.position());
        }
    }

    /** Returns the number of steps the painter knew to be on the disk. */
    private static int paintAndKill(Path file, int millis) throws IOException, InterruptedException {
        Process painter = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Painter.class.getName(),
                file.toString()).redirectErrorStream(true).start();
        AtomicInteger synced = new AtomicInteger(-1);
        try (BufferedReader lines = painter.inputReader()) {
            String ready = lines.readLine();
            assertTrue(ready != null && ready.startsWith("ready"), "painter said " + ready);
            synced.set(Integer.parseInt(ready.substring(6)));
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> lines.lines().forEach(line -> {
                if (line.startsWith("synced ")) {
                    synced.set(Integer.parseInt(line.substring(7)));
                }
            })).exceptionally(e -> null);
            Thread.sleep(millis);
            painter.destroyForcibly();
            painter.waitFor(20, TimeUnit.SECONDS);
            reading.join();
        }
        return synced.get();
    }
}
