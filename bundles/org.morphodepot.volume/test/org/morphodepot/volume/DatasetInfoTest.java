package org.morphodepot.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.morphodepot.volume.DatasetInfo.Choice;

class DatasetInfoTest {

    private static DatasetInfo info(List<String> axes, Long... size) {
        return new DatasetInfo("zarr", "uint8", List.of(size), Optional.empty(), "", axes, List.of(), List.of());
    }

    @Test
    void choices_areTheAxesOutsideSpaceWithSeveralPlaces() {
        assertEquals(List.of(new Choice("c", 3), new Choice("time", 7)),
                info(List.of("x", "y", "Z", "c", "one", "time"), 9L, 9L, 9L, 3L, 1L, 7L).choices());
        assertEquals(List.of(), info(List.of(), 9L, 9L, 9L, 3L).choices());
    }
}
