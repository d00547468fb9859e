package org.morphodepot.label.tools.region;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.morphodepot.label.Edit;
import org.morphodepot.label.Edit.SegmentsEdit;
import org.morphodepot.label.FreePlaces;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.label.tool.VoxelMask;
import org.morphodepot.label.tools.LabelWriter;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;

/**
 * Makes every island but the largest a segment of its own, the next largest first, and removes islands below a size. The mask
 * rule does not apply: no other segment changes.
 */
final class IslandSplit {

    /** New segments at most; more is a sign of noise. */
    private static final int MOST = 200;

    private final ToolContext context;
    private final Components islands;
    private final long minimum;
    private final Segment active;

    IslandSplit(ToolContext context, Components islands, long minimum) {
        this.context = context;
        this.islands = islands;
        this.minimum = minimum;
        active = context.segment();
    }

    Edit edit(Progress progress) throws IOException {
        int largest = islands.largest();
        List<Integer> chosen = IntStream.range(0, islands.count()).filter(i -> i != largest && islands.size(i) >= minimum)
                .boxed().sorted(Comparator.comparing((Integer i) -> -islands.size(i))).toList();
        if (chosen.size() > MOST) {
            throw new VolumeException(VolumeException.Kind.TOO_LARGE, active.name() + " has " + (chosen.size() + 1)
                    + " islands of " + minimum + " voxels or more, and at most " + MOST
                    + " new segments are made at once; raise the minimum size");
        }
        Map<Integer, VoxelMask> masks = masks(chosen, largest, progress);
        List<Segment> segments = new ArrayList<>(context.segmentation().segments());
        LabelWriter writer = new LabelWriter(context.segmentation());
        writer.set(active.layer(), 0, masks.get(-1));
        addSegments(chosen, masks, segments, writer);
        List<Edit.BlockEdit> blocks = writer.blocks(progress);
        SegmentsEdit list = chosen.isEmpty() ? null
                : new SegmentsEdit(context.segmentation().segments(), List.copyOf(segments));
        return new Edit("Split islands of " + active.name(), "islands", Instant.now(), context.settings().values(), blocks,
                list, writer.box());
    }

    /** Voxels by island; those of islands that go are under -1. */
    private Map<Integer, VoxelMask> masks(List<Integer> chosen, int largest, Progress progress) throws IOException {
        Map<Integer, VoxelMask> masks = new HashMap<>();
        masks.put(-1, new VoxelMask());
        chosen.forEach(i -> masks.put(i, new VoxelMask()));
        islands.forEachRun((island, x0, x1, y, z) -> {
            if (island != largest) {
                masks.getOrDefault(island, masks.get(-1)).addRow(x0, x1, y, z);
            }
        }, progress);
        return masks;
    }

    private void addSegments(List<Integer> chosen, Map<Integer, VoxelMask> masks, List<Segment> segments, LabelWriter writer) {
        FreePlaces free = FreePlaces.in(context.segmentation(), active.layer());
        int place = 1 + segments.indexOf(active);
        int number = 2;
        for (int island : chosen) {
            Segment piece = new Segment(free.id(""), active.name() + " " + number, color(number), active.layer(),
                    free.label(0), active.tags(), List.of(), true, true, active.opacity());
            segments.add(place++, piece);
            writer.set(active.layer(), piece.label(), masks.get(island));
            number++;
        }
    }

    /** Turns the hue by the golden angle from piece to piece, so that neighbours in the list look different. */
    private SegmentColor color(int number) {
        double turn = number * 0.381966;
        double[] rgb = new double[3];
        for (int c = 0; c < 3; c++) {
            double wave = Math.cos(2 * Math.PI * (turn - c / 3.0));
            rgb[c] = Math.clamp(0.55 + 0.45 * wave, 0, 1);
        }
        return new SegmentColor(rgb[0], rgb[1], rgb[2]);
    }
}
