package org.morphodepot.viewer.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.label.Block;
import org.morphodepot.label.Edit;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.journal.LabelJournal;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelBox;

/** Sessions that end in every way, and what is there when the same scan is opened again. */
@Timeout(60)
class JournalsTest {

    @TempDir
    private Path folder;

    /** A workbench that adds a segment and paints so many strokes, says so, and waits to be killed. */
    public static final class Painter {

        private Painter() {
        }

        public static void main(String[] args) throws Exception {
            Session session = workbench(Path.of(args[0])).open(Address.of(Path.of(args[1])), Progress.NONE);
            session.addSegment().join();
            for (int n = 0; n < Integer.parseInt(args[2]); n++) {
                paint(session, n);
            }
            session.journal().map(LabelJournal::synced).orElseThrow().get(20, TimeUnit.SECONDS);
            System.out.println("painted");
            Thread.sleep(60_000);
        }
    }

    private static Sessions workbench(Path journals) {
        Volumes volumes = new Volumes();
        volumes.addFormat(new FolderOfScans());
        return new Sessions(volumes, new ToolPalette(), 1 << 20, journals);
    }

    private static void paint(Session session, int n) {
        session.change(labelling -> {
            Segmentation now = labelling.current();
            Block before = now.layer(0).block(0, 0, 0);
            char[] labels = new char[Block.VOXELS];
            before.copyTo(labels);
            labels[n] = (char) now.segments().getLast().label();
            labelling.apply(new Edit("Paint", "brush", Instant.now(), Map.of(),
                    List.of(new Edit.BlockEdit(0, 0, 0, 0, before, Block.of(labels))), null, new VoxelBox(0, 0, 0, 32, 1, 1)));
        }).join();
    }

    private static int painted(Session session) {
        int voxels = 0;
        for (int x = 0; x < 32; x++) {
            voxels += session.labelling().current().layer(0).label(x, 0, 0) == 0 ? 0 : 1;
        }
        return voxels;
    }

    private Sessions workbench() {
        return workbench(folder.resolve("journals"));
    }

    private Path scan() throws IOException {
        Path scan = folder.resolve("skull.nrrd");
        return Files.exists(scan) ? scan : Files.createFile(scan);
    }

    private Session open(Sessions sessions) throws IOException {
        Session session = sessions.open(Address.of(scan()), Progress.NONE);
        sessions.activate(session);
        return session;
    }

    private void paintAndBeKilled(int strokes) throws Exception {
        Process painter = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Painter.class.getName(),
                folder.resolve("journals").toString(), scan().toString(), Integer.toString(strokes))
                .redirectErrorStream(true).start();
        try (BufferedReader lines = painter.inputReader()) {
            assertEquals("painted", lines.readLine());
        } finally {
            painter.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void killedWorkbench_losesNothingAndAsksNothing() throws Exception {
        paintAndBeKilled(5);
        Sessions sessions = workbench();
        Session session = open(sessions);
        assertEquals(5, painted(session));
        assertTrue(session.labelling().isDirty());
        assertEquals(6, session.labelling().position(), "everything can be undone");
        Path saved = folder.resolve("skull.seg.nrrd");
        sessions.save(session, saved, Progress.NONE);
        assertFalse(session.labelling().isDirty());
        paint(session, 7);
        sessions.dispose();

        Sessions next = workbench();
        Session again = open(next);
        assertEquals(Optional.of(saved), again.file());
        assertEquals(6, painted(again), "five saved strokes and one after that");
        assertEquals(7, again.labelling().position());
        next.dispose();
    }

    @Test
    void savedWork_comesBackWithItsHistory() throws Exception {
        Sessions sessions = workbench();
        Session session = open(sessions);
        session.addSegment().join();
        paint(session, 0);
        Path saved = folder.resolve("skull.seg.nrrd");
        sessions.save(session, saved, Progress.NONE);
        sessions.close(session);
        String header = Files.readString(saved, StandardCharsets.ISO_8859_1);
        assertTrue(header.contains("space directions: (0.042,0,0) (0,0.042,0) (0,0,0.042)"), "millimetres for 3D Slicer");

        Session again = open(sessions);
        assertFalse(again.labelling().isDirty());
        assertEquals(1, painted(again));
        again.undo().join();
        assertEquals(0, painted(again));
        assertTrue(again.labelling().isDirty());
        sessions.dispose();
    }

    @Test
    void croppedWork_isSmallerOnTheDiskAndComesBackWithItsHistory() throws Exception {
        Sessions sessions = workbench();
        Session session = open(sessions);
        session.addSegment().join();
        paint(session, 0);
        Path saved = folder.resolve("skull.seg.nrrd");
        sessions.save(session, saved, Progress.NONE);
        String whole = sizes(saved);
        session.cropWhenSaved();
        sessions.save(session, saved, Progress.NONE);
        assertNotEquals(whole, sizes(saved));
        sessions.close(session);

        Session again = open(sessions);
        assertFalse(again.labelling().isDirty());
        assertEquals(1, painted(again));
        again.undo().join();
        assertEquals(0, painted(again));
        sessions.dispose();
    }

    private static String sizes(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1).lines().filter(line -> line.startsWith("sizes:")).findFirst()
                .orElseThrow();
    }

