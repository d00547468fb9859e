package org.morphodepot.viewer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.morphodepot.volume.Channel;
import org.morphodepot.volume.DatasetInfo.Choice;

class PlacesTest {

    @Test
    void keptPlaces_comeBackAsTheyWere() {
        Map<String, Integer> places = Map.of("c", 2, "t", 17);
        assertEquals(places, KeptPlaces.parse(KeptPlaces.text(places)));
    }

    @Test
    void keptPlaces_thatMakeNoSense_areLeftOut() {
        assertEquals(Map.of("t", 3), KeptPlaces.parse("c=-1\nt=3\n=4\nz=99999999999\nnonsense"));
        assertEquals(Map.of(), KeptPlaces.parse(""));
    }

    @Test
    void channel_isCalledByItsName() {
        Choice choice = new Choice("c", 3);
        List<Channel> channels = List.of(new Channel("DAPI", OptionalInt.of(0xff), Optional.empty()),
                new Channel("", OptionalInt.empty(), Optional.empty()));
        assertEquals("1 · DAPI", PlaceWords.place(choice, channels, 0));
        assertEquals("2 of 3", PlaceWords.place(choice, channels, 1));
        assertEquals("3 of 3", PlaceWords.place(choice, channels, 2));
        assertEquals("Channel", PlaceWords.name(choice));
        assertEquals("Time", PlaceWords.name(new Choice("t", 2)));
    }
}
