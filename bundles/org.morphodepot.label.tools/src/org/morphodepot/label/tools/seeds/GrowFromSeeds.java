package org.morphodepot.label.tools.seeds;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import org.morphodepot.label.Edit;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.tool.Effect;
import org.morphodepot.label.tool.Length;
import org.morphodepot.label.tool.Option;
import org.morphodepot.label.tool.Tool;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.label.tool.VoxelMask;
import org.morphodepot.label.tools.LabelWriter;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.osgi.service.component.annotations.Component;

/**
 * Grows all visible segments into the unlabelled voxels around them, each as far as the grey values are more like its own. Only
 * unlabelled, editable voxels change; hidden segments and masked voxels stand in the way.
 */
@Component(service = Effect.class)
@Tool(id = "grow", label = "Grow from Seeds", key = "6", order = 60,
        hint = "Paint a few strokes in each structure and in the background; this grows them until they meet.")
public final class GrowFromSeeds implements Effect {

    static final String LOCALITY = "locality";

    @Override
    public List<Option> options() {
        return List.of(new Option.Number(LOCALITY, "Seed locality",
                "0 follows the grey values alone; more keeps voxels with the nearer seed", 0, 0, 10, 0.5, ""));
    }

    @Override
    public Edit compute(ToolContext context, Progress progress) throws IOException {
        Segmentation segmentation = context.segmentation();
        Seeds seeds = Seeds.of(segmentation, progress);
        if (seeds.present() < 2) {
            throw new IllegalStateException("Growing needs strokes of at least two visible segments: "
                    + "one for the structure and one for what is around it");
        }
        SeedBox seedBox = SeedBox.read(context, seeds, progress);
        char[] before = seedBox.labels().clone();
        VoxelBox grid = seedBox.box();
        // 10 is a quarter of the full range of grey values per voxel.
        double locality = Math.clamp(context.settings().number(LOCALITY, 0), 0, 10) * Growth.LEVELS / 40;
        new Growth(grid.width(), grid.height(), grid.depth(), seedBox.values(), seedBox.labels(),
                Length.relativeSpacing(segmentation.geometry()), locality).run(progress);
        return edit(context, seeds, seedBox, before, progress);
    }

    private static Edit edit(ToolContext context, Seeds seeds, SeedBox grown, char[] before, Progress progress)
            throws IOException {
        VoxelMask[] masks = new VoxelMask[seeds.count() + 1];
        VoxelBox box = grown.box();
        for (int z = box.z0(); z < box.z1(); z++) {
            for (int y = box.y0(); y < box.y1(); y++) {
                collectRow(grown, before, y, z, masks);
            }
        }
        LabelWriter writer = new LabelWriter(context.segmentation());
        for (int i = 0; i < masks.length; i++) {
            if (masks[i] != null) {
                writer.set(seeds.segment(i).layer(), seeds.segment(i).label(), masks[i]);
            }
        }
        List<Edit.BlockEdit> blocks = writer.blocks(progress);
        return new Edit("Grow from seeds", "grow", Instant.now(), context.settings().values(), blocks, null, writer.box());
    }

    private static void collectRow(SeedBox grown, char[] before, int y, int z, VoxelMask[] masks) {
        VoxelBox box = grown.box();
        int row = grown.index(box.x0(), y, z);
        for (int k = 0; k < box.width(); k++) {
            int label = grown.labels()[row + k];
            if (before[row + k] == 0 && label != 0) {
                int start = k;
                while (k + 1 < box.width() && before[row + k + 1] == 0 && grown.labels()[row + k + 1] == label) {
                    k++;
                }
                if (masks[label] == null) {
                    masks[label] = new VoxelMask();
                }
                masks[label].addRow(box.x0() + start, box.x0() + k + 1, y, z);
            }
        }
    }
}
