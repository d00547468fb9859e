package org.morphodepot.viewer.session;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.morphodepot.label.Block;
import org.morphodepot.label.Edit;
import org.morphodepot.label.UniformBlock;
import org.morphodepot.label.tool.Option;
import org.morphodepot.label.tool.Stroke;
import org.morphodepot.label.tool.StrokePoint;
import org.morphodepot.label.tool.StrokeTool;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;

/** Marks the voxel under the pointer, and fills the first block of the first layer at the end. */
final class FakeBrush implements StrokeTool {

    final List<StrokePoint> points = new ArrayList<>();
    boolean fails;

    @Override
    public List<Option> options() {
        return List.of(new Option.Number("diameter", "Diameter", "", 10, 1, 100, 1, "voxels"));
    }

    @Override
    public Gesture gesture() {
        return Gesture.BRUSH;
    }

    @Override
    public Stroke begin(ToolContext context, StrokePoint start) {
        int label = context.segment().label();
        return new Stroke() {
            @Override
            public VoxelBox move(StrokePoint point) {
                points.add(point);
                int x = (int) point.x();
                return new VoxelBox(x, 0, 0, x + 1, 1, 1);
            }

            @Override
            public boolean marked(int x, int y, int z) {
                return points.stream().anyMatch(point -> (int) point.x() == x);
            }

            @Override
            public boolean paints() {
                return true;
            }

            @Override
            public Edit finish(Progress progress) throws IOException {
                if (fails) {
                    throw new IOException("the scan cannot be read");
                }
                return new Edit("Paint", "brush", Instant.now(), Map.of(),
                        List.of(new Edit.BlockEdit(0, 0, 0, 0, UniformBlock.BACKGROUND, Block.uniform(label))), null,
                        new VoxelBox(0, 0, 0, 32, 32, 32));
            }
        };
    }
}
