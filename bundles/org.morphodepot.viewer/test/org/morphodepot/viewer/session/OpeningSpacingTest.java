package org.morphodepot.viewer.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.morphodepot.viewer.FakeVolume;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.spi.VolumeFormat;

/** A stack of slices that does not say how far its voxels are apart, as TIFF files are. */
class OpeningSpacingTest {

    private static final Address ADDRESS = Address.of("/data/slices");
    private static final Spacing SIDES = new Spacing.Sides(17.4, 17.4, 20, "um");

    private final FakeVolume volume = new FakeVolume(new VoxelSize(4, 3, 2), 4, 1, Geometry.of(1, 1, 1, ""),
            (l, x, y, z) -> x);
    private final Volumes volumes = new Volumes();
    private final Sessions sessions = new Sessions(volumes, new ToolPalette(), 1 << 20);
    private Optional<Geometry> said = Optional.empty();

    @AfterEach
    void dispose() {
        sessions.dispose();
    }

    private Session open(Spacing spacing) throws IOException {
        volumes.addFormat(new Stack());
        return sessions.open(OpenRequest.of(ADDRESS).spaced(spacing), Progress.NONE);
    }

    @Test
    void unknownSpacing_isAskedFor() {
        SpacingUnknown question = assertThrows(SpacingUnknown.class, () -> open(new Spacing.Ask()));
        assertEquals("slices does not say how far its voxels are apart", question.getMessage());
        assertTrue(question.labels().isEmpty());
        assertEquals(List.of(), sessions.all());
        assertTrue(volume.isClosed());
    }

    @Test
    void answer_isTheGeometryOfScanAndLabels() throws IOException {
        Session session = open(SIDES);
        assertArrayEquals(new double[] {17.4, 17.4, 20}, session.volume().geometry().spacing());
        assertEquals("um", session.volume().geometry().unit());
        assertEquals(session.volume().geometry(), session.labelling().current().geometry());
        assertEquals(session.volume().geometry(), session.scan().info().geometry().orElseThrow());
    }

    @Test
    void nobodyKnows_countsVoxels() throws IOException {
        assertEquals(Geometry.of(1, 1, 1, ""), open(new Spacing.Voxels()).volume().geometry());
    }

    @Test
    void whatAFileSays_isNeitherAskedNorOverruled() throws IOException {
        said = Optional.of(volume.geometry());
        assertEquals(Geometry.of(1, 1, 1, ""), open(new Spacing.Ask()).volume().geometry());
        assertEquals(Geometry.of(1, 1, 1, ""), sessions.open(OpenRequest.of(ADDRESS).spaced(SIDES), Progress.NONE).volume()
                .geometry());
    }

    @Test
    void sides_areLengths() {
        assertThrows(IllegalArgumentException.class, () -> new Spacing.Sides(0, 1, 1, "um"));
        assertThrows(IllegalArgumentException.class, () -> new Spacing.Sides(1, Double.NaN, 1, "um"));
        assertThrows(IllegalArgumentException.class, () -> new Spacing.Sides(1, 1, 1, "furlong"));
    }

    private final class Stack implements VolumeFormat, Dataset {

        @Override
        public String id() {
            return "stack";
        }

        @Override
        public List<String> filePatterns() {
            return List.of();
        }

        @Override
        public Optional<Dataset> open(Address address, Volumes all) {
            return Optional.of(this);
        }

        @Override
        public DatasetInfo info() {
            return new DatasetInfo("stack", "int16", List.of(4L, 3L, 2L), said, "", List.of("x", "y", "z"), List.of(),
                    List.of());
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
