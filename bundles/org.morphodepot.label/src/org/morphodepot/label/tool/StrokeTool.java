package org.morphodepot.label.tool;

import java.util.List;

/** Paints where the user draws. Stateless; one instance serves all editors. */
public interface StrokeTool {

    List<Option> options();

    /** How the pointer draws: a brush of {@code diameter} follows the pointer, an outline is closed, a click acts at once. */
    Gesture gesture();

    Stroke begin(ToolContext context, StrokePoint start);

    enum Gesture {
        BRUSH, OUTLINE, CLICK
    }
}
