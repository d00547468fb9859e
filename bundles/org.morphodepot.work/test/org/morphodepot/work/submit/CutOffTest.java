package org.morphodepot.work.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.git.Change;
import org.morphodepot.git.GitProgress;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Mark;
import org.morphodepot.github.NewIssue;
import org.morphodepot.github.PullQuery;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.work.CuttingWire;
import org.morphodepot.work.CuttingWire.Way;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Painter;
import org.morphodepot.work.School;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.queue.Entry.State;

/**
 * The connection breaks at many byte offsets of a submission, both ways: whatever arrived, there is one commit, one branch, one
 * pull request and one comment in the end. {@code -Dcuts=200} tries as many in each direction.
 */
class CutOffTest {

    private static final int CUTS = Integer.getInteger("cuts", 5);
    private static final int FIRST = Integer.getInteger("firstCut", 0);
    /** Cuts each way at one school: what is new in an hour is limited at every forge, and our client keeps to it. */
    private static final int EACH_SCHOOL = 20;
    private static final VoxelBox EYE = new VoxelBox(10, 20, 30, 14, 25, 33);

    @TempDir
    Path folder;

    private School school;
    private CuttingWire wire;
    private Desk desk;
    private GitHub web;

    @Test
    void submissionCutAnywhere_isDoneOnce() throws Exception {
        int done = 0;
        for (int from = FIRST; from < CUTS; from += EACH_SCHOOL) {
            done += cuts(from, Math.min(CUTS, from + EACH_SCHOOL));
        }
        int wanted = 2 * (CUTS - FIRST);
        assertTrue(done > wanted * 9 / 10, done + " of " + wanted + " times cut");
    }

    /** A number of cuts each way, at a fresh school; tells how many connections broke. */
    private int cuts(int from, int to) throws Exception {
        try (School opened = new School(Files.createDirectories(folder.resolve("school-" + from)));
                CuttingWire between = new CuttingWire(opened.forge.address().getPort())) {
            school = opened;
            wire = between;
            desk = school.desk("sam", "laptop", ForgeAddress.of("http://127.0.0.1:" + wire.port()));
            web = school.web("director");
            long[] passed = submitCutAfter(Way.UP, Long.MAX_VALUE);
            long up = passed[0];
            long down = passed[1];
            assertTrue(up > 1000 && down > 1000, up + " bytes up, " + down + " down");
            int before = wire.cuts();
            for (int i = from; i < to; i++) {
                submitCutAfter(Way.UP, up * i / CUTS);
                submitCutAfter(Way.DOWN, down * i / CUTS);
            }
            int broken = wire.cuts() - before;
            System.out.println("cuts " + from + " to " + to + ": broken " + broken + " times in " + up + " bytes up and "
                    + down + " down");
            return broken;
        }
    }

    /** Tells how many bytes went up and down until all was done. */
    private long[] submitCutAfter(Way way, long bytes) throws Exception {
        int number = web.issues(school.depot()).open(NewIssue.of("One more", ""), Mark.random()).number();
        TaskRef task = new TaskRef(desk.accounts().active().orElseThrow().forge(), school.depot(), number);
        Painter sam = new Painter(desk, task);
        sam.paint("left eye", EYE).checkpoint();
        desk.queue().pause(true);
        Submit.at(desk).askForReview(sam.assignment, "Please look.");
        wire.cutAfter(way, bytes);
        desk.queue().pause(false);
        String where = way + " after " + bytes;
        for (int tries = 0; tries < 10 && !isDone(); tries++) {
            desk.queue().retry(task);
            assertTrue(desk.queue().settle(Duration.ofSeconds(120)), where);
        }
        assertTrue(isDone(), where + ": " + desk.queue().entries());
        long[] passed = {wire.passed(Way.UP), wire.passed(Way.DOWN)};
        wire.cutAfter(way, Long.MAX_VALUE); // a submission with some bytes less than the measured one is not cut
        checkEverythingOnce(sam, where);
        return passed;
    }

    private boolean isDone() {
        return desk.queue().entries().stream().allMatch(entry -> entry.state() == State.DONE);
    }

    private void checkEverythingOnce(Painter sam, String where) throws Exception {
        String branch = sam.assignment.task().branch();
        var pulls = web.pulls(school.depot()).list(PullQuery.all().from("sam", branch)).stream()
                .filter(pull -> pull.head().branch().equals(branch)).toList();
        assertEquals(1, pulls.size(), where);
        assertEquals(false, pulls.getFirst().draft(), where);
        assertEquals(1, web.issues(school.depot()).comments(pulls.getFirst().number()).size(), where);
        assertEquals(0, web.issues(school.depot()).comments(sam.assignment.task().number()).size(), where);
        try (WorkFolder work = WorkFolder.open(sam.assignment.folder())) {
            var sent = work.fetch("origin", branch, desk.signIn(sam.assignment.account()), GitProgress.NONE);
            assertEquals(work.head(), sent, where);
            assertEquals(List.of(work.commit("upstream/main").orElseThrow()), work.log(sent, 1).getFirst().parents(), where);
            assertEquals(List.of(new Change(branch + ".seg.nrrd", Change.How.ADDED)),
                    work.changes(work.commit("upstream/main").orElseThrow(), sent), where);
        }
    }
}
