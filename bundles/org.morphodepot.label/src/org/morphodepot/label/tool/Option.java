package org.morphodepot.label.tool;

import java.util.List;

/**
 * A setting of a tool, for a generated options panel.
 *
 * @param id key in {@link Settings}
 * @param label sentence case, such as "Diameter"
 * @param hint tooltip: what it does
 */
public sealed interface Option {

    String id();

    String label();

    String hint();

    /** A number; {@code unit} such as "voxels", "mm", "%" or "" is shown behind it. */
    record Number(String id, String label, String hint, double initial, double min, double max, double step, String unit)
            implements Option {
    }

    /** Two values low ≤ high of the scan's intensity. */
    record Range(String id, String label, String hint) implements Option {
    }

    record Choice(String id, String label, String hint, List<String> values, List<String> labels) implements Option {
    }

    record Toggle(String id, String label, String hint, boolean initial) implements Option {
    }
}
