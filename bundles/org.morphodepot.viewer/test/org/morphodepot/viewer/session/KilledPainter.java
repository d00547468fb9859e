package org.morphodepot.viewer.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.morphodepot.label.Block;
import org.morphodepot.label.Edit;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.SegmentEdits;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.journal.LabelJournal.Waste;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

/**
 * A workbench without a window that paints a script, saves now and then, and is killed at any moment. Says the number of
 * each step and the time when it ended.
 */
public final class KilledPainter {

    private static final int RADIUS = 9;
    private static final int SAVE_EVERY = 45;
    /** Every save compacts the journal. */
    private static final Waste ALWAYS = new Waste(0, 0);

    private KilledPainter() {
    }

    /** @param args folder of the journals, scan, number of the first step */
    public static void main(String[] args) throws Exception {
        Path scan = Path.of(args[1]);
        Sessions sessions = workbench(Path.of(args[0]));
        Session session = sessions.open(Address.of(scan), Progress.NONE);
        Random pause = new Random();
        for (int n = Integer.parseInt(args[2]);; n++) {
            int step = n;
            session.change(labelling -> step(labelling, step)).join();
            System.out.println(n + " " + System.currentTimeMillis());
            if (n % SAVE_EVERY == SAVE_EVERY - 1) {
                Thread.startVirtualThread(() -> save(sessions, session, scan));
            }
            Thread.sleep(pause.nextInt(8));
        }
    }

    private static void save(Sessions sessions, Session session, Path scan) {
        try {
            sessions.save(session, scan.resolveSibling(LabelFiles.nameFor(Address.of(scan))), Progress.NONE);
        } catch (IOException e) {
            System.out.println("failed " + e);
        }
    }

    static Sessions workbench(Path journals) {
        Volumes volumes = new Volumes();
        volumes.addFormat(new FolderOfScans());
        return new Sessions(volumes, new ToolPalette(), 1 << 20, new Journals(() -> Optional.of(journals), ALWAYS));
    }

    /** The n-th step of the script: three segments, then strokes of them in turn, some taken back, some of these repeated. */
    static void step(Labelling labelling, int n) {
        switch (n < 3 ? -1 : n % 9) {
            case -1 -> labelling.apply(SegmentEdits.add(labelling.current(), List.of(new Segment("id-" + n, "bone " + n,
                    SegmentColor.ofRgb(n), 0, n + 1, "", List.of(), true, true, 1))));
            case 4, 7 -> labelling.undo();
            case 5 -> labelling.redo();
            default -> labelling.apply(ball(labelling.current(), n));
        }
    }

    private static Edit ball(Segmentation state, int n) {
        Random random = new Random(n);
        VoxelSize size = state.size();
        int x = random.nextInt(size.x());
        int y = random.nextInt(size.y());
        int z = random.nextInt(size.z());
        VoxelBox box = new VoxelBox(x - RADIUS, y - RADIUS, z - RADIUS, x + RADIUS + 1, y + RADIUS + 1, z + RADIUS + 1)
                .intersect(size.box());
        Segment segment = state.segment("id-" + n % 3).orElseThrow();
        LabelLayer layer = state.layer(segment.layer());
        List<Edit.BlockEdit> blocks = new ArrayList<>();
        for (int bz = box.z0() >> 5; bz <= box.z1() - 1 >> 5; bz++) {
            for (int by = box.y0() >> 5; by <= box.y1() - 1 >> 5; by++) {
                for (int bx = box.x0() >> 5; bx <= box.x1() - 1 >> 5; bx++) {
                    Block before = layer.block(bx, by, bz);
                    Block after = painted(before, segment.label(), x - (bx << 5), y - (by << 5), z - (bz << 5));
                    blocks.add(new Edit.BlockEdit(segment.layer(), bx, by, bz, before, after));
                }
            }
        }
        return new Edit("Paint " + n, "brush", Instant.now(), Map.of("diameter", "" + (2 * RADIUS + 1)), blocks, null, box);
    }

    private static Block painted(Block before, int label, int x, int y, int z) {
        char[] labels = new char[Block.VOXELS];
        before.copyTo(labels);
        for (int i = 0; i < labels.length; i++) {
            int dx = (i & 31) - x;
            int dy = (i >> 5 & 31) - y;
            int dz = (i >> 10) - z;
            if (dx * dx + dy * dy + dz * dz <= RADIUS * RADIUS) {
                labels[i] = (char) label;
            }
        }
        return Block.of(labels);
    }
}
