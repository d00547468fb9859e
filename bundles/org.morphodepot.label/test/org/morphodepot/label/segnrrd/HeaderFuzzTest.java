package org.morphodepot.label.segnrrd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.label.Segmentation;
import org.morphodepot.testing.Damage;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelSize;

/** Segmentations whose header lines are damaged: read and written again, or refused with one line. */
class HeaderFuzzTest {

    private static final String[] LINES = """
            type: unsigned char
            dimension: 3
            space: left-posterior-superior
            sizes: 3 4 5
            space directions: (2,0,0) (0,2,0) (0,0,2)
            kinds: domain domain domain
            encoding: gzip
            space origin: (60,10,58)
            Own:=kept
            Segment0_Color:=0.9 0.8 0.1
            Segment0_Extent:=0 2 0 3 0 4
            Segment0_ID:=a
            Segment0_LabelValue:=1
            Segment0_Layer:=0
            Segment0_Name:=femur
            Segment0_Tags:=TerminologyEntry:a~b~c|Segmentation.Status:completed|
            Segment1_ID:=b
            Segment1_LabelValue:=2
            Segment1_Layer:=0
            Segmentation_ConversionParameters:=A|1|b&Reference image geometry|2;0;0;0;0;2;0;0;0;0;2;0;0;0;0;1;0;39;0;35;0;33;|c&
            Segmentation_MasterRepresentation:=Binary labelmap
            Segmentation_ReferenceImageExtentOffset:=30 5 29""".split("\n");
    private static final Grid SCAN = new Grid(new VoxelSize(40, 36, 34), Geometry.of(2, 2, 2, "mm"));

    @TempDir
    private Path folder;

    /** A file of 3 x 4 x 5 voxels; sizes and geometry are what a reader of NRRD files has checked. */
    private record Checked(List<HeaderField> fields) implements Dataset {

        @Override
        public DatasetInfo info() {
            Geometry place = new Geometry(new double[] {2, 2, 2}, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1},
                    new double[] {60, 10, 58}, "");
            return new DatasetInfo("nrrd", "uint8", List.of(3L, 4L, 5L), Optional.of(place), "left-posterior-superior",
                    List.of(), List.of(), fields);
        }

        @Override
        public String name() {
            return "bad.seg.nrrd";
        }

        @Override
        public Volume volume() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void values(ValueSink sink, Progress progress) throws IOException {
            byte[] values = new byte[60];
            for (int i = 0; i < values.length; i++) {
                values[i] = (byte) (i % 4);
            }
            sink.accept(values, 0, values.length);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private static List<HeaderField> damaged(Damage damage, int which) {
        List<HeaderField> fields = new ArrayList<>();
        for (int i = 0; i < LINES.length; i++) {
            boolean custom = LINES[i].contains(":=");
            int at = LINES[i].indexOf(custom ? ":=" : ": ");
            String key = LINES[i].substring(0, at);
            String value = LINES[i].substring(at + 2);
            boolean hit = i == which % LINES.length || i == which * 7 % LINES.length;
            // a line of a header has no line ends
            fields.add(new HeaderField(hit && which % 5 == 0 ? line(damage.of(key)) : key, hit ? line(damage.of(value)) : value,
                    custom));
        }
        return fields;
    }

    private static String line(String text) {
        return text.replace('\n', ' ');
    }

    @Test
    void damagedHeaders_areReadAndWrittenOrRefused() throws IOException {
        Damage damage = new Damage(3);
        int read = 0;
        int rounds = Damage.rounds(1500);
        for (int round = 0; round < rounds; round++) {
            List<HeaderField> fields = damaged(damage, round);
            for (Optional<Grid> grid : List.of(Optional.of(SCAN), Optional.<Grid>empty())) {
                read += isRead(fields, grid, round) ? 1 : 0;
            }
        }
        assertTrue(read > rounds, "only " + read + " were read");
    }

    private boolean isRead(List<HeaderField> fields, Optional<Grid> grid, int round) {
        try (Checked file = new Checked(fields)) {
            Segmentation segmentation = SegNrrd.read(file, grid, Progress.NONE);
            assertEquals(segmentation.segments().size(), segmentation.segments().stream().map(s -> s.id()).distinct().count());
            if (round % 20 == 0) {
                SegNrrd.write(segmentation, folder.resolve("again.seg.nrrd"), Progress.NONE);
                SegNrrd.withReference(segmentation);
            }
            return true;
        } catch (VolumeException e) {
            assertEquals(1, e.getMessage().lines().count(), e.getMessage());
            return false;
        } catch (RuntimeException | IOException | Error e) {
            throw new AssertionError("round " + round + ": " + fields, e);
        }
    }
}
