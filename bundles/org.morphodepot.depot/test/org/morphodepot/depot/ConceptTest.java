package org.morphodepot.depot;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConceptTest {

    private static Concept concept(String scheme, String code) {
        return new Concept(scheme, code, "any words");
    }

    @Test
    void sameTerm_howeverItIsWritten() {
        Concept plain = concept("UBERON", "0001684");
        assertTrue(plain.isSameTerm(concept("Uberon", "http://purl.obolibrary.org/obo/UBERON_0001684")));
        assertTrue(plain.isSameTerm(concept("uberon ", "1684")));
        assertTrue(plain.isSameTerm(concept("UBERON", "UBERON:0001684")));
        assertEquals("UBERON:1684", plain.key());
    }

    @Test
    void otherSchemeOrNumber_isAnotherTerm() {
        assertFalse(concept("UBERON", "1684").isSameTerm(concept("SCT", "1684")));
        assertFalse(concept("UBERON", "1684").isSameTerm(concept("UBERON", "1685")));
        assertFalse(concept("UBERON", "1684").isSameTerm(Concept.NONE));
        assertEquals("SCT:T-D0050", concept("SCT", "T-D0050").key());
        assertEquals("UBERON:0", concept("UBERON", "000").key());
    }

    @Test
    void separatorsInTexts_doNotBreakTheTag() {
        Terminology terms = new Terminology("a~b|c", new Concept("x^", "1~2", "left|right"), Concept.NONE, Concept.NONE,
                Concept.NONE, Concept.NONE);
        assertEquals("a b c~x^1 2^left right~^^~^^~Anatomic codes - DICOM master list~^^~^^", terms.tagValue());
        assertEquals("", Terminology.ofTagValue("").context());
    }
}
