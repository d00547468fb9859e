package org.morphodepot.viewer.ui;

import java.util.Optional;

import org.morphodepot.label.tool.StrokeTool;
import org.morphodepot.viewer.session.ToolEntry;

/** What mouse and keys do with the active tool, in a few words for the status line. */
final class ToolKeys {

    private ToolKeys() {
    }

    /** While a box is drawn. */
    static String ofBox() {
        return "Drag: box, side or corner \u00b7 Click: crosshair \u00b7 Z: undo";
    }

    static String of(Optional<ToolEntry> tool, boolean windowMode) {
        if (windowMode) {
            return "Drag: contrast, brightness \u00b7 Ctrl+drag: fit an area";
        }
        return tool.flatMap(ToolEntry::stroke).map(StrokeTool::gesture).map(ToolKeys::of)
                .orElse(tool.isPresent() ? "Esc: no tool \u00b7 Shift+drag: pan"
                        : "Drag: crosshair \u00b7 Ctrl+drag: window \u00b7 Shift+drag: pan");
    }

    private static String of(StrokeTool.Gesture gesture) {
        return switch (gesture) {
            case BRUSH -> "Shift+wheel: size \u00b7 Ctrl: erase \u00b7 Esc: no tool";
            case OUTLINE -> "Enter: close \u00b7 X: last point back \u00b7 Esc: drop";
            case CLICK -> "Click: apply \u00b7 Shift+click: pick segment";
        };
    }
}
