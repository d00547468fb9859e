package org.morphodepot.label.statistics;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.morphodepot.label.DenseModel;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.SegmentEdits;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.tool.Intensities;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LiveStatisticsTest {

    private static final VoxelSize SIZE = new VoxelSize(80, 70, 60);

    private final Labelling labelling = new Labelling(Segmentation.empty(SIZE, Geometry.of(1, 1, 1, "mm")));
    private final LiveStatistics live = new LiveStatistics();
    private long read;
    private final Intensities scan = new Intensities() {
        @Override
        public void read(VoxelBox box, float[] out) {
            read += box.voxels();
        }

        @Override
        public DisplayRange range() {
            return new DisplayRange(0, 1);
        }
    };

    LiveStatisticsTest() {
        labelling.apply(SegmentEdits.add(labelling.current(), "femur", new SegmentColor(1, 0, 0), ""));
        labelling.apply(SegmentEdits.add(labelling.current(), "tibia", new SegmentColor(0, 1, 0), ""));
        fill(1, 0, 10);
        fill(2, 40, 50);
    }

    private void fill(int label, int from, int to) {
        labelling.apply(DenseModel.edit(labelling.current(), 0, new VoxelBox(from, 0, 0, to, 9, 9), (char) label));
    }

    private List<SegmentStatistics> update() throws IOException {
        return live.update(labelling.current(), Optional.of(scan), Progress.NONE);
    }

    private static List<Long> voxels(List<SegmentStatistics> all) {
        return all.stream().map(s -> s.shape().map(ShapeStatistics::voxels).orElse(0L)).toList();
    }

    @Test
    void edit_measuresOnlyWhatItTouched() throws IOException {
        assertEquals(2, live.outdated(labelling.current()));
        assertEquals(List.of(810L, 810L), voxels(update()));
        read = 0;
        assertEquals(0, live.outdated(labelling.current()));
        fill(2, 64, 66);
        assertEquals(1, live.outdated(labelling.current()));
        assertEquals(List.of(810L, 972L), voxels(update()));
        assertEquals(2 * 32 * 32 * 32 - 16 * 32 * 32, read, "only the blocks of the second segment");
        labelling.undo();
        assertEquals(List.of(810L, 810L), voxels(update()));
    }

    @Test
    void namesAndOrder_areThoseOfNow_withoutMeasuring() throws IOException {
        update();
        read = 0;
        String tibia = labelling.current().segments().getLast().id();
        labelling.apply(SegmentEdits.rename(labelling.current(), tibia, "shin"));
        labelling.apply(SegmentEdits.reorder(labelling.current(), tibia, 0));
        assertEquals(List.of("shin", "femur"), update().stream().map(s -> s.segment().name()).toList());
        assertEquals(0, read);
    }

    @Test
    void removedAndAddedSegments_comeAndGo() throws IOException {
        update();
        labelling.apply(SegmentEdits.remove(labelling.current(), List.of(labelling.current().segments().getFirst().id())));
        labelling.apply(SegmentEdits.add(labelling.current(), "fibula", new SegmentColor(0, 0, 1), ""));
        assertEquals(List.of(810L, 0L), voxels(update()));
    }

    @Test
    void values_areReadOnceTheyAreWanted() throws IOException {
        assertTrue(live.update(labelling.current(), Optional.empty(), Progress.NONE).getFirst().intensities().isEmpty());
        assertEquals(0, read);
        assertTrue(update().getFirst().intensities().isPresent());
    }

    @Test
    void cancelled_keepsWhatWasKnown() throws IOException {
        update();
        fill(1, 0, 12);
        Progress cancelled = new Progress() {
            @Override
            public void report(long done, long total, String what) {
                // nobody is watching
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> live.update(labelling.current(), Optional.of(scan), cancelled));
        assertEquals(1, live.outdated(labelling.current()));
        assertEquals(List.of(972L, 810L), voxels(update()));
    }
}