    @Test
    void largeEdit_isInTheJournalWhenItEnds() throws Exception {
        Sessions sessions = workbench();
        Session session = open(sessions);
        session.addSegment().join();
        byte[] noise = new byte[8 << 20];
        new Random(1).nextBytes(noise);
        String text = new String(noise, StandardCharsets.ISO_8859_1);
        char[] labels = new char[Block.VOXELS];
        labels[0] = 1;
        session.change(labelling -> labelling.apply(new Edit("Effect", "slow", Instant.now(), Map.of("a", text, "b", text + "b"),
                List.of(new Edit.BlockEdit(0, 0, 0, 0, Block.uniform(0), Block.of(labels))), null, new VoxelBox(0, 0, 0, 1, 1, 1))))
                .join();
        long size = Files.size(session.journal().orElseThrow().path());
        assertTrue(size > noise.length, size + " bytes before the next stroke may begin; " + session.labelling().history().size());
        sessions.dispose();
    }

    @Test
    void leftOfAKilledSave_goesWithTheNextOpening() throws Exception {
        Sessions sessions = workbench();
        Session session = open(sessions);
        session.addSegment().join();
        Path saved = folder.resolve("skull.seg.nrrd");
        sessions.save(session, saved, Progress.NONE);
        sessions.close(session);
        Path left = Files.createFile(folder.resolve(".skull.seg.nrrd.0123abcd.tmp"));
        Path fresh = Files.createFile(folder.resolve(".skull.seg.nrrd.0123abce.tmp"));
        Path other = Files.createFile(folder.resolve(".skull.seg.nrrd.mine.tmp"));
        for (Path old : List.of(left, other)) {
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(3600)));
        }
        open(sessions);
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(fresh), "another window may be writing it");
        assertTrue(Files.exists(other), "not ours");
        sessions.dispose();
    }

    @Test
    void unwantedEdits_areNotThereNextTime() throws Exception {
        Sessions sessions = workbench();
        Session session = open(sessions);
        session.addSegment().join();
        paint(session, 0);
        sessions.close(session);
        Session again = open(sessions);
        assertEquals(0, painted(again));
        assertEquals(List.of(), again.labelling().history());
        sessions.dispose();
        try (Stream<Path> kept = Files.list(folder.resolve("journals"))) {
            assertEquals(1, kept.filter(file -> file.toString().endsWith(".discarded")).count());
        }
    }

    @Test
    void labelsChangedElsewhere_startAnew() throws Exception {
        Sessions sessions = workbench();
        Session session = open(sessions);
        session.addSegment().join();
        paint(session, 0);
        Path saved = folder.resolve("skull.seg.nrrd");
        sessions.save(session, saved, Progress.NONE);
        sessions.close(session);
        SegNrrd.write(Segmentation.empty(FolderOfScans.SIZE, FolderOfScans.PLACE), saved, Progress.NONE);
        Session again = open(sessions);
        assertEquals(0, painted(again));
        assertEquals(List.of(), again.labelling().history());
        sessions.dispose();
    }

    @Test
    void scanOpenTwice_hasTwoJournals() throws Exception {
        Sessions sessions = workbench();
        Session one = open(sessions);
        Session two = open(sessions);
        assertNotEquals(path(one), path(two));
        one.addSegment().join();
        paint(one, 0);
        sessions.dispose();
        Sessions next = workbench();
        assertEquals(1, painted(open(next)));
        next.dispose();
    }

    @Test
    void sessionThatNobodySaw_keepsWhatACrashLeft() throws Exception {
        paintAndBeKilled(2);
        Sessions sessions = workbench();
        sessions.close(sessions.open(Address.of(scan()), Progress.NONE));
        assertEquals(2, painted(open(sessions)));
        sessions.dispose();
    }

    @Test
    void workspaceFolder_mayHaveBlanks() {
        assertEquals(Optional.of(Path.of("/home/some one/100%")), WorkspaceFolder.of("file:/home/some one/100%"));
        assertEquals(Optional.empty(), WorkspaceFolder.of(null));
        assertEquals(Optional.empty(), WorkspaceFolder.of("@none"));
    }

    private static Path path(Session session) {
        return session.journal().orElseThrow().path();
    }
}
