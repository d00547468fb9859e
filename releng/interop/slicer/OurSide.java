import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.morphodepot.cli.Main;
import org.morphodepot.label.Labelling;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.SegmentEdits;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.segnrrd.Grid;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.label.tool.BlockMask;
import org.morphodepot.label.tool.Intensities;
import org.morphodepot.label.tool.MaskRule;
import org.morphodepot.label.tool.Painting;
import org.morphodepot.label.tool.Settings;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelBox;

/**
 * The workbench's side of the exchange with Slicer: does what each line of standard input says (words separated by tabs) and
 * answers with a line. Boxes are first and last voxel along i, j, k of the scan, colours six hexadecimal digits.
 */
class OurSide {

    private final Volumes volumes = Volumes.fromClassPath();
    private Labelling labelling;

    public static void main(String[] args) throws Exception {
        OurSide side = new OurSide();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            try {
                out.println("ok\t" + side.order(line.split("\t", -1)));
            } catch (IOException | RuntimeException e) {
                out.println("failed\t" + e);
            }
        }
    }

    private String order(String[] words) throws IOException {
        switch (words[0]) {
            case "cli" -> {
                return command(Arrays.copyOfRange(words, 1, words.length));
            }
            case "read" -> labelling = new Labelling(unlocked(read(Path.of(words[1]), Path.of(words[2]))));
            case "paint" -> paint(words[1], box(words[2]), MaskRule.Overwrite.valueOf(words[3]));
            case "erase" -> labelling.apply(Painting.erase(context(words[1], MaskRule.Overwrite.ALL),
                    BlockMask.all(box(words[2])), "erase", "test", Progress.NONE));
            case "add" -> {
                labelling.apply(SegmentEdits.add(state(), words[1], color(words[2]), words[3]));
                String id = state().segments().getLast().id();
                labelling.show(state().withSegment(id, s -> s.withLocked(false)));
                return id;
            }
            case "rename" -> labelling.apply(SegmentEdits.rename(state(), words[1], words[2]));
            case "recolour" -> labelling.apply(SegmentEdits.recolour(state(), words[1], color(words[2])));
            case "retag" -> labelling.apply(SegmentEdits.retag(state(), words[1], words[2]));
            case "remove" -> labelling.apply(SegmentEdits.remove(state(), List.of(words[1])));
            case "save" -> SegNrrd.write(state(), Path.of(words[1]), Progress.NONE);
            case "crop" -> SegNrrd.writeCropped(state(), Path.of(words[1]), Progress.NONE);
            default -> throw new IllegalArgumentException("no order " + words[0]);
        }
        return "";
    }

    private static String command(String[] words) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(words, new PrintWriter(out), new PrintWriter(err));
        if (code != 0) {
            throw new IOException(String.join(" ", words) + ": " + err.toString().strip());
        }
        return out.toString().replaceAll("\\R", "");
    }

    private Segmentation read(Path file, Path scan) throws IOException {
        try (Dataset labels = volumes.open(Address.of(file)); Volume volume = volumes.open(Address.of(scan)).volume()) {
            Grid grid = new Grid(volume.levels().getFirst().size(), volume.geometry());
            return SegNrrd.read(labels, Optional.of(grid), Progress.NONE);
        }
    }

    /** Slicer knows no locks. */
    private static Segmentation unlocked(Segmentation read) {
        return read.withSegments(read.segments().stream().map(s -> s.withLocked(false)).toList());
    }

    private Segmentation state() {
        return labelling.current();
    }

    private void paint(String id, VoxelBox box, MaskRule.Overwrite overwrite) throws IOException {
        labelling.apply(Painting.paint(context(id, overwrite), BlockMask.all(box), "paint", "test", Progress.NONE));
    }

    private ToolContext context(String id, MaskRule.Overwrite overwrite) {
        MaskRule rule = new MaskRule(MaskRule.Area.EVERYWHERE, Optional.empty(), Optional.empty(), overwrite);
        return new ToolContext(state(), id, rule, Settings.NONE, new Intensities() {
            @Override
            public void read(VoxelBox box, float[] out) {
                throw new IllegalStateException("no edit here looks at the scan");
            }

            @Override
            public DisplayRange range() {
                return new DisplayRange(0, 1);
            }
        });
    }

    private static VoxelBox box(String text) {
        int[] n = Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
        return new VoxelBox(n[0], n[2], n[4], n[1] + 1, n[3] + 1, n[5] + 1);
    }

    private static SegmentColor color(String hexadecimal) {
        return SegmentColor.ofRgb(Integer.parseInt(hexadecimal, 16));
    }
}
