package org.morphodepot.transfer.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

class CopyOrderTest {

    @Test
    void rates_areMegabytesPerSecond() {
        assertEquals(OptionalLong.empty(), CopyOrder.rate(" "));
        assertEquals(OptionalLong.of(20_000_000), CopyOrder.rate("20"));
        assertEquals(OptionalLong.of(1_500_000), CopyOrder.rate("1.5 MB/s"));
        assertThrows(IllegalArgumentException.class, () -> CopyOrder.rate("fast"));
        assertThrows(IllegalArgumentException.class, () -> CopyOrder.rate("0"));
    }

    @Test
    void webServers_cannotBeWrittenTo() {
        assertThrows(IllegalArgumentException.class,
                () -> CopyOrder.of("a", "https://host/b", false, false, OptionalLong.empty()));
        assertEquals("b", CopyOrder.of(" a ", "s3://bucket/b", true, true, OptionalLong.empty()).to().address().name());
    }

    @Test
    void numbers_haveUnits() {
        assertEquals("0 B", TransferWords.bytes(0));
        assertEquals("1.2 MB", TransferWords.bytes(1_234_567));
        assertEquals("120 GB", TransferWords.bytes(120e9));
        assertEquals("2 min", TransferWords.time(130));
    }
}
