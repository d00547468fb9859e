package org.morphodepot.viewer.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.morphodepot.label.Edit;
import org.morphodepot.viewer.FakeVolume;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.spi.VolumeFormat;

class SessionsTest {

    private final FakeVolume volume = new FakeVolume(new VoxelSize(30, 20, 10), 16, 2, Geometry.of(1, 1, 1, "mm"),
            (l, x, y, z) -> 10 * x);
    private final Volumes volumes = new Volumes();
    private final Sessions sessions = new Sessions(volumes, new ToolPalette(), 1 << 20);
    private final List<String> heard = new ArrayList<>();

    SessionsTest() {
        volumes.addFormat(new FakeFormat());
        sessions.addListener(new SessionsListener() {
            @Override
            public void activated(Optional<Session> session) {
                heard.add("activated " + session.map(Session::name).orElse("nothing"));
            }

            @Override
            public void closed(Session session) {
                heard.add("closed " + session.name());
            }
        });
    }

    @AfterEach
    void dispose() {
        sessions.dispose();
    }

    @Test
    void open_startsInTheMiddleWithAWindowThatSuits() throws Exception {
        Session session = sessions.open(Address.of("/data/a.fake"), Progress.NONE);
        assertEquals(new VoxelPoint(15, 10, 5), session.view().crosshair());
        assertEquals(0, session.view().range().low());
        assertEquals(140, session.view().range().high());
        assertEquals(List.of(session), sessions.all());
        assertTrue(sessions.active().isEmpty(), "not in front yet");
        assertFalse(session.labelling().isDirty());
    }

    @Test
    void close_bringsTheOtherToTheFront() throws Exception {
        Session one = sessions.open(Address.of("/data/one.fake"), Progress.NONE);
        Session two = sessions.open(Address.of("/data/two.fake"), Progress.NONE);
        sessions.activate(one);
        sessions.activate(two);
        sessions.close(two);
        sessions.close(two);
        sessions.close(one);
        assertEquals(List.of("activated one.fake", "activated two.fake", "activated one.fake", "closed two.fake",
                "activated nothing", "closed one.fake"), heard);
        sessions.awaitClosed();
        assertTrue(volume.isClosed());
    }

    @Test
    void close_doesNotWaitForTheDisk() throws Exception {
        Session session = sessions.open(Address.of("/data/slow.fake"), Progress.NONE);
        CountDownLatch disk = new CountDownLatch(1);
        volume.closeWaitsFor(disk);
        sessions.close(session);
        assertFalse(volume.isClosed());
        disk.countDown();
        sessions.open(Address.of("/data/next.fake"), Progress.NONE);
        assertTrue(volume.isClosed(), "the next opening waits");
    }

    @Test
    void edits_areByWhoeverSigned() throws Exception {
        Session session = sessions.open(Address.of("/data/a.fake"), Progress.NONE);
        session.addSegment().join();
        sessions.signAs("mmaga");
        session.addSegment().join();
        assertEquals(List.of(Optional.of(System.getProperty("user.name")), Optional.of("mmaga")),
                session.labelling().history().stream().map(Edit::who).toList());
    }

    @Test
    void open_unknownFormat_failsAndNothingStaysOpen() {
        assertThrows(VolumeException.class, () -> sessions.open(Address.of("/data/a.other"), Progress.NONE));
        assertEquals(List.of(), sessions.all());
    }

    @Test
    void open_cancelled_closesTheScan() {
        Progress impatient = new Progress() {
            @Override
            public void report(long done, long total, String what) {
                // nobody is watching
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> sessions.open(Address.of("/data/a.fake"), impatient));
        assertTrue(volume.isClosed());
        assertEquals(List.of(), sessions.all());
    }

    @Test
    void labelFiles_areNamedAfterTheScan() {
        assertEquals("skull.seg.nrrd", LabelFiles.nameFor(Address.of("/data/skull.nrrd")));
        assertEquals("skull.seg.nrrd", LabelFiles.nameFor(Address.of("https://host/x/skull.ome.zarr")));
        assertEquals("skull.seg.nrrd", LabelFiles.nameFor(Address.of("/data/skull.seg.nrrd")));
        assertEquals("skull.v1.seg.nrrd", LabelFiles.nameFor(Address.of("/data/skull.v1")));
        assertTrue(LabelFiles.isLabels(Address.of("/data/A.SEG.NRRD")));
    }

    private final class FakeFormat implements VolumeFormat {

        @Override
        public String id() {
            return "fake";
        }

        @Override
        public List<String> filePatterns() {
            return List.of("*.fake");
        }

        @Override
        public Optional<Dataset> open(Address address, Volumes all) throws IOException {
            return address.name().endsWith(".fake") ? Optional.of(new FakeDataset()) : Optional.empty();
        }
    }

    private final class FakeDataset implements Dataset {

        @Override
        public DatasetInfo info() {
            return new DatasetInfo("fake", "int16", List.of(30L, 20L, 10L), Optional.of(volume.geometry()), "",
                    List.of(),
                    List.of(), List.of());
        }

        @Override
        public Volume volume() {
            return volume;
        }

        @Override
        public void values(ValueSink sink, Progress progress) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            volume.close();
        }
    }
}
