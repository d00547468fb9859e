package org.morphodepot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.merge.MergeConflict;
import org.morphodepot.label.merge.SegmentationMerge;
import org.morphodepot.label.segnrrd.Grid;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;

import com.google.gson.JsonObject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code merge}: joins what two people made of one segmentation, voxel by voxel. */
@Command(name = "merge", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Merges two segmentations that began as BASE. What only one side changed is taken; where both "
                + "changed a voxel differently OURS is kept and a file OUT.conflicts.seg.nrrd shows where."})
final class MergeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BASE", description = "The segmentation both began with.")
    private Address base;

    @Parameters(index = "1", paramLabel = "OURS", description = "One side.")
    private Address ours;

    @Parameters(index = "2", paramLabel = "THEIRS", description = "The other side.")
    private Address theirs;

    @Option(names = {"-o", "--out"}, required = true, paramLabel = "OUT", description = "The merged .seg.nrrd.")
    private Path out;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** 0 when everything merged, 1 when somebody has to decide. */
    @Override
    public Integer call() throws IOException {
        try (Interrupt interrupt = Interrupt.watch(spec.commandLine().getErr())) {
            return merge(interrupt);
        }
    }

    private int merge(Progress progress) throws IOException {
        Segmentation start = read(base, Optional.empty(), progress);
        Optional<Grid> grid = Optional.of(new Grid(start.size(), start.geometry()));
        SegmentationMerge merge = SegmentationMerge.of(start, read(ours, grid, progress), read(theirs, grid, progress));
        SegNrrd.write(merge.merged(), out, progress);
        Path conflicts = conflictFile(out);
        Files.deleteIfExists(conflicts);
        boolean undecided = !merge.conflicts().isEmpty();
        if (undecided) {
            SegNrrd.write(conflictLabels(merge), conflicts, progress);
        }
        spec.commandLine().getOut().println(json ? facts(merge, conflicts).toString() : words(merge, conflicts));
        return undecided ? 1 : 0;
    }

    private static Segmentation read(Address address, Optional<Grid> grid, Progress progress) throws IOException {
        try (Dataset dataset = Scans.open(address)) {
            return SegNrrd.read(dataset, grid, progress);
        }
    }

    /** {@code merged.conflicts.seg.nrrd} beside {@code merged.seg.nrrd}. */
    private static Path conflictFile(Path merged) {
        String name = merged.getFileName().toString();
        String stem = name.endsWith(".seg.nrrd") ? name.substring(0, name.length() - ".seg.nrrd".length()) : name;
        return merged.resolveSibling(stem + ".conflicts.seg.nrrd");
    }

    /** One segment per conflict, named after what the two sides say. */
    private static Segmentation conflictLabels(SegmentationMerge merge) {
        Segmentation merged = merge.merged();
        List<LabelLayer> layers = new ArrayList<>();
        for (int layer = 0; layer < merged.layers().size(); layer++) {
            layers.add(merge.conflictLayer(layer));
        }
        List<Segment> segments = merge.conflicts().stream().map(conflict -> new Segment("conflict-" + conflict.number(),
                "Conflict " + conflict.number() + ": " + name(conflict.ours()) + " or " + name(conflict.theirs()),
                new SegmentColor(1, 0.3, 0.2), conflict.layer(), conflict.number(), "", List.of(), true, true, 1)).toList();
        return new Segmentation(merged.size(), merged.geometry(), segments, layers, List.of());
    }

    private static String name(Optional<Segment> segment) {
        return segment.map(Segment::name).orElse("nothing");
    }

    private JsonObject facts(SegmentationMerge merge, Path conflicts) {
        JsonObject facts = new JsonObject();
        facts.addProperty("merged", out.toString());
        facts.addProperty("segments", merge.merged().segments().size());
        facts.addProperty("conflicts", merge.conflicts().size());
        facts.addProperty("conflictVoxels", merge.conflicts().stream().mapToLong(MergeConflict::voxels).sum());
        facts.addProperty("conflictFile", merge.conflicts().isEmpty() ? null : conflicts.toString());
        return facts;
    }

    private String words(SegmentationMerge merge, Path conflicts) {
        long voxels = merge.conflicts().stream().mapToLong(MergeConflict::voxels).sum();
        return merge.conflicts().isEmpty() ? "Merged into " + out
                : "Merged into " + out + ", but " + merge.conflicts().size() + " places (" + voxels
                        + " voxels) were changed by both; they are in " + conflicts;
    }
}
