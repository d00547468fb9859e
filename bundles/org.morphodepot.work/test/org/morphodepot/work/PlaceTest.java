package org.morphodepot.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.work.Place.Part;

class PlaceTest {

    private static final VoxelBox BOX = new VoxelBox(10, 5, 33, 21, 10, 41);
    private static final Geometry SCAN = new Geometry(new double[] {20, 20, 40}, new double[] {1, 0, 0, 0, -1, 0, 0, 0, 1},
            new double[] {-1000, 0, 0}, "um");

    private static Place full() {
        return new Place(BOX, new VoxelPoint(12, 6, 40), Optional.empty(), OptionalDouble.empty(), Optional.empty()).in(SCAN)
                .withZoom(12.5).about("Segment_7", "frontal bone");
    }

    private static Place only(String text) {
        return Place.split(text).getFirst().place().orElseThrow();
    }

    @Test
    void place_isALineForPeopleAndABlockForPrograms() {
        assertEquals("""
                Too thin here.

                Place in the scan: voxels 10-20, 5-9, 33-40 (right 0.76, anterior 0.12, superior 1.6 mm), `frontal bone`
                <!-- morphodepot:view {"version":1,"min":[10,5,33],"max":[21,10,41],"focus":[12,6,40],"lps":[-0.76,-0.12,1.6],\
                "zoom":12.5,"segment":"Segment_7","name":"frontal bone"} -->""", full().into("Too thin here.\n"));
    }

    @Test
    void place_isReadBack() {
        assertEquals(full(), only(full().into("Too thin here.")));
        assertEquals(Place.at(new VoxelPoint(3, 4, 5)), only(Place.at(new VoxelPoint(3, 4, 5)).into("")));
        assertEquals(full(), only(full().into("Edited on the web.").replace("\n", "\r\n")));
    }

    @Test
    void comment_isSplitAtItsPlaces() {
        String two = full().into("Too thin here.") + "\n\n" + Place.of(BOX.shift(5, 0, 0)).into("And here.") + "\n\nBye\n"
                + "<!-- morphodepot:mark=x -->";
        assertEquals(List.of(new Part("Too thin here.", Optional.of(full())),
                new Part("And here.", Optional.of(Place.of(BOX.shift(5, 0, 0)))), new Part("Bye", Optional.empty())),
                Place.split(two));
    }

    @Test
    void lineWithoutBlock_isEnough() {
        assertEquals(Place.of(BOX), only("Look\n\nPlace in the scan: voxels 10-20, 5-9, 33-40"));
        assertEquals(Place.at(new VoxelPoint(1, 2, 3)), only("Place in the scan: voxel 1, 2, 3 (somewhere)\nand more"));
    }

    @Test
    void blockThatSaysSomethingElseThanItsLine_isLeftOut() {
        assertEquals(Place.of(BOX.shift(1, 0, 0)), only(full().into("").replace("voxels 10-20", "voxels 11-21")));
        assertEquals(List.of(new Part("Hi", Optional.empty())), Place.split("Hi\n" + full().into("").split("\n", 2)[1]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"focus\":[12,6,40]|\"focus\":[12,6,400]", "\"focus\":[12,6,40]|\"focus\":[12,6]",
            "\"focus\":[12,6,40]|\"focus\":[1e99,6,40]", "[-0.76,-0.12,1.6]|[1e300,0,0]", "[-0.76,-0.12,1.6]|[\"NaN\",0,0]",
            "12.5|-1", "12.5|1e308", "12.5|[[[[", "{\"version\"|[{\"version\"", "\"name\":\"frontal bone\"|\"name\":\" \""})
    void damagedBlock_leavesTheLine(String change) {
        String[] fromTo = change.split("\\|");
        String text = full().into("");
        assertTrue(text.contains(fromTo[0]));
        assertEquals(Place.of(BOX), only(text.replace(fromTo[0], fromTo[1])));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Place in the scan: voxels 9-3, 5-9, 33-40", "Place in the scan: voxel 9999999999, 5, 6",
            "Place in the scan: voxel -1, 5, 6", "> Place in the scan: voxel 1, 5, 6",
            "<!-- \nPlace in the scan: voxel 1, 5, 6\n-->", "Place in the scan: voxel 1, 5, 6x"})
    void whatIsNoPlace_isNone(String text) {
        assertTrue(Place.split(text).stream().allMatch(part -> part.place().isEmpty()), text);
    }

    @Test
    void nameOfAStructure_canDoNoHarm() {
        String name = "a --> <b>`@ada` #3\n\u202eevil";
        Place place = Place.at(new VoxelPoint(1, 2, 3)).about("x-->y", name);
        String text = place.into("Hi");
        assertEquals(5, text.lines().count() + 1, text);
        assertTrue(text.lines().anyMatch(line -> line.endsWith("`a --> <b>'@ada' #3  evil`")), text);
        assertEquals(1, text.split("<!--", -1).length - 1);
        assertTrue(text.endsWith(" -->") && !text.lines().toList().getLast().replaceFirst(" -->$", "").contains("-->"), text);
        assertEquals(place, only(text));
    }

    @Test
    void longAndWildTexts_areReadQuickly() {
        Random random = new Random(7);
        String[] pieces = {"Place in the scan: voxels ", "1-2, ", "3-4, 5-6", "\n", "<!-- morphodepot:view {", "}", " -->", "(", "<!--"};
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 200; i++) {
                StringBuilder text = new StringBuilder();
                while (text.length() < 65_536) {
                    text.append(pieces[random.nextInt(pieces.length)]);
                }
                Place.split(text.toString());
            }
            assertEquals(201, Place.split(("Place in the scan: voxel 1, 2, 3\n").repeat(2000)).size());
        });
    }

    @Test
    void impossiblePlaces_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> Place.of(VoxelBox.EMPTY));
        assertThrows(IllegalArgumentException.class, () -> Place.at(new VoxelPoint(-1, 0, 0)));
        assertThrows(IllegalArgumentException.class, () -> Place.of(BOX).withZoom(Double.NaN));
        assertFalse(Place.of(BOX).about("id", "  ").structure().isPresent());
    }
}
