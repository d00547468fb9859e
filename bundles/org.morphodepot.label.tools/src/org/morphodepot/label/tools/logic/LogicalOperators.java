package org.morphodepot.label.tools.logic;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.morphodepot.label.Edit;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.tool.BlockMask;
import org.morphodepot.label.tool.Effect;
import org.morphodepot.label.tool.MaskRule;
import org.morphodepot.label.tool.Option;
import org.morphodepot.label.tool.Painting;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.label.tool.Tool;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.osgi.service.component.annotations.Component;

/** Combines the active segment with another one, or inverts, clears or fills it. */
@Component(service = Effect.class)
@Tool(id = "logic", label = "Logical Operators", key = "Shift+3", order = 130,
        hint = "Copy, add, subtract or intersect another segment, or invert, clear or fill the selected one.")
public final class LogicalOperators implements Effect {

    static final String OPERATION = "operation";
    static final String OTHER = "modifier";
    static final String BYPASS = "bypass";

    private enum Operation {
        COPY("Copy", true), ADD("Add", true), SUBTRACT("Subtract", true), INTERSECT("Intersect", true),
        INVERT("Invert", false), CLEAR("Clear", false), FILL("Fill", false);

        private final String label;
        private final boolean needsOther;

        Operation(String label, boolean needsOther) {
            this.label = label;
            this.needsOther = needsOther;
        }
    }

    @Override
    public List<Option> options() {
        return List.of(operation(), bypass());
    }

    @Override
    public List<Option> options(Segmentation segmentation) {
        List<Segment> segments = segmentation.segments();
        Option other = new Option.Choice(OTHER, "With segment", "The second segment of copy, add, subtract and intersect",
                segments.stream().map(Segment::id).toList(), segments.stream().map(Segment::name).toList());
        return segments.isEmpty() ? options() : List.of(operation(), other, bypass());
    }

    private static Option operation() {
        return new Option.Choice(OPERATION, "Operation", "What becomes of the selected segment",
                Stream.of(Operation.values()).map(o -> o.name().toLowerCase(Locale.ROOT)).toList(),
                Stream.of(Operation.values()).map(o -> o.label).toList());
    }

    private static Option bypass() {
        return new Option.Toggle(BYPASS, "Ignore masks", "Work on whole segments whatever the masks say; other segments stay "
                + "as they are and may be overlapped", true);
    }

    @Override
    public Edit compute(ToolContext context, Progress progress) throws IOException {
        Segmentation segmentation = context.segmentation();
        Operation operation = operation(context.settings());
        Segment active = context.segment();
        BlockMask own = BlockMask.of(segmentation, active);
        BlockMask other = BlockMask.NONE;
        String name = operation.label + " " + active.name();
        if (operation.needsOther) {
            Segment second = second(context);
            other = BlockMask.of(segmentation, second);
            name += " with " + second.name();
        }
        ToolContext ruled = context.settings().toggle(BYPASS, true) ? bypassing(context) : context;
        VoxelBox scan = segmentation.size().box();
        BlockMask none = BlockMask.NONE;
        return switch (operation) {
            case COPY -> edit(ruled, other.minus(own), own.minus(other), name, progress);
            case ADD -> edit(ruled, other.minus(own), none, name, progress);
            case SUBTRACT -> edit(ruled, none, other, name, progress);
            case INTERSECT -> edit(ruled, none, own.minus(other), name, progress);
            case INVERT -> edit(ruled, own.complement(scan), own, name, progress);
            case CLEAR -> edit(ruled, none, own, name, progress);
            case FILL -> edit(ruled, own.complement(scan), none, name, progress);
        };
    }

    private static Edit edit(ToolContext context, BlockMask add, BlockMask remove, String name, Progress progress)
            throws IOException {
        return Painting.change(context, add, remove, name, "logic", progress);
    }

    private static ToolContext bypassing(ToolContext context) {
        MaskRule everywhere = new MaskRule(MaskRule.Area.EVERYWHERE, Optional.empty(), Optional.empty(),
                MaskRule.Overwrite.NONE);
        return new ToolContext(context.segmentation(), context.segmentId(), everywhere, context.settings(),
                context.intensities());
    }

    private static Operation operation(Settings settings) {
        String id = settings.choice(OPERATION, "copy");
        return Stream.of(Operation.values()).filter(o -> o.name().equalsIgnoreCase(id)).findFirst().orElse(Operation.COPY);
    }

    /** The chosen segment; without a choice the first of the list, as the panel shows it. */
    private static Segment second(ToolContext context) {
        Segmentation segmentation = context.segmentation();
        return segmentation.segment(context.settings().choice(OTHER, segmentation.segments().getFirst().id()))
                .orElseThrow(() -> new IllegalStateException("The second segment is gone: choose another one"));
    }
}
