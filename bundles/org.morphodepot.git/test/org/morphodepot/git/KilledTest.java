package org.morphodepot.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that commits, or packs, without pause is killed again and again. */
class KilledTest {

    private static final int TIMES = 8;

    @TempDir
    Path folder;

    /** Commits for ever; prints each commit once it is made. */
    static final class Committer {

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            Random random = new Random();
            try (WorkFolder work = WorkFolder.open(folder)) {
                while (true) {
                    byte[] labels = new byte[200_000];
                    random.nextBytes(labels);
                    Files.write(folder.resolve("issue-1.seg.nrrd"), labels);
                    System.out.println(work.commitFile("issue-1.seg.nrrd", "Edited issue-1", LocalClone.ANNA).orElseThrow());
                    System.out.flush();
                }
            }
        }
    }

    /** Packs what was committed, for ever; prints the commit that was there before. */
    static final class Packer {

        public static void main(String[] arguments) throws Exception {
            try (WorkFolder work = WorkFolder.open(Path.of(arguments[0]))) {
                while (true) {
                    System.out.println(work.head());
                    System.out.flush();
                    Files.deleteIfExists(work.folder().resolve(".git/gc.pid")); // else the next hours have no packing
                    work.pack(GitProgress.NONE);
                }
            }
        }
    }

    @Test
    void killedPacker_losesNothing() throws Exception {
        LocalClone.with(folder, Map.of("README.md", "a depot\n"));
        Random random = new Random(5);
        for (int i = 0; i < TIMES / 2; i++) {
            CommitId last = commitTwentyTimes(i);
            assertEquals(last.hex(), killedAfter(Packer.class, random.nextInt(60)));
            try (WorkFolder work = WorkFolder.open(folder)) {
                assertEquals(1 + 20 * (i + 1), work.log(last, 1000).size());
            }
            assertFalse(leftOver());
        }
        fsck();
    }

    private CommitId commitTwentyTimes(int round) throws Exception {
        try (WorkFolder work = WorkFolder.open(folder)) {
            for (int i = 0; i < 20; i++) {
                Files.writeString(folder.resolve("issue-1.seg.nrrd"), "round " + round + " save " + i);
                work.commitFile("issue-1.seg.nrrd", "goes on", LocalClone.ANNA);
            }
            return work.head();
        }
    }

    @Test
    void killedCommitter_losesNothingItTold() throws Exception {
        LocalClone.with(folder, Map.of("README.md", "a depot\n"));
        Random random = new Random(4);
        for (int i = 0; i < TIMES; i++) {
            String last = killedAfter(Committer.class, 5 + random.nextInt(60));
            try (WorkFolder work = WorkFolder.open(folder)) {
                assertTrue(work.contains(work.head(), new CommitId(last)), "commit " + last + " is lost");
                Files.writeString(folder.resolve("issue-1.seg.nrrd"), "round " + i);
                assertTrue(work.commitFile("issue-1.seg.nrrd", "goes on", LocalClone.ANNA).isPresent());
            }
            assertFalse(leftOver());
        }
        fsck();
    }

    private void fsck() throws Exception {
        assumeTrue(CommandLineGit.isHere(), "command-line git is not installed");
        String checked = CommandLineGit.run(folder, "fsck", "--full");
        assertEquals("", checked.replaceAll("(?m)^(dangling|Checking).*\\R?", ""));
    }

    /** Runs a program and kills it some milliseconds after the first commit it told; gives the last one. */
    private String killedAfter(Class<?> program, int milliseconds) throws Exception {
        Path told = Files.createTempFile(folder.getParent(), "told", ".txt");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), program.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).redirectOutput(told.toFile()).start();
        while (Files.size(told) < 41 && process.isAlive()) {
            Thread.sleep(1);
        }
        Thread.sleep(milliseconds);
        process.destroyForcibly().waitFor();
        List<String> lines = Files.readAllLines(told).stream().filter(line -> line.length() == 40).toList();
        Files.delete(told);
        return lines.getLast();
    }

    private boolean leftOver() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve(".git"))) {
            return files.map(file -> file.getFileName().toString())
                    .anyMatch(name -> name.matches(".*\\.lock|noz.*\\.tmp|gc_.*_tmp"));
        }
    }
}
