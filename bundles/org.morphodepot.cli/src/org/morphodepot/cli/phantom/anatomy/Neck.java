package org.morphodepot.cli.phantom.anatomy;

import java.util.ArrayList;
import java.util.List;

import org.morphodepot.cli.phantom.shape.Blend;
import org.morphodepot.cli.phantom.shape.Ellipsoid;
import org.morphodepot.cli.phantom.shape.Ring;
import org.morphodepot.cli.phantom.shape.Shape;
import org.morphodepot.cli.phantom.shape.Tube;

/** Four vertebrae around the spinal cord, with discs between them. */
final class Neck {

    private Neck() {
    }

    static List<Part> parts(Texture texture) {
        List<Part> parts = new ArrayList<>();
        Tissue bone = Tissue.bone(0.12f, texture);
        for (double y = 6.98; y < 8.2; y += 0.66) {
            parts.add(Part.unnamed(Ellipsoid.of(0, y, -1.83, 0.5, 0.1, 0.34), Tissue.even(Tissue.CARTILAGE - 60)));
        }
        parts.add(Part.of(Structure.ATLAS, atlas(), bone));
        parts.add(Part.of(Structure.AXIS, axis(), bone));
        parts.add(Part.of(Structure.CERVICAL_3, vertebra(7.32, -0.98, 0.55), bone));
        parts.add(Part.of(Structure.CERVICAL_4, vertebra(7.98, -1.02, 0.6), bone));
        parts.add(Part.unnamed(Tube.of(0, 5.3, -0.85, 0.55, 0, 6.2, -0.95, 0.55, 0, 9, -1.0, 0.52),
                Tissue.even(Tissue.WATER)));
        parts.add(Part.unnamed(Tube.of(0, 4.3, -0.6, 0.55, 0, 5.3, -0.85, 0.42, 0, 6.2, -0.97, 0.38, 0, 9, -1.02, 0.36),
                (x, y, z, depth, edge) -> Tissue.BRAIN + 22 * Tissue.cover(0.14f - depth, 0.1f)));
        for (int side = -1; side <= 1; side += 2) {
            parts.add(Part.unnamed(Tube.of(1.0 * side, 5.4, -1.2, 0.1, 0.95 * side, 9, -1.35, 0.1),
                    Tissue.even(Tissue.MUSCLE - 40)));
        }
        return parts;
    }

    private static Shape atlas() {
        return new Blend(0.2, Ring.of(0, 5.82, -0.95, 0.86, 0.2, 0.27),
                Ellipsoid.of(0.72, 5.72, -1.15, 0.3, 0.36, 0.36), Ellipsoid.of(-0.72, 5.72, -1.15, 0.3, 0.36, 0.36),
                wing(1, 5.85), wing(-1, 5.85),
                Tube.of(0, 5.8, -1.85, 0.17, 0, 5.95, -2.1, 0.1));
    }

    private static Shape wing(int side, double y) {
        return Tube.of(0.8 * side, y, -1.1, 0.2, 1.35 * side, y + 0.08, -1.2, 0.24, 1.95 * side, y + 0.15, -1.25, 0.16);
    }

    private static Shape axis() {
        return new Blend(0.2, vertebra(6.62, -0.95, 0.85),
                Tube.of(0, 6.5, -1.75, 0.22, 0, 6.05, -1.62, 0.19, 0, 5.8, -1.55, 0.12),
                Tube.of(0, 6.35, 0.15, 0.12, 0, 6.8, 0.35, 0.16, 0, 7.05, 0.3, 0.12));
    }

    /** Centrum, arch, spine of the given length, and the two transverse processes. */
    private static Shape vertebra(double y, double z, double spine) {
        return new Blend(0.16, Ring.of(0, y, z, 0.76, 0.17, 0.27),
                Ellipsoid.of(0, y, z - 0.86, 0.5, 0.27, 0.33),
                Tube.of(0, y, z + 0.7, 0.13, 0, y + 0.12, z + 0.75 + spine, 0.1),
                Tube.of(0.65, y, z - 0.35, 0.15, 1.25, y + 0.1, z - 0.55, 0.14, 1.5, y + 0.2, z - 0.75, 0.1),
                Tube.of(-0.65, y, z - 0.35, 0.15, -1.25, y + 0.1, z - 0.55, 0.14, -1.5, y + 0.2, z - 0.75, 0.1),
                Ellipsoid.of(0.72, y, z - 0.1, 0.2, 0.36, 0.2), Ellipsoid.of(-0.72, y, z - 0.1, 0.2, 0.36, 0.2));
    }
}
