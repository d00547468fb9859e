package org.morphodepot.work.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.CuttingWire;
import org.morphodepot.work.CuttingWire.Way;
import org.morphodepot.work.Desk;
import org.morphodepot.work.School;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.WorkException.Kind;

/** A start that was stopped, by the person or by the network, goes on at the next try. */
class BrokenStartTest {

    private static final int CUTS = Integer.getInteger("cuts", 6);

    @TempDir
    Path folder;

    /** Stops at the first report of a step. */
    private record StopAt(int step, Set<String> seen) implements Progress {

        @Override
        public void report(long done, long total, String what) {
            seen.add(what);
        }

        @Override
        public boolean cancelled() {
            return seen.size() >= step;
        }
    }

    @Test
    void startStoppedAtAnyStep_goesOn() throws Exception {
        try (School school = new School(folder)) {
            Desk desk = school.desk("sam", "laptop");
            List<Set<String>> told = new ArrayList<>();
            boolean done = false;
            for (int step = 1; !done; step++) {
                told.add(new TreeSet<>());
                try {
                    Assignment made = StartWork.on(desk, school.task(1), new StopAt(step, told.getLast()));
                    assertTrue(Assignments.of(desk).at(made.labels()).isPresent());
                    done = true;
                } catch (WorkException e) {
                    assertEquals(Kind.CANCELLED, e.kind(), e.getMessage());
                }
            }
            assertTrue(told.size() > 5, told.toString());
            assertTrue(told.getLast().contains("Getting the scan"), told.toString());
        }
    }

    @Test
    void startCutOffAnywhere_tellsAndGoesOn() throws Exception {
        try (School school = new School(folder); CuttingWire wire = new CuttingWire(school.forge.address().getPort())) {
            ForgeAddress address = ForgeAddress.of("http://127.0.0.1:" + wire.port());
            TaskRef task = new TaskRef(address, school.depot(), 1);
            StartWork.on(school.desk("robin", "first", address), task, Progress.NONE);
            long down = wire.passed(Way.DOWN);
            for (int i = 0; i < CUTS; i++) {
                Desk desk = school.desk("robin", "laptop-" + i, address);
                wire.cutAfter(Way.DOWN, down * i / CUTS);
                Assignment made = insist(desk, task);
                assertEquals("PracticeSpecimen.nrrd", made.scan().name());
            }
            assertTrue(wire.cuts() >= CUTS - 1, wire.cuts() + " cuts");
        }
    }

    private static Assignment insist(Desk desk, TaskRef task) throws Exception {
        for (int tries = 0;; tries++) {
            try {
                return StartWork.on(desk, task, Progress.NONE);
            } catch (WorkException e) {
                assertEquals(Kind.OFFLINE, e.kind(), e.getMessage());
                assertTrue(tries < 3, e.getMessage());
            }
        }
    }
}
