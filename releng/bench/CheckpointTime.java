import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.client.TokenVault;
import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.LabelLayer.BlockChange;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.Volumes;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.checkpoint.Checkpoint;
import org.morphodepot.work.checkpoint.Summary;
import org.morphodepot.work.start.Assignment;

/** How long a checkpoint takes after 100 strokes: save the file, count what changed by blocks, commit it. */
class CheckpointTime {

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        VoxelSize size = LabelShapes.size(args[1]);
        int rounds = Integer.parseInt(args[2]);
        Path clone = Files.createDirectories(folder.resolve("clone"));
        git(clone, "init", "-q", "-b", "issue-1");
        git(clone, "-c", "user.name=Bench", "-c", "user.email=bench@example.org", "commit", "-q", "--allow-empty", "-m", "start");
        TaskRef task = new TaskRef(ForgeAddress.GITHUB, RepoName.of("director/bench"), 1);
        Account account = new Account(ForgeAddress.GITHUB, "sam", "Sam", "sam@example.org");
        Assignment assignment = new Assignment(task, account, RepoName.of("sam/bench"), clone, Address.of(clone),
                clone.resolve(task.fileName()), Optional.empty(), Optional.empty(), List.of());
        Segmentation state = LabelShapes.bones(size, 94);
        try (Desk desk = Desk.open(folder.resolve("desk"), TokenVault.inMemory(), Volumes.fromClassPath())) {
            double[] whole = new double[rounds];
            double[] commits = new double[rounds];
            Random random = new Random(3);
            for (int i = -2; i < rounds; i++) {
                state = strokes(state, random);
                long began = System.nanoTime();
                SegNrrd.write(state, assignment.labels(), Progress.NONE);
                long saved = System.nanoTime();
                Summary summary = Checkpoint.of(desk, assignment, state, Progress.NONE).orElseThrow();
                long done = System.nanoTime();
                System.out.printf("%s  save %.2f s, count and commit %.2f s, file %.1f MB, %s%n", i < 0 ? "warm-up" : "round " + i,
                        (saved - began) / 1e9, (done - saved) / 1e9, Files.size(assignment.labels()) / 1e6, summary.title());
                if (i >= 0) {
                    whole[i] = (done - began) / 1e9;
                    commits[i] = (done - saved) / 1e9;
                }
            }
            Arrays.sort(whole);
            Arrays.sort(commits);
            Runtime heap = Runtime.getRuntime();
            System.out.printf("median of %d: %.2f s, of which count and commit %.2f s; worst %.2f s; goal 1.5 s; heap %d MB%n", rounds,
                    whole[rounds / 2], commits[rounds / 2], whole[rounds - 1], heap.totalMemory() - heap.freeMemory() >> 20);
        }
    }

    /** A hundred balls of 20 voxels across, of segments of the first layer. */
    private static Segmentation strokes(Segmentation state, Random random) {
        LabelLayer layer = state.layer(0);
        for (int i = 0; i < 100; i++) {
            int label = 1 + random.nextInt(94);
            int x = random.nextInt(state.size().x());
            int y = random.nextInt(state.size().y());
            int z = random.nextInt(state.size().z());
            layer = layer.with(ball(layer, x, y, z, label));
        }
        List<LabelLayer> layers = new ArrayList<>(state.layers());
        layers.set(0, layer);
        return state.withLayers(layers);
    }

    private static List<BlockChange> ball(LabelLayer layer, int x, int y, int z, int label) {
        List<BlockChange> changes = new ArrayList<>();
        VoxelSize size = layer.size();
        for (int bz = Math.max(0, z - 10) >> 5; bz <= Math.min(size.z() - 1, z + 10) >> 5; bz++) {
            for (int by = Math.max(0, y - 10) >> 5; by <= Math.min(size.y() - 1, y + 10) >> 5; by++) {
                for (int bx = Math.max(0, x - 10) >> 5; bx <= Math.min(size.x() - 1, x + 10) >> 5; bx++) {
                    char[] labels = new char[Block.VOXELS];
                    layer.block(bx, by, bz).copyTo(labels);
                    for (int i = 0; i < labels.length; i++) {
                        int dx = (bx << 5) + (i & 31) - x;
                        int dy = (by << 5) + (i >> 5 & 31) - y;
                        int dz = (bz << 5) + (i >> 10) - z;
                        labels[i] = dx * dx + dy * dy + dz * dz <= 100 ? (char) label : labels[i];
                    }
                    changes.add(new BlockChange(bx, by, bz, Block.of(labels)));
                }
            }
        }
        return changes;
    }

    private static void git(Path folder, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(words));
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("git " + String.join(" ", words));
        }
    }
}
