package org.morphodepot.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.morphodepot.volume.Address;

class SourceTest {

    @Test
    void wildcards_areCutFromTheFolder() {
        Source source = Source.of("s3://bucket/scans/*/0/**?endpoint=https://host");
        assertEquals(Address.of("s3://bucket/scans?endpoint=https://host"), source.base());
        assertEquals(Optional.of("*/0/**"), source.pattern());
        assertEquals("s3://bucket/", Source.of("s3://bucket/*.tif").base().toString());
        assertEquals(Optional.empty(), Source.of("https://host/scan.nrrd?a=*").pattern());
    }

    @Test
    void patterns_meanWhatShellsMean() {
        assertTrue(Source.expression("*.tif").matcher("a b.tif").matches());
        assertFalse(Source.expression("*.tif").matcher("a/b.tif").matches());
        assertTrue(Source.expression("**.tif").matcher("a/b.tif").matches());
        assertTrue(Source.expression("**/x").matcher("x").matches());
        assertTrue(Source.expression("a?[!0-9]").matcher("abc").matches());
        assertFalse(Source.expression("a?[!0-9]").matcher("ab1").matches());
        assertTrue(Source.expression("a.b(c)[").matcher("a.b(c)[").matches());
    }

    @Test
    void targets_knowFolders() {
        assertTrue(Target.of("s3://bucket").folder());
        assertTrue(Target.of("s3://bucket/a/?endpoint=http://h").folder());
        assertFalse(Target.of("s3://bucket/a?endpoint=http://h/").folder());
        assertTrue(Target.of(".").folder());
    }
}
