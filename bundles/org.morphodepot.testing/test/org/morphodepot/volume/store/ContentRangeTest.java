package org.morphodepot.volume.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRangeTest {

    @Test
    void of_readsAllForms() {
        assertEquals(new ContentRange(3, 7, OptionalLong.of(10)), ContentRange.of("bytes 3-7/10").orElseThrow());
        assertEquals(new ContentRange(3, 7, OptionalLong.empty()), ContentRange.of("Bytes 3-7/*").orElseThrow());
        assertEquals(new ContentRange(-1, -1, OptionalLong.of(10)), ContentRange.of("bytes */10").orElseThrow());
        assertEquals(5, ContentRange.of("bytes 3-7/10").orElseThrow().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes", "bytes 7-3/10", "bytes 3-10/10", "bytes -3-7/10", "items 3-7/10",
        "bytes 3-99999999999999999999/*"})
    void of_refusesWhatMakesNoSense(String text) {
        assertTrue(ContentRange.of(text).isEmpty());
    }
}
