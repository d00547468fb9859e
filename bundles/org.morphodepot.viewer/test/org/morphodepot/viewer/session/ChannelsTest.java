package org.morphodepot.viewer.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.morphodepot.viewer.FakeVolume;
import org.morphodepot.viewer.SliceOrientation;
import org.morphodepot.viewer.SliceScene;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Channel;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.spi.VolumeFormat;

class ChannelsTest {

    private static final Address ADDRESS = Address.of("/data/cells.fake");

    private final Volumes volumes = new Volumes();
    private final Sessions sessions = new Sessions(volumes, new ToolPalette(), 1 << 20);
    private final List<FakeVolume> opened = new ArrayList<>();
    private boolean broken;
    private Session session;

    @BeforeEach
    void open() throws IOException {
        volumes.addFormat(new Cells());
        session = sessions.open(ADDRESS, Progress.NONE);
    }

    @AfterEach
    void dispose() {
        sessions.dispose();
        assertTrue(opened.stream().allMatch(FakeVolume::isClosed));
    }

    @Test
    void choose_showsTheValuesOfAnotherChannel() throws IOException {
        assertEquals(100, value());
        session.choose(Map.of("c", 1));
        assertEquals(1100, value());
        assertEquals(Map.of("c", 1, "t", 0), session.scan().places());
        assertEquals(List.of("DAPI", "GFP"), session.scan().channels().stream().map(Channel::name).toList());
    }

    @Test
    void choose_tellsWhoShowsIt() throws IOException {
        List<String> heard = new ArrayList<>();
        session.addListener(new SessionListener() {
            @Override
            public void scanChanged() {
                heard.add("changed");
            }
        });
        session.choose(Map.of("t", 2));
        assertEquals(List.of("changed"), heard);
    }

    @Test
    void window_isKeptForEachChannelAndSharedByTimes() throws IOException {
        session.update(view -> view.withRange(new DisplayRange(1, 2)));
        session.choose(Map.of("t", 1));
        assertEquals(new DisplayRange(1, 2), session.view().range());
        session.choose(Map.of("c", 1, "t", 1));
        assertEquals(new DisplayRange(1020, 1050), session.view().range(), "the file's own");
        session.choose(Map.of("c", 0));
        assertEquals(new DisplayRange(1, 2), session.view().range());
    }

    @Test
    void goingBack_readsNothingAgain() throws IOException {
        Volume first = session.volume();
        session.choose(Map.of("c", 1));
        assertNotSame(first, session.volume());
        session.choose(Map.of());
        assertEquals(100, value());
        assertSame(first, session.volume());
    }

    @Test
    void places_thatAFileHasNoMore_areTheFirst() throws IOException {
        Session other = sessions.open(OpenRequest.of(ADDRESS).at(Map.of("c", 7, "t", 2, "gone", 1)), Progress.NONE);
        assertEquals(Map.of("c", 0, "t", 2), other.scan().places());
    }

    @Test
    void choose_thatFails_leavesWhatIsShown() {
        Volume before = session.volume();
        broken = true;
        assertThrows(VolumeException.class, () -> session.choose(Map.of("c", 1)));
        assertSame(before, session.volume());
    }

    @Test
    void channel_isDrawnInItsColourUnlessGreyIsWanted() throws IOException {
        session.choose(Map.of("c", 1));
        assertEquals("GFP (2 of 2)", session.scan().channelName().orElseThrow());
        assertEquals(0x00ff00, session.scene(SliceOrientation.AXIAL, 10, 10).orElseThrow().rgb());
        session.update(view -> view.withColoured(false));
        assertEquals(SliceScene.WHITE, session.scene(SliceOrientation.AXIAL, 10, 10).orElseThrow().rgb());
    }

    private float value() throws IOException {
        float[] value = new float[1];
        session.intensities().read(new VoxelBox(10, 0, 0, 11, 1, 1), value);
        return value[0];
    }

    private final class Cells implements VolumeFormat, Dataset {

        @Override
        public String id() {
            return "cells";
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
            return new DatasetInfo("cells", "int16", List.of(30L, 20L, 10L, 2L, 3L), Optional.empty(), "",
                    List.of("x", "y", "z", "c", "t"), List.of(), List.of());
        }

        @Override
        public List<Channel> channels() {
            return List.of(new Channel("DAPI", OptionalInt.of(0xff), Optional.empty()),
                    new Channel("GFP", OptionalInt.of(0xff00), Optional.of(new DisplayRange(1020, 1050))));
        }

        @Override
        public Volume volume() throws IOException {
            return volume(Map.of());
        }

        @Override
        public Volume volume(Map<String, Integer> places) throws IOException {
            if (broken) {
                throw new VolumeException(VolumeException.Kind.UNREACHABLE, "the server does not answer");
            }
            int channel = places.getOrDefault("c", 0);
            FakeVolume made = new FakeVolume(new VoxelSize(30, 20, 10), 16, 1, Geometry.of(1, 1, 1, "mm"),
                    (l, x, y, z) -> 1000 * channel + 10 * x) {
                @Override
                public Optional<DisplayRange> displayRange() {
                    return channels().get(channel).window();
                }
            };
            opened.add(made);
            return made;
        }

        @Override
        public void values(ValueSink sink, Progress progress) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            opened.forEach(FakeVolume::close);
        }
    }
}
