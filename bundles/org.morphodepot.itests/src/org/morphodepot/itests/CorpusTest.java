package org.morphodepot.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.testing.RealData;
import org.morphodepot.testing.ui.Robot;
import org.morphodepot.viewer.Rendering;
import org.morphodepot.viewer.ScreenRect;
import org.morphodepot.viewer.SliceOrientation;
import org.morphodepot.viewer.SliceRenderer;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;

/** Every kind of file, opened as a user opens it, shows a whole picture in all three views and no dialog. */
@ExtendWith(PictureOnFailure.class)
class CorpusTest {

    private static final String OPEN = "org.morphodepot.viewer.ui.open";
    /** Vectors that all point the same way. */
    private static final Set<String> UNIFORM = Set.of("deform2x2x2_ras.nrrd");

    @TempDir
    Path folder;

    private final Display display = PlatformUI.getWorkbench().getDisplay();
    private final Workbench workbench = new Workbench();
    private final Robot robot = workbench.robot();

    @AfterEach
    void close() {
        workbench.clear();
    }

    @Test
    void everyFormat_showsAPicture() throws IOException {
        assertEquals("", troubles(CorpusFiles.make(folder, workbench.volumes(), display)));
    }

    @Test
    void realFiles_showAPicture() throws IOException {
        assumeTrue(RealData.isHere(), "the real files are not on this computer");
        List<Path> files = new ArrayList<>();
        for (Path file : candidates()) {
            if (isScan(file)) {
                files.add(file);
            }
        }
        assertTrue(files.size() > 40, "only " + files.size() + " files");
        assertEquals("", troubles(files));
    }

    /** Scans of the data folder; segmentations are copied, since work on them is kept beside them. */
    private List<Path> candidates() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String nrrd : List.of("nrrd/pynrrd", "nrrd/slicer", "nrrd/teem", "segnrrd/slicerio")) {
            for (Path file : below(RealData.path(nrrd), 1, ".*\\.(nrrd|nhdr|nii\\.gz)")) {
                files.add(file.toString().endsWith(".seg.nrrd") ? Files.copy(file, folder.resolve(file.getFileName())) : file);
            }
        }
        files.addAll(below(RealData.path("omezarr/zarr-python"), 1, ".*\\.zarr"));
        files.addAll(below(RealData.path("omezarr/zarr-java"), 1, ".*v0\\.."));
        files.addAll(below(RealData.path("omezarr/neuroglancer"), 1, ".*simple.*"));
        files.addAll(below(RealData.path("zarr/zarrita.js/v2"), 1, ".*/3d\\..*i2.*"));
        files.addAll(below(RealData.path("zarr/zarrs"), 2, ".*/array_(gzip|blosc|zstd)(_C)?\\.zarr"));
        return files;
    }

    private static List<Path> below(Path folder, int depth, String pattern) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(f -> !f.equals(folder) && f.toString().matches(pattern)).sorted().toList();
        }
    }

    /** Whether it can be shown at all; that others are refused is looked at elsewhere. */
    private boolean isScan(Path file) throws IOException {
        try (Dataset dataset = workbench.volumes().open(Address.of(file)); Volume volume = dataset.volume()) {
            return volume.levels().getFirst().size().voxels() > 1;
        } catch (VolumeException e) {
            return false;
        }
    }

    /** A line for each file that does not open; all of them are tried. */
    private String troubles(List<Path> files) {
        List<String> troubles = new ArrayList<>();
        for (Path file : files) {
            workbench.clear();
            robot.waitFor("no scan", () -> workbench.sessions().active().isEmpty());
            trouble(file).ifPresent(what -> troubles.add(file + ": " + what));
        }
        return String.join("\n", troubles);
    }

    private Optional<String> trouble(Path file) {
        workbench.run(OPEN, Map.of(OPEN + ".address", file.toString()));
        robot.waitFor(file + " or a dialog", () -> workbench.sessions().active().isPresent() || dialog().isPresent());
        if (dialog().filter("Voxel Spacing"::equals).isPresent()) {
            answerThatTheSpacingIsUnknown();
            robot.waitFor(file.toString(), () -> workbench.sessions().active().isPresent() || dialog().isPresent());
        }
        Optional<String> dialog = dialog();
        if (dialog.isPresent()) {
            closeDialog();
            return dialog;
        }
        Session session = workbench.sessions().active().orElseThrow();
        Point size = robot.ui(robot.find("view-axial", Control.class)::getSize);
        int[] pixels = new int[size.x * size.y];
        Set<Integer> colours = new HashSet<>();
        for (SliceOrientation orientation : SliceOrientation.values()) {
            try {
                robot.waitFor("a whole picture", () -> rendered(session, orientation, size, pixels).complete());
            } catch (AssertionError e) {
                return Optional.of(orientation + ": no picture, " + rendered(session, orientation, size, pixels).failure());
            }
            Arrays.stream(pixels).forEach(colours::add);
        }
        return colours.size() == 1 && !UNIFORM.contains(file.getFileName().toString()) ? Optional.of("pictures of one colour")
                : dialog();
    }

    /** A scan that does not say how far its voxels are apart asks for it, which is no trouble. */
    private void answerThatTheSpacingIsUnknown() {
        robot.click(robot.find("spacing-unknown", Button.class));
        robot.click(robot.find("the default button", Button.class, button -> button == button.getShell().getDefaultButton()
                && button.isEnabled() && button.getShell().getText().equals("Voxel Spacing")));
        robot.waitFor("the question to go", () -> dialog().filter("Voxel Spacing"::equals).isEmpty());
    }

    /** What the view of this size draws. */
    private static Rendering rendered(Session session, SliceOrientation orientation, Point size, int[] pixels) {
        return SliceRenderer.render(session.scene(orientation, size.x, size.y).orElseThrow(),
                new ScreenRect(0, 0, size.x, size.y), pixels);
    }

    /** The title of a dialog in front of the workbench. */
    private Optional<String> dialog() {
        return robot.ui(() -> Arrays.stream(display.getShells()).filter(this::isDialog).map(Shell::getText).findFirst());
    }

    private boolean isDialog(Shell shell) {
        return shell.isVisible() && shell.getParent() != null && !shell.getText().isEmpty();
    }

    private void closeDialog() {
        robot.ui(() -> {
            Arrays.stream(display.getShells()).filter(this::isDialog).forEach(Shell::close);
            return null;
        });
    }
}
