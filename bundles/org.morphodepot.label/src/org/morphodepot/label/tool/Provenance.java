package org.morphodepot.label.tool;

import java.util.Map;
import java.util.TreeMap;

/** What is written down with an edit: the tool's settings and the mask rule, as far as it is not the default. */
final class Provenance {

    private Provenance() {
    }

    static Map<String, String> of(ToolContext context) {
        Map<String, String> parameters = new TreeMap<>(context.settings().values());
        parameters.put("segment", context.segmentId());
        MaskRule mask = context.mask();
        if (mask.area() != MaskRule.DEFAULT.area()) {
            parameters.put("mask.area", mask.area().name());
        }
        mask.inside().ifPresent(id -> parameters.put("mask.inside", id));
        mask.intensities().ifPresent(range -> parameters.put("mask.intensities", range.low() + " to " + range.high()));
        if (mask.overwrite() != MaskRule.DEFAULT.overwrite()) {
            parameters.put("mask.overwrite", mask.overwrite().name());
        }
        return Map.copyOf(parameters);
    }
}
