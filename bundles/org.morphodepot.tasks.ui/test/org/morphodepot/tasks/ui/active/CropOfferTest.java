package org.morphodepot.tasks.ui.active;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class CropOfferTest {

    private static final Path LABELS = Path.of("issue-3.seg.nrrd");
    private static final long MEGABYTE = 1 << 20;

    @Test
    void cropping_isOfferedOnceAbove50MBAndAlwaysAbove100() {
        CropOffer offer = new CropOffer();
        assertFalse(offer.isNeeded(LABELS, 50 * MEGABYTE));
        assertTrue(offer.isNeeded(LABELS, 51 * MEGABYTE));
        assertFalse(offer.isNeeded(LABELS, 52 * MEGABYTE));
        assertTrue(offer.isNeeded(LABELS, 101 * MEGABYTE));
        assertTrue(offer.isNeeded(LABELS, 101 * MEGABYTE));
    }

    @Test
    void question_saysHowLargeAndWhatItCosts() {
        String question = CropOffer.question(LABELS, 101 * MEGABYTE);
        assertTrue(question.startsWith("issue-3.seg.nrrd has 101 MB. GitHub takes files up to 100 MB"), question);
        assertTrue(question.contains("no label is lost"), question);
    }
}
