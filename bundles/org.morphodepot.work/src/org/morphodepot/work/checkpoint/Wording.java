package org.morphodepot.work.checkpoint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.morphodepot.label.Segmentation;
import org.morphodepot.label.SegmentationDiff;
import org.morphodepot.label.SegmentDifference;
import org.morphodepot.work.checkpoint.Summary.Line;

/** What changed between two segmentations, in the words that 3D Slicer's MorphoDepot writes into commits. */
final class Wording {

    private Wording() {
    }

    /** Segments that are new and have no voxels are not worth a word. */
    static Summary summary(String branch, Segmentation before, Segmentation after) {
        List<SegmentDifference> all = SegmentationDiff.between(before, after);
        List<Line> added = lines(all, d -> d.before().isEmpty() && d.added() > 0);
        List<Line> modified = lines(all, d -> d.before().isPresent() && d.after().isPresent());
        List<Line> removed = lines(all, d -> d.after().isEmpty());
        String title = "Edited " + branch + count(modified, "modified") + count(added, "added") + count(removed, "removed");
        String text = title + "\n\n" + voxels(added, modified, removed) + generated(added, modified, removed);
        return new Summary(added, modified, removed, title, text, Optional.empty(), Optional.empty());
    }

    private static List<Line> lines(List<SegmentDifference> all, Predicate<SegmentDifference> which) {
        return all.stream().filter(which).map(d -> new Line(d.segment().name(), d.added(), d.removed())).toList();
    }

    private static String count(List<Line> lines, String how) {
        return lines.isEmpty() ? "" : " - " + names(lines).size() + " " + how;
    }

    private static Collection<String> names(List<Line> lines) {
        return lines.stream().map(Line::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The part that people may write themselves in 3D Slicer. */
    private static String voxels(List<Line> added, List<Line> modified, List<Line> removed) {
        List<Line> all = new ArrayList<>(modified);
        all.addAll(added);
        all.addAll(removed);
        String text = all.stream().filter(line -> line.voxels() > 0)
                .map(line -> line.name() + ": +" + line.more() + " -" + line.fewer() + " voxels")
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? "" : text + "\n\n";
    }

    /** Word for word, blank line included, what 3D Slicer generates. */
    private static String generated(List<Line> added, List<Line> modified, List<Line> removed) {
        String text = "Edits:\n" + list(modified, "Modified segments:\n") + list(added, "\nAdded segments:\n")
                + list(removed, "\nRemoved segments:\n");
        return text.strip();
    }

    private static String list(List<Line> lines, String heading) {
        return lines.isEmpty() ? "" : heading + names(lines).stream().map(name -> "- " + name).collect(Collectors.joining("\n"));
    }
}
