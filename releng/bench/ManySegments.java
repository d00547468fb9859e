import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.SegmentCounts;
import org.morphodepot.label.SegmentEdits;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.SegmentationDiff;
import org.morphodepot.label.merge.SegmentationMerge;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.nrrd.NrrdFormat;

/** What costs how much when there are very many segments: boxes of 4 x 4 x 4 voxels, each a segment of its own. */
final class ManySegments {

    private ManySegments() {
    }

    public static void main(String[] args) throws Exception {
        int segments = Integer.parseInt(args[0]);
        VoxelSize size = new VoxelSize(192, 192, 192);
        Segmentation state = LabelShapes.of(size, segments, (x, y, z) -> {
            int box = x / 4 + 48 * (y / 4) + 48 * 48 * (z / 4);
            return box < segments && x < size.x() && y < size.y() && z < size.z() ? 1 + box : 0;
        });
        Path file = Files.createTempFile("many", ".seg.nrrd");
        try {
            for (int round = 0; round < 3; round++) {
                System.out.println(round == 0 ? "first" : "again");
                run(state, file);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void run(Segmentation state, Path file) throws Exception {
        timed("write", () -> {
            SegNrrd.write(state, file, Progress.NONE);
            return file;
        });
        Segmentation read = timed("read", () -> read(file));
        if (read.segments().size() != state.segments().size() || changedVoxels(state, read) > 0) {
            throw new IllegalStateException("read something else than was written");
        }
        Segment some = read.segments().get(read.segments().size() / 2);
        timed("rename", () -> SegmentEdits.rename(read, some.id(), "other"));
        timed("add", () -> SegmentEdits.add(read, "new", SegmentColor.ofRgb(1), ""));
        timed("remove a tenth", () -> {
            List<String> ids = read.segments().stream().limit(read.segments().size() / 10).map(Segment::id).toList();
            return SegmentEdits.remove(read, ids);
        });
        timed("count", () -> SegmentCounts.of(read));
        Segmentation other = read.withSegment(some.id(), s -> s.withName("other"));
        timed("diff", () -> SegmentationDiff.between(read, other));
        timed("merge", () -> SegmentationMerge.of(read, other, read));
    }

    private static long changedVoxels(Segmentation before, Segmentation after) {
        return SegmentationDiff.between(before, after).stream().mapToLong(d -> d.added() + d.removed()).sum();
    }

    private static Segmentation read(Path file) throws Exception {
        Volumes volumes = new Volumes();
        volumes.addFormat(new NrrdFormat());
        try (Dataset dataset = volumes.open(Address.of(file))) {
            return SegNrrd.read(dataset, Optional.empty(), Progress.NONE);
        }
    }

    private static <T> T timed(String what, Callable<T> work) throws Exception {
        long start = System.nanoTime();
        T result = work.call();
        System.out.println(String.format(Locale.ROOT, "  %-15s %8.3f s", what, (System.nanoTime() - start) / 1e9));
        return result;
    }
}
