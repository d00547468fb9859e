package org.morphodepot.viewer.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.morphodepot.label.Edit;
import org.morphodepot.label.tool.Effect;
import org.morphodepot.label.tool.Option;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;

/** Takes everything from {@code low}, 500 unless told. */
final class FakeEffect implements Effect {

    @Override
    public List<Option> options() {
        return List.of(new Option.Number("diameter", "Diameter", "", 10, 1, 100, 1, ""),
                new Option.Number("low", "Low", "", 0, 0, 1000, 1, ""));
    }

    @Override
    public Settings suggest(ToolContext context, Progress progress) {
        return context.settings().values().containsKey("low") ? context.settings()
                : context.settings().with("low", 500);
    }

    @Override
    public Edit compute(ToolContext context, Progress progress) {
        return new Edit("Nothing", "effect", Instant.now(), Map.of(), List.of(), null, VoxelBox.EMPTY);
    }

    @Override
    public IntensityPreview preview(ToolContext context) {
        double low = context.settings().number("low", 0);
        return value -> value >= low;
    }
}
