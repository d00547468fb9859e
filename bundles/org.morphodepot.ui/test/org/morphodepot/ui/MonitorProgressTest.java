package org.morphodepot.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;

class MonitorProgressTest {

    private final Bar bar = new Bar();
    private final MonitorProgress progress = new MonitorProgress("Reading", bar);

    @Test
    void halfDone_fillsHalfOfTheBar() {
        progress.report(5, 10, "slices");
        assertEquals(0.5, bar.filled(), 0.01);
        assertEquals("slices (50 %)", bar.said);
    }

    @Test
    void nextPhase_sharesWhatIsLeft() {
        progress.report(5, 10, "slices");
        progress.report(0, 10, "levels");
        progress.report(5, 10, "levels");
        assertEquals(0.75, bar.filled(), 0.01);
    }

    @Test
    void unknownTotal_creepsAndNeverEnds() {
        for (int i = 0; i < 500; i++) {
            progress.report(i, -1, "listing");
        }
        assertTrue(bar.filled() > 0.5 && bar.filled() <= 1, () -> "" + bar.filled());
        assertEquals("listing", bar.said);
    }

    @Test
    void cancel_isPassedOn() {
        bar.setCanceled(true);
        assertTrue(progress.cancelled());
    }

    private static final class Bar extends NullProgressMonitor {
        private int all;
        private double worked;
        private String said = "";

        @Override
        public void beginTask(String name, int totalWork) {
            all = totalWork;
        }

        @Override
        public void subTask(String name) {
            said = name;
        }

        @Override
        public void worked(int work) {
            worked += work;
        }

        @Override
        public void internalWorked(double work) {
            worked += work;
        }

        double filled() {
            return worked / all;
        }
    }
}
