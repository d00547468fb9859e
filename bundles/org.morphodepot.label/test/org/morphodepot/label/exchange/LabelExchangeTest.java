package org.morphodepot.label.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.morphodepot.label.DenseModel;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.SegmentEdits;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.segnrrd.Grid;
import org.morphodepot.label.segnrrd.GridMismatch;
import org.morphodepot.label.segnrrd.Placement;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.spi.VolumeFormat;
import org.morphodepot.volume.spi.VolumeWriter;
import org.morphodepot.volume.spi.WriteOptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LabelExchangeTest {

    private static final VoxelSize SIZE = new VoxelSize(40, 36, 34);
    private static final Geometry PLACE = Geometry.of(0.5, 0.5, 0.5, "mm");
    private static final Grid SCAN = new Grid(SIZE, PLACE);

    /** A map of 16-bit numbers from a format that is not NRRD. */
    private record Map(List<Long> size, Geometry geometry, short[] values) implements Dataset {

        @Override
        public DatasetInfo info() {
            return new DatasetInfo("nifti", "int16", size, Optional.of(geometry), "", List.of(), List.of(),
                    List.of(new HeaderField("dim", "3", false)));
        }

        @Override
        public String name() {
            return "atlas.nii.gz";
        }

        @Override
        public Volume volume() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void values(ValueSink sink, Progress progress) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asShortBuffer().put(values);
            sink.accept(bytes.array(), 0, bytes.capacity());
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private static Map map(List<Long> size) {
        short[] values = new short[(int) SIZE.voxels()];
        for (int i = 0; i < values.length; i++) {
            int x = i % SIZE.x();
            values[i] = (short) (x < 10 ? 7 : x > 30 ? 900 : 0);
        }
        return new Map(size, PLACE, values);
    }

    private static Segmentation read(Map map) throws IOException {
        return LabelImport.read(map, SCAN, Placement.EXACT, Progress.NONE);
    }

    @Test
    void everyValue_isASegment() throws IOException {
        Segmentation read = read(map(List.of(40L, 36L, 34L)));
        assertEquals(List.of("Segment_7", "Segment_900"), read.segments().stream().map(Segment::name).toList());
        assertEquals(List.of(7, 900), read.segments().stream().map(Segment::label).toList());
        assertEquals(7, read.layer(0).label(9, 35, 33));
        assertEquals(900, read.layer(0).label(31, 0, 0));
        assertEquals(List.of(), read.fields(), "the header of another format is not ours");
        assertEquals(read, read(map(List.of(40L, 36L, 34L, 1L, 1L))), "axes of one value do not matter");
    }

    @Test
    void otherGrids_areAskedAbout_andNegativeNumbersRefused() throws IOException {
        Map elsewhere = new Map(List.of(40L, 36L, 34L), Geometry.of(0.7, 0.5, 0.5, "mm"), new short[(int) SIZE.voxels()]);
        assertThrows(GridMismatch.class, () -> read(elsewhere));
        assertEquals(SIZE, LabelImport.read(elsewhere, SCAN, Placement.RESAMPLED, Progress.NONE).size());
        Map scan = map(List.of(40L, 36L, 34L));
        scan.values()[5] = -1000;
        VolumeException e = assertThrows(VolumeException.class, () -> read(scan));
        assertTrue(e.getMessage().startsWith("atlas.nii.gz: "), e.getMessage());
    }

    @Test
    void imported_comesIntoLayersOfItsOwn_andCanBeUndone() throws IOException {
        Labelling labelling = new Labelling(Segmentation.empty(SIZE, PLACE));
        labelling.apply(SegmentEdits.add(labelling.current(), "femur", new SegmentColor(1, 0, 0), ""));
        labelling.apply(DenseModel.edit(labelling.current(), 0, new VoxelBox(0, 0, 0, 20, 20, 20), (char) 1));
        Segmentation before = labelling.current();
        Segmentation atlas = read(map(List.of(40L, 36L, 34L)));
        labelling.apply(LabelImport.edit(labelling.current(), atlas, "atlas.nii.gz"));
        labelling.apply(LabelImport.edit(labelling.current(), atlas, "atlas.nii.gz"));
        Segmentation now = labelling.current();
        assertEquals(before.layer(0), now.layer(0));
        assertEquals(atlas.layer(0), now.layer(1));
        assertEquals(atlas.layer(0), now.layer(2));
        assertEquals(List.of(0, 1, 1, 2, 2), now.segments().stream().map(Segment::layer).toList());
        assertEquals(5, now.segments().stream().map(Segment::id).distinct().count());
        assertEquals("Import atlas.nii.gz", labelling.history().getLast().name());
        labelling.undo();
        labelling.undo();
        assertEquals(before, labelling.current());
    }

    @Test
    void importIntoNothing_usesTheFirstLayer() throws IOException {
        Segmentation empty = Segmentation.empty(SIZE, PLACE);
        Labelling labelling = new Labelling(empty);
        labelling.apply(LabelImport.edit(empty, read(map(List.of(40L, 36L, 34L))), "atlas"));
        assertEquals(1, labelling.current().layers().size());
    }

    private static byte[] written(Segmentation segmentation) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LabelMap map = new LabelMap(segmentation, "x")) {
            map.values(out::write, Progress.NONE);
        }
        return out.toByteArray();
    }

    @Test
    void map_ofOneLayer_keepsTheLabels() throws IOException {
        Segmentation atlas = read(map(List.of(40L, 36L, 34L)));
        byte[] bytes = written(atlas);
        assertEquals(2 * SIZE.voxels(), bytes.length);
        short[] values = new short[(int) SIZE.voxels()];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(values);
        assertEquals(atlas, read(new Map(List.of(40L, 36L, 34L), PLACE, values)));
    }

    /** Two segments of different layers that share a voxel. */
    private static Segmentation overlapping(int labelOfFirst, int labelOfSecond) {
        Segment a = new Segment("a", "left femur", SegmentColor.ofRgb(0xf1d691), 0, labelOfFirst, "", List.of(), true, true, 1);
        Segment b = new Segment("b", "b", new SegmentColor(1, 0, 0), 1, labelOfSecond, "", List.of(), true, true, 1);
        Segmentation state = Segmentation.empty(SIZE, PLACE).withSegments(List.of(a, b));
        Labelling labelling = new Labelling(state);
        labelling.apply(DenseModel.edit(state, 0, new VoxelBox(0, 0, 0, 3, 1, 1), (char) labelOfFirst));
        labelling.apply(DenseModel.edit(labelling.current(), 1, new VoxelBox(2, 0, 0, 5, 1, 1), (char) labelOfSecond));
        return labelling.current();
    }

    @Test
    void maps_perLayer_haveAllVoxelsNamesAndColours() throws IOException {
        Segmentation state = overlapping(9, 3);
        List<LabelMap> maps = LabelMap.perLayer(state);
        assertEquals(List.of("layer-1", "layer-2"), maps.stream().map(LabelMap::name).toList());
        assertEquals(List.of(new HeaderField("label 9", "#f1d691 left femur", true)), maps.get(0).info().fields());
        for (int layer = 0; layer < maps.size(); layer++) {
            Segment read = LabelImport.read(maps.get(layer), SCAN, Placement.EXACT, Progress.NONE).segments().getFirst();
            assertEquals(state.segments().get(layer).name(), read.name());
            assertEquals(state.segments().get(layer).color(), read.color());
        }
    }

    @Test
    void map_ofOverlappingLayers_numbersTheSegments() throws IOException {
        byte[] bytes = written(overlapping(9, 9));
        assertEquals(SIZE.voxels(), bytes.length);
        assertEquals(List.of(1, 1, 2, 2, 2, 0), List.of((int) bytes[0], (int) bytes[1], (int) bytes[2], (int) bytes[3],
                (int) bytes[4], (int) bytes[5]));
    }

    /** A format with groups of maps, which keeps what is written to it. */
    private static final class Shelf implements VolumeFormat, VolumeWriter {

        private final java.util.Map<Address, Dataset> maps = new LinkedHashMap<>();
        private final boolean layers;

        Shelf(boolean layers) {
            this.layers = layers;
        }

        Volumes volumes() {
            Volumes volumes = new Volumes();
            volumes.addFormat(this);
            volumes.addWriter(this);
            return volumes;
        }

        @Override
        public String id() {
            return "shelf";
        }

        @Override
        public List<String> filePatterns() {
            return List.of();
        }

        @Override
        public Optional<Dataset> open(Address address, Volumes volumes) {
            return Optional.ofNullable(maps.get(address));
        }

        @Override
        public List<Address> labelMaps(Address address, Volumes volumes) {
            return maps.keySet().stream().filter(map -> map.parent().equals(address)).toList();
        }

        @Override
        public boolean accepts(Address target) {
            return true;
        }

        @Override
        public boolean hasLayers(Address target) {
            return layers;
        }

        @Override
        public void write(Dataset source, Address target, WriteOptions options, Volumes volumes, Progress progress)
                throws IOException {
            source.values((_, _, _) -> { }, progress);
            maps.put(target, source);
        }

        @Override
        public void writeLayers(List<? extends Dataset> sources, Address target, WriteOptions options, Volumes volumes,
                Progress progress) {
            sources.forEach(source -> maps.put(target.child(source.name()), source));
        }
    }

    private static final Address TARGET = Address.of("mem:/labels/all");

    @Test
    void exportOfLayers_comesBackWithEveryVoxelAndSaysThatThereAreSeveral() throws IOException {
        Shelf shelf = new Shelf(true);
        Segmentation state = overlapping(9, 9);
        assertEquals("The segments are in 2 layers, so all holds 2 label images: layer-1 to layer-2.",
                LabelExport.write(state, TARGET, shelf.volumes(), Progress.NONE).orElseThrow());
        for (Optional<Grid> grid : List.of(Optional.of(SCAN), Optional.<Grid>empty())) {
            Segmentation back = LabelImport.read(TARGET, shelf.volumes(), grid, Placement.EXACT, Progress.NONE);
            assertEquals(state.layers(), back.layers());
            assertEquals(List.of("left femur", "b"), back.segments().stream().map(Segment::name).toList());
            assertEquals(List.of(0, 1), back.segments().stream().map(Segment::layer).toList());
            assertEquals(List.of(9, 9), back.segments().stream().map(Segment::label).toList());
        }
    }

    @Test
    void exportOfOneLayer_isOneMapWithoutANote() throws IOException {
        Shelf shelf = new Shelf(true);
        Segmentation atlas = read(map(List.of(40L, 36L, 34L)));
        assertEquals(Optional.empty(), LabelExport.write(atlas, TARGET, shelf.volumes(), Progress.NONE));
        assertEquals(List.of(TARGET), List.copyOf(shelf.maps.keySet()));
        assertEquals(atlas.layers(),
                LabelImport.read(TARGET, shelf.volumes(), Optional.of(SCAN), Placement.EXACT, Progress.NONE).layers());
        Address ofImage = Address.of("mem:/scan/labels");
        assertEquals(Optional.empty(), LabelExport.write(atlas, ofImage, shelf.volumes(), Progress.NONE));
        assertEquals(List.of(ofImage.child("layer-1")), shelf.labelMaps(ofImage, shelf.volumes()));
    }

    @Test
    void exportWithoutLayers_saysHowManyVoxelsLoseASegment() throws IOException {
        Shelf shelf = new Shelf(false);
        assertEquals("all holds one number per voxel, the place of the segment in the list; of those that overlap the last"
                + " one shows (voxels: 1); .zarr and .seg.nrrd keep all.",
                LabelExport.write(overlapping(9, 9), TARGET, shelf.volumes(), Progress.NONE).orElseThrow());
        assertEquals(List.of(TARGET), List.copyOf(shelf.maps.keySet()));
    }

    @Test
    void mapsOfAGroup_thatShareNames_getIdsOfTheirOwn() throws IOException {
        Shelf shelf = new Shelf(true);
        shelf.maps.put(TARGET.child("a"), map(List.of(40L, 36L, 34L)));
        shelf.maps.put(TARGET.child("b"), map(List.of(40L, 36L, 34L)));
        Segmentation read = LabelImport.read(TARGET, shelf.volumes(), Optional.empty(), Placement.EXACT, Progress.NONE);
        assertEquals(4, read.segments().stream().map(Segment::id).distinct().count());
        assertEquals(2, read.layers().size());
        shelf.maps.put(TARGET.child("c"), new Map(List.of(40L, 36L, 34L), Geometry.of(2, 2, 2, "mm"),
                new short[(int) SIZE.voxels()]));
        assertThrows(GridMismatch.class,
                () -> LabelImport.read(TARGET, shelf.volumes(), Optional.empty(), Placement.EXACT, Progress.NONE));
    }
}
