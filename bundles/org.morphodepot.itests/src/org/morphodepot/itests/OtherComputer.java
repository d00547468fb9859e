package org.morphodepot.itests;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.morphodepot.git.GitProgress;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Secret;
import org.morphodepot.github.client.TokenVault;
import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.LabelLayer.BlockChange;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.work.Desk;
import org.morphodepot.work.SavedLabels;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.checkpoint.Checkpoint;
import org.morphodepot.work.start.Assignment;
import org.morphodepot.work.start.StartWork;
import org.morphodepot.work.submit.Submit;

/** The same person with the same task in another place, without a window. */
final class OtherComputer implements AutoCloseable {

    private final Desk desk;
    private final Assignment work;
    private Segmentation labels;

    OtherComputer(Path folder, String server, Secret token, TaskRef task) throws IOException {
        desk = Desk.open(folder, TokenVault.inMemory(), new Workbench().volumes());
        desk.accounts().add(ForgeAddress.of(server), token, () -> false);
        work = StartWork.on(desk, task, Progress.NONE);
        labels = sent();
    }

    /** The labels of the task as the forge has them now. */
    Segmentation sent() throws IOException {
        return desk.folders().in(work.folder(), clone -> SavedLabels.ofTask(desk.volumes(), clone,
                clone.fetch("origin", work.task().branch(), desk.signIn(work.account()), GitProgress.NONE),
                work.task().fileName(), SavedLabels.grid(desk.volumes(), work.scan()), Progress.NONE));
    }

    /** Paints a box with a segment that is there. */
    void paint(String name, VoxelBox box) {
        Segment segment = labels.segments().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        LabelLayer layer = labels.layer(segment.layer());
        List<BlockChange> changes = new ArrayList<>();
        for (int z = box.z0() / Block.SIDE; z * Block.SIDE < box.z1(); z++) {
            for (int y = box.y0() / Block.SIDE; y * Block.SIDE < box.y1(); y++) {
                for (int x = box.x0() / Block.SIDE; x * Block.SIDE < box.x1(); x++) {
                    changes.add(new BlockChange(x, y, z, filled(layer, layer.voxels(x, y, z), box, segment.label())));
                }
            }
        }
        List<LabelLayer> layers = new ArrayList<>(labels.layers());
        layers.set(segment.layer(), layer.with(changes));
        labels = labels.withLayers(layers);
    }

    private static Block filled(LabelLayer layer, VoxelBox block, VoxelBox box, int label) {
        char[] voxels = new char[Block.VOXELS];
        for (int z = block.z0(); z < block.z1(); z++) {
            for (int y = block.y0(); y < block.y1(); y++) {
                for (int x = block.x0(); x < block.x1(); x++) {
                    int at = ((z - block.z0()) * Block.SIDE + y - block.y0()) * Block.SIDE + x - block.x0();
                    voxels[at] = (char) (box.contains(new VoxelPoint(x, y, z)) ? label
                            : layer.label(x, y, z));
                }
            }
        }
        return Block.of(voxels);
    }

    Segmentation labels() {
        return labels;
    }

    void submit() throws IOException, InterruptedException {
        SegNrrd.write(labels, work.labels(), Progress.NONE);
        Checkpoint.of(desk, work, labels, Progress.NONE);
        Submit.at(desk).submit(work);
        if (!desk.queue().settle(Duration.ofSeconds(60))) {
            throw new AssertionError("not sent: " + desk.queue().entries());
        }
    }

    @Override
    public void close() {
        desk.close();
    }
}
