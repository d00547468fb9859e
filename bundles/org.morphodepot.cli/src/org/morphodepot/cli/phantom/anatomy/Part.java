package org.morphodepot.cli.phantom.anatomy;

import org.morphodepot.cli.phantom.shape.Extent;
import org.morphodepot.cli.phantom.shape.Shape;

/**
 * One solid of one tissue. It replaces what was there before, softly at its surface.
 *
 * @param labels which structure a voxel inside belongs to
 */
record Part(Shape shape, Tissue tissue, Labels labels, Extent extent) {

    /** Names the structure at a place. */
    @FunctionalInterface
    interface Labels {
        /** What was there before stays. */
        int KEEP = -1;

        int at(float x, float y, float z);
    }

    /** A part without a name of its own: what it replaces loses its name. */
    static Part unnamed(Shape shape, Tissue tissue) {
        return new Part(shape, tissue, (x, y, z) -> 0, shape.extent());
    }

    /** A part that leaves names as they are. */
    static Part detail(Shape shape, Tissue tissue) {
        return new Part(shape, tissue, (x, y, z) -> Labels.KEEP, shape.extent());
    }

    static Part of(Structure structure, Shape shape, Tissue tissue) {
        int label = structure.label();
        return new Part(shape, tissue, (x, y, z) -> label, shape.extent());
    }

    static Part of(Labels labels, Shape shape, Tissue tissue) {
        return new Part(shape, tissue, labels, shape.extent());
    }

    void paint(Patch patch) {
        float edge = patch.edge;
        Extent box = patch.extent();
        if (!box.meets(extent.grow(edge)) || isFar(box)) {
            return;
        }
        Shape near = shape.near(box, edge);
        for (int v = 0; v < patch.voxels; v++) {
            float d = near.distance(patch.x[v], patch.y[v], patch.z[v]);
            if (d < edge / 2) {
                paint(patch, v, d, edge);
            }
        }
    }

    private void paint(Patch patch, int v, float d, float edge) {
        float x = patch.x[v];
        float y = patch.y[v];
        float z = patch.z[v];
        float inside = tissue.at(x, y, z, Math.max(0, -d), edge);
        patch.value[v] = Tissue.mix(patch.value[v], inside, Tissue.cover(d, edge));
        if (d < 0) {
            int name = labels.at(x, y, z);
            if (name != Labels.KEEP) {
                patch.label[v] = (byte) name;
            }
        }
    }

    /**
     * Whether the surface is certainly out of reach, judged from the middle of the box; distances may be off by a
     * third.
     */
    private boolean isFar(Extent box) {
        float hx = (box.x1() - box.x0()) / 2;
        float hy = (box.y1() - box.y0()) / 2;
        float hz = (box.z1() - box.z0()) / 2;
        float reach = (float) Math.sqrt(hx * hx + hy * hy + hz * hz);
        return shape.distance(box.x0() + hx, box.y0() + hy, box.z0() + hz) > 1.35f * reach + 0.2f;
    }
}
