import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.morphodepot.label.Block;
import org.morphodepot.label.Edit;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.journal.LabelJournal;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

/**
 * Strokes of 50 voxels diameter, every third taken back and painted anew; then the journal is compacted while painting goes
 * on; five times. Says its size before and after, and how long strokes waited to be in the file. Arguments: folder, strokes.
 */
public final class JournalSize {

    private static final int RADIUS = 25;
    private static final int ROUNDS = 5;
    private static final VoxelSize SIZE = new VoxelSize(1024, 1024, 1024);

    private final Labelling labelling = new Labelling(Segmentation.empty(SIZE, Geometry.of(1, 1, 1, "mm")), 1 << 24);
    private final Random random = new Random(1);
    private final LabelJournal journal;

    private JournalSize(Path file) throws Exception {
        journal = LabelJournal.open(file, "base");
        journal.attach(labelling);
    }

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0], "work.journal");
        JournalSize bench = new JournalSize(file);
        int strokes = Integer.parseInt(args[1]);
        List<Double> alone = new ArrayList<>();
        List<Double> during = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int n = 0; n < strokes; n++) {
                alone.add(bench.stroke(n));
            }
            bench.compact(file, during);
        }
        print("not compacting", alone);
        print("while compacting", during);
        bench.journal.close();
    }

    private void compact(Path file, List<Double> during) throws Exception {
        LabelJournal.Mark mark = journal.mark();
        journal.saved(mark, "saved " + mark.steps());
        journal.synced().get();
        long before = Files.size(file);
        long start = System.nanoTime();
        CompletableFuture<Boolean> compacted = journal.compact(mark, LabelJournal.Waste.MUCH);
        int painted = 0;
        while (!compacted.isDone()) {
            during.add(stroke(painted++));
        }
        double millis = (System.nanoTime() - start) / 1e6;
        journal.synced().get();
        System.out.printf("%d steps in the history: %.2f MB became %.2f MB with %d more strokes in %.0f ms (%s)%n",
                labelling.position(), before / 1e6, Files.size(file) / 1e6, painted, millis, compacted.get());
    }

    private static void print(String when, List<Double> waits) {
        double[] millis = waits.stream().mapToDouble(wait -> wait).sorted().toArray();
        System.out.printf("a stroke was in the file after (%s): median %.2f ms, p99 %.2f ms, longest %.2f ms%n", when,
                millis[millis.length / 2], millis[(int) (millis.length * 0.99)], millis[millis.length - 1]);
    }

    /** Milliseconds from the end of a stroke until it is in the file. */
    private double stroke(int n) throws Exception {
        if (n % 3 == 2) {
            labelling.undo();
        }
        Edit edit = ball();
        long start = System.nanoTime();
        labelling.apply(edit);
        journal.appended().get();
        return (System.nanoTime() - start) / 1e6;
    }

    private Edit ball() {
        int x = RADIUS + random.nextInt(SIZE.x() - 2 * RADIUS);
        int y = RADIUS + random.nextInt(SIZE.y() - 2 * RADIUS);
        int z = RADIUS + random.nextInt(SIZE.z() - 2 * RADIUS);
        VoxelBox box = new VoxelBox(x - RADIUS, y - RADIUS, z - RADIUS, x + RADIUS, y + RADIUS, z + RADIUS);
        List<Edit.BlockEdit> blocks = new ArrayList<>();
        for (int bz = box.z0() >> 5; bz <= box.z1() - 1 >> 5; bz++) {
            for (int by = box.y0() >> 5; by <= box.y1() - 1 >> 5; by++) {
                for (int bx = box.x0() >> 5; bx <= box.x1() - 1 >> 5; bx++) {
                    Block before = labelling.current().layer(0).block(bx, by, bz);
                    blocks.add(new Edit.BlockEdit(0, bx, by, bz, before,
                            painted(before, x - (bx << 5), y - (by << 5), z - (bz << 5))));
                }
            }
        }
        return new Edit("Paint", "brush", Instant.now(), Map.of(), blocks, null, box);
    }

    private static Block painted(Block before, int x, int y, int z) {
        char[] labels = new char[Block.VOXELS];
        before.copyTo(labels);
        for (int i = 0; i < labels.length; i++) {
            int dx = (i & 31) - x;
            int dy = (i >> 5 & 31) - y;
            int dz = (i >> 10) - z;
            if (dx * dx + dy * dy + dz * dz < RADIUS * RADIUS) {
                labels[i] = 1;
            }
        }
        return Block.of(labels);
    }
}
