package org.morphodepot.label.tools.threshold;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.morphodepot.label.Edit;
import org.morphodepot.label.tool.BlockMask;
import org.morphodepot.label.tool.Effect;
import org.morphodepot.label.tool.Option;
import org.morphodepot.label.tool.Painting;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.label.tool.Tool;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.label.tools.IntensityHistogram;
import org.morphodepot.label.tools.IntensityMask;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Progress;
import org.osgi.service.component.annotations.Component;

/** The voxels of an intensity range become the active segment. */
@Component(service = Effect.class)
@Tool(id = "threshold", label = "Threshold", key = "1", order = 10,
        hint = "Take all voxels whose brightness lies in a range; the picture shows them before you apply.")
public final class Threshold implements Effect {

    static final String RANGE = "range";
    static final String METHOD = "method";
    static final String MANUAL = "manual";
    static final String MODE = "mode";
    private static final String LOW = RANGE + ".low";
    private static final String HIGH = RANGE + ".high";
    /** The method and range that {@link #suggest} filled in last. */
    private static final String WORKED_OUT_FOR = "range.suggested";

    /** Where the range comes from. */
    private enum State {
        BY_HAND, TO_WORK_OUT, WORKED_OUT,
        /** Worked out, then changed by hand. */
        OVERRULED
    }

    @Override
    public List<Option> options() {
        List<String> ids = new ArrayList<>(List.of(MANUAL));
        List<String> labels = new ArrayList<>(List.of("By hand"));
        for (AutomaticMethod method : AutomaticMethod.values()) {
            ids.add(method.id());
            labels.add(method.label() + " (automatic)");
        }
        return List.of(new Option.Range(RANGE, "Range", "Darkest and brightest value to take"),
                new Option.Choice(METHOD, "Method",
                        "Set the range by hand, or let a method split the scan in dark and bright and take the bright part",
                        ids, labels),
                new Option.Choice(MODE, "Apply", "What happens to voxels that the segment has already",
                        List.of("replace", "add"), List.of("Replaces the segment", "Adds to the segment")));
    }

    @Override
    public Edit compute(ToolContext context, Progress progress) throws IOException {
        DisplayRange range = range(context, progress);
        BlockMask taken = new IntensityMask(context.intensities(), context.segmentation().size().box(), range.low(),
                range.high());
        String name = "Threshold " + context.segment().name();
        return context.settings().choice(MODE, "replace").equals("add")
                ? Painting.paint(context, taken, name, "threshold", progress)
                : Painting.replace(context, taken, name, "threshold", progress);
    }

    /** Fills in the range: at first, and whenever an automatic method was chosen. A range changed by hand ends the method. */
    @Override
    public Settings suggest(ToolContext context, Progress progress) throws IOException {
        Settings settings = context.settings();
        return switch (state(settings)) {
            case BY_HAND -> settings.values().containsKey(LOW) ? settings : withRange(settings, byHand(context));
            case OVERRULED -> settings.with(METHOD, MANUAL);
            case WORKED_OUT -> settings;
            case TO_WORK_OUT -> {
                IntensityHistogram histogram = histogram(context, progress);
                double threshold = method(settings).orElseThrow().threshold(histogram);
                Settings filled = withRange(settings, new DisplayRange(threshold, histogram.high()));
                yield filled.with(WORKED_OUT_FOR, signature(filled));
            }
        };
    }

    /** Null while an automatic range is not worked out yet: see {@link #suggest}. */
    @Override
    public IntensityPreview preview(ToolContext context) {
        if (state(context.settings()) == State.TO_WORK_OUT) {
            return null;
        }
        DisplayRange range = known(context);
        return value -> value >= range.low() && value <= range.high();
    }

    private static DisplayRange range(ToolContext context, Progress progress) throws IOException {
        if (state(context.settings()) != State.TO_WORK_OUT) {
            return known(context);
        }
        AutomaticMethod method = method(context.settings()).orElseThrow();
        return new DisplayRange(method.threshold(histogram(context, progress)), Double.POSITIVE_INFINITY);
    }

    /** What is known of the range without reading the scan. */
    private static DisplayRange known(ToolContext context) {
        DisplayRange range = byHand(context);
        // The brightest voxel may not be in the sample: an automatic range has no upper end.
        return state(context.settings()) == State.WORKED_OUT
                ? new DisplayRange(range.low(), Double.POSITIVE_INFINITY) : range;
    }

    private static IntensityHistogram histogram(ToolContext context, Progress progress) throws IOException {
        return IntensityHistogram.of(context.intensities(), context.segmentation().size().box(), progress);
    }

    /** The range that is set; at first the brighter half of what is displayed, as in 3D Slicer. */
    private static DisplayRange byHand(ToolContext context) {
        DisplayRange shown = context.intensities().range();
        double low = context.settings().number(LOW, (shown.low() + shown.high()) / 2);
        double high = context.settings().number(HIGH, shown.high());
        return new DisplayRange(Math.min(low, high), Math.max(low, high));
    }

    private static Settings withRange(Settings settings, DisplayRange range) {
        return settings.with(LOW, range.low()).with(HIGH, range.high());
    }

    private static Optional<AutomaticMethod> method(Settings settings) {
        String id = settings.choice(METHOD, MANUAL);
        return Arrays.stream(AutomaticMethod.values()).filter(m -> m.id().equals(id)).findFirst();
    }

    private static State state(Settings settings) {
        String workedOutFor = settings.choice(WORKED_OUT_FOR, "");
        if (method(settings).isEmpty()) {
            return State.BY_HAND;
        }
        if (!workedOutFor.startsWith(settings.choice(METHOD, MANUAL) + " ")) {
            return State.TO_WORK_OUT;
        }
        return workedOutFor.equals(signature(settings)) ? State.WORKED_OUT : State.OVERRULED;
    }

    private static String signature(Settings settings) {
        return settings.choice(METHOD, MANUAL) + " " + settings.number(LOW, 0) + " " + settings.number(HIGH, 0);
    }
}
