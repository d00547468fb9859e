package org.morphodepot.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

/** One voxel is two pixels; the right axis runs against the screen. */
class BoxGripTest {

    private static final SlicePlane PLANE = new SlicePlane(SliceOrientation.AXIAL, 2, 0, 1, true, false,
            List.of("L", "R", "A", "P"));
    private static final VoxelSize SIZE = new VoxelSize(100, 80, 60);

    private final ViewTransform view = ViewTransform.of(PLANE, new SliceCamera(49.5, 39.5, 2), Geometry.of(1, 1, 1, "mm"), 200,
            160);
    private final VoxelBox box = new VoxelBox(20, 30, 10, 40, 50, 20);

    private Optional<BoxGrip> at(double x, double y) {
        return BoxGrip.at(view, box, view.screenX(x), view.screenY(y), 4);
    }

    @Test
    void at_tellsSidesCornersAndInside() {
        assertEquals(Optional.of(BoxGrip.WHOLE), at(30, 40));
        assertEquals(Optional.of(new BoxGrip(-1, 0)), at(19.5, 40));
        assertEquals(Optional.of(new BoxGrip(1, 1)), at(39.5, 49.5));
        assertEquals(Optional.empty(), at(45, 40));
    }

    @Test
    void dragged_movesOneSideAndStopsAtTheOther() {
        double[] from = {view.screenX(39.5), view.screenY(40)};
        assertEquals(new VoxelBox(20, 30, 10, 45, 50, 20),
                new BoxGrip(1, 0).dragged(view, box, from, new double[] {view.screenX(44.5), from[1] + 30}, SIZE));
        assertEquals(new VoxelBox(20, 30, 10, 21, 50, 20),
                new BoxGrip(1, 0).dragged(view, box, from, new double[] {view.screenX(0), from[1]}, SIZE));
    }

    @Test
    void dragged_asAWhole_keepsItsSizeInsideTheScan() {
        double[] from = {view.screenX(30), view.screenY(40)};
        assertEquals(new VoxelBox(80, 0, 10, 100, 20, 20),
                BoxGrip.WHOLE.dragged(view, box, from, new double[] {view.screenX(500), view.screenY(-500)}, SIZE));
    }

    @Test
    void drawn_isAsDeepAsWideUntilItHasADepth() {
        double[] from = {view.screenX(10), view.screenY(10)};
        double[] to = {view.screenX(29), view.screenY(29)};
        assertEquals(new VoxelBox(10, 10, 20, 30, 30, 41), BoxGrip.drawn(view, 30, VoxelBox.EMPTY, from, to, SIZE));
        assertEquals(new VoxelBox(10, 10, 10, 30, 30, 20), BoxGrip.drawn(view, 15, box, to, from, SIZE), "keeps its depth");
        assertEquals(new VoxelBox(10, 10, 20, 30, 30, 41), BoxGrip.drawn(view, 30, box, from, to, SIZE), "another slice");
    }
}
