package org.morphodepot.label.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExportLabelsTest {

    @Test
    void ending_isThatOfTheChosenKind() {
        assertEquals("skull.seg.nrrd", ExportLabels.complete("skull", 0));
        assertEquals("skull.seg.nrrd", ExportLabels.complete("skull.seg.nrrd", 0));
        assertEquals("skull.seg.nrrd", ExportLabels.complete("skull.nrrd", 0), "GTK proposes the last part of an ending only");
        assertEquals("skull.zarr", ExportLabels.complete("skull.zarr", 0), "typed without choosing a kind");
        assertEquals("skull.zarr", ExportLabels.complete("skull.seg.nrrd", 1));
        assertEquals("skull.nrrd", ExportLabels.complete("skull.seg.nrrd", 2));
        assertEquals("Skull.v2.ZARR", ExportLabels.complete("Skull.v2.ZARR", 1));
    }
}
