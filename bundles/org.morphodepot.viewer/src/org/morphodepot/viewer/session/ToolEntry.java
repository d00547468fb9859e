package org.morphodepot.viewer.session;

import java.util.List;
import java.util.Optional;

import org.morphodepot.label.Segmentation;
import org.morphodepot.label.tool.Effect;
import org.morphodepot.label.tool.Option;
import org.morphodepot.label.tool.StrokeTool;

/**
 * A tool of the palette. It draws, has an Apply button, or both: a stroke tool and an effect of one id are one tool.
 *
 * @param id such as {@code brush}
 * @param label in headline case
 * @param key number key as in 3D Slicer, or "" for none
 * @param order place in the palette
 * @param hint one sentence, or ""
 */
public record ToolEntry(String id, String label, String key, int order, String hint, Optional<StrokeTool> stroke,
        Optional<Effect> effect) {

    /**
     * Settings for an options panel: those of the stroke tool, then those of the effect with other ids.
     *
     * @param segmentation what the tool would work on; some effects offer its segments
     */
    public List<Option> options(Segmentation segmentation) {
        List<Option> drawing = stroke.map(StrokeTool::options).orElse(List.of());
        List<Option> applying = effect.map(each -> each.options(segmentation)).orElse(List.of());
        return java.util.stream.Stream.concat(drawing.stream(), applying.stream()
                .filter(option -> drawing.stream().noneMatch(known -> known.id().equals(option.id())))).toList();
    }

    ToolEntry merge(ToolEntry other) {
        return new ToolEntry(id, label, key, order, hint, stroke.or(other::stroke), effect.or(other::effect));
    }
}
