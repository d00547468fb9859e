package org.morphodepot.label.ui;

import java.util.Optional;

import org.morphodepot.label.Segment;

/** The coded meaning of a segment, for people. */
final class Terminology {

    private static final int TYPE = 2;

    private Terminology() {
    }

    /** Such as "frontal bone (UBERON 0000209)", from the third part of the tag {@code TerminologyEntry}; empty without one. */
    static Optional<String> of(Segment segment) {
        return segment.tag("TerminologyEntry").map(entry -> entry.split("~", -1)).filter(parts -> parts.length > TYPE)
                .map(parts -> parts[TYPE].split("\\^", -1))
                .filter(code -> code.length == 3 && !code[2].isBlank())
                .map(code -> code[2] + " (" + code[0] + " " + code[1] + ")");
    }
}
