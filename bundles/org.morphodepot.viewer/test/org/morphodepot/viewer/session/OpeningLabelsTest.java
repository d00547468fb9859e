package org.morphodepot.viewer.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.label.Segment;
import org.morphodepot.label.segnrrd.GridMismatch;
import org.morphodepot.label.segnrrd.Placement;
import org.morphodepot.viewer.FakeVolume;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.spi.VolumeFormat;

/** Scans with labels beside them, from a format that keeps everything in memory. */
class OpeningLabelsTest {

    private static final VoxelSize SIZE = new VoxelSize(4, 3, 2);

    @TempDir
    private Path folder;
    private Geometry labelGeometry = Geometry.of(1, 1, 1, "mm");
    private final Sessions sessions = new Sessions(new Volumes(), new ToolPalette(), 1 << 20);

    @BeforeEach
    void format() {
        sessions.volumes().addFormat(new VolumeFormat() {
            @Override
            public String id() {
                return "memory";
            }

            @Override
            public List<String> filePatterns() {
                return List.of();
            }

            @Override
            public Optional<Dataset> open(Address address, Volumes all) {
                return Optional.of(address.name().endsWith(".seg.nrrd") ? new Labels() : new Grey());
            }
        });
    }

    @AfterEach
    void dispose() {
        sessions.dispose();
    }

    private Path file(String name) throws IOException {
        return Files.createFile(folder.resolve(name));
    }

    @Test
    void scan_comesWithTheLabelsBesideIt() throws Exception {
        Path labels = file("skull.seg.nrrd");
        Session session = sessions.open(Address.of(file("skull.nrrd")), Progress.NONE);
        assertEquals(Optional.of(labels), session.file());
        assertEquals(List.of("bone"), names(session));
        assertEquals(1, session.labelling().current().layers().getFirst().label(3, 0, 0));
        assertEquals(Optional.of("Segment_1"), session.labelling().active());
        assertFalse(session.labelling().isDirty());
    }

    @Test
    void scanWithoutLabels_hasNoFileYet() throws Exception {
        Session session = sessions.open(Address.of(file("skull.nrrd")), Progress.NONE);
        assertEquals(Optional.empty(), session.file());
        assertEquals(List.of(), names(session));
    }

    @Test
    void labels_comeWithTheScanBesideThem() throws Exception {
        Path scan = file("skull.nrrd");
        Session session = sessions.open(Address.of(file("skull.seg.nrrd")), Progress.NONE);
        assertEquals(Address.of(scan), session.scan().address());
        assertFalse(session.scan().blank());
        assertEquals(List.of("bone"), names(session));
    }

    @Test
    void labelsAlone_areShownOnAnEmptyVolume() throws Exception {
        Path labels = file("skull.seg.nrrd");
        Session session = sessions.open(Address.of(labels), Progress.NONE);
        assertTrue(session.scan().blank());
        assertEquals(SIZE, session.scan().size());
        assertEquals(Optional.of(labels), session.file());
        float[] values = new float[24];
        session.intensities().read(SIZE.box(), values);
        assertEquals(0, values[5]);
    }

    @Test
    void labelsOfAnotherGrid_areLeftToTheUser() throws Exception {
        labelGeometry = Geometry.of(2, 1, 1, "mm");
        file("skull.seg.nrrd");
        Address scan = Address.of(file("skull.nrrd"));
        assertThrows(GridMismatch.class, () -> sessions.open(scan, Progress.NONE));
        assertEquals(List.of(), sessions.all());
        OpenRequest request = OpenRequest.of(scan);
        Session byIndex = sessions.open(request.withPlacement(Placement.BY_INDEX), Progress.NONE);
        assertEquals(List.of("bone"), names(byIndex));
        assertEquals(Optional.empty(), byIndex.file(), "saving must not replace the file that did not fit");
        assertEquals(List.of(), names(sessions.open(request.withoutLabels(), Progress.NONE)));
    }

    @Test
    void save_writesTheFileAndIsCleanAgain() throws Exception {
        Session session = sessions.open(Address.of(file("skull.nrrd")), Progress.NONE);
        session.addSegment().join();
        assertTrue(session.labelling().isDirty());
        Path target = folder.resolve("mine.seg.nrrd");
        sessions.save(session, target, Progress.NONE);
        assertTrue(Files.size(target) > 100);
        assertFalse(session.labelling().isDirty());
        assertEquals(Optional.of(target), session.file());
    }

    @Test
    void save_thatFails_staysDirty() throws Exception {
        Session session = sessions.open(Address.of(file("skull.nrrd")), Progress.NONE);
        session.addSegment().join();
        Path target = folder.resolve("missing").resolve("mine.seg.nrrd");
        assertThrows(IOException.class, () -> sessions.save(session, target, Progress.NONE));
        assertTrue(session.labelling().isDirty());
        assertEquals(Optional.empty(), session.file());
    }

    private static List<String> names(Session session) {
        return session.labelling().current().segments().stream().map(Segment::name).toList();
    }

    private static final class Grey implements Dataset {

        private final FakeVolume volume = new FakeVolume(SIZE, 4, 1, Geometry.of(1, 1, 1, "mm"), (l, x, y, z) -> x);

        @Override
        public DatasetInfo info() {
            return new DatasetInfo("nrrd", "int16", List.of(4L, 3L, 2L), Optional.of(volume.geometry()), "", List.of(),
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

    /** One segment, bone, in the voxels with the largest x. */
    private final class Labels implements Dataset {

        @Override
        public DatasetInfo info() {
            List<HeaderField> fields = List.of(new HeaderField("Segment0_ID", "Segment_1", true),
                    new HeaderField("Segment0_Name", "bone", true), new HeaderField("Segment0_LabelValue", "1", true),
                    new HeaderField("Segment0_Layer", "0", true));
            return new DatasetInfo("nrrd", "uint8", List.of(4L, 3L, 2L), Optional.of(labelGeometry),
                    "left-posterior-superior", List.of(), List.of(), fields);
        }

        @Override
        public Volume volume() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void values(ValueSink sink, Progress progress) throws IOException {
            byte[] bytes = new byte[24];
            for (int i = 3; i < bytes.length; i += 4) {
                bytes[i] = 1;
            }
            sink.accept(bytes, 0, bytes.length);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
