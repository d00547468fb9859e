package org.morphodepot.cli.phantom.anatomy;

import java.util.ArrayList;
import java.util.List;

import org.morphodepot.cli.phantom.shape.Ellipsoid;
import org.morphodepot.cli.phantom.shape.Extent;
import org.morphodepot.cli.phantom.shape.Loft;
import org.morphodepot.cli.phantom.shape.Shape;
import org.morphodepot.cli.phantom.shape.Tube;

/** The brain case with its sutures and openings, the brain, and the arches of the cheeks. */
final class Skull {

    private static final Loft CASE = new Loft(
            -2.75, 0.3, 0.25, 0.25,
            -2.6, 0.32, 0.65, 0.6,
            -2.15, 0.37, 1.05, 0.95,
            -1.2, 0.55, 1.45, 1.25,
            -0.4, 0.62, 1.85, 1.5,
            0.6, 0.6, 2.55, 1.85,
            1.8, 0.48, 2.95, 2.1,
            3.0, 0.35, 2.95, 2.15,
            4.0, 0.12, 2.55, 2.0,
            4.8, -0.12, 1.85, 1.6,
            5.3, -0.25, 1.05, 0.95,
            5.5, -0.3, 0.2, 0.2);
    private static final float WALL = 0.21f;

    private final Texture texture;
    private final Sutures sutures;

    Skull(Texture texture) {
        this.texture = texture;
        this.sutures = new Sutures(texture);
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of(sutures, CASE, this::wall));
        parts.add(Part.of(Structure.CRANIAL_CAVITY, new Cavity(), this::brain));
        Tissue nerve = Tissue.even(Tissue.BRAIN);
        parts.add(Part.unnamed(Tube.of(0, 4.5, -0.75, 0.62, 0, 5.9, -0.95, 0.6), Tissue.even(Tissue.WATER)));
        for (int side = -1; side <= 1; side += 2) {
            parts.add(Part.unnamed(Tube.of(0.45 * side, 0.3, -0.75, 0.17, 0.8 * side, -0.6, -0.25, 0.16, 1.9 * side,
                    -1.4, 0.4, 0.12), nerve));
            parts.add(Part.unnamed(Tube.of(1.15 * side, 0.9, -0.7, 0.16, 1.5 * side, 0.6, -2.0, 0.16), nerve));
            parts.add(Part.unnamed(Tube.of(0.75 * side, 4.0, -0.9, 0.1, 1.2 * side, 4.3, -2.2, 0.1), nerve));
        }
        parts.add(cheek(Structure.ZYGOMATIC_LEFT, 1));
        parts.add(cheek(Structure.ZYGOMATIC_RIGHT, -1));
        for (int side = -1; side <= 1; side += 2) {
            parts.add(Part.of(Structure.OCCIPITAL, Ellipsoid.of(0.78 * side, 5.05, -0.95, 0.3, 0.42, 0.38),
                    Tissue.bone(0.12f, texture)));
        }
        return parts;
    }

    private Part cheek(Structure structure, int side) {
        Shape arch = Tube.of(1.25 * side, -3.35, -0.55, 0.3, 2.2 * side, -2.95, -0.85, 0.27, 3.15 * side, -1.7, -0.95,
                0.22, 3.45 * side, -0.2, -0.85, 0.2, 3.25 * side, 0.95, -0.6, 0.22, 2.75 * side, 1.7, -0.35, 0.25);
        return Part.of(structure, arch, Tissue.bone(0.13f, texture));
    }

    /** Two hard plates with spongy bone between where the wall is thick; soft tissue in the sutures. */
    private float wall(float x, float y, float z, float depth, float edge) {
        float suture = sutures.distance(x, y, z);
        float open = Tissue.cover(suture - 0.028f, edge);
        float core = Tissue.cover(0.075f - depth, edge) * Tissue.cover(depth - thickness(x, y, z) + 0.075f, edge);
        float bone = core <= 0 ? Tissue.BONE
                : Tissue.mix(Tissue.BONE, 1500 + 250 * texture.at(x * 6, y * 6, z * 6), core);
        return Tissue.mix(bone, Tissue.MUSCLE, 0.9f * open);
    }

    private float thickness(float x, float y, float z) {
        float base = Math.max(0, -0.35f - z) * 0.22f;
        return WALL + 0.07f * texture.at(x * 0.9f, y * 0.9f, z * 0.9f) + base;
    }

    /** Fluid, then grey matter with folds, darker ventricles within. */
    private float brain(float x, float y, float z, float depth, float edge) {
        float folds = y > 3.0f ? (float) StrictMath.sin(16 * (z + 0.55f * y) + 3 * texture.at(x, y, z)) * 22 : 0;
        float white = 16 * texture.at(x * 1.3f, y * 1.3f, z * 1.3f);
        float grey = Tissue.BRAIN + folds + white + 18 * Tissue.cover(0.5f - depth, 0.3f);
        float split = Math.abs(x) < 0.05f && z > 0.6f && y < 3.2f ? 0.7f : 0;
        float ventricle = VENTRICLES.distance(Math.abs(x), y, z);
        float wet = Math.max(split, Math.max(Tissue.cover(ventricle, edge), Tissue.cover(depth - 0.09f, edge)));
        return Tissue.mix(grey, Tissue.WATER - 12, wet);
    }

    private static final Tube VENTRICLES = Tube.of(0.35, 0.0, 0.7, 0.1, 0.7, 1.2, 1.1, 0.22, 1.2, 2.3, 0.9, 0.2, 1.5,
            2.5, 0.2, 0.12);

    /** The inside of the brain case. */
    private final class Cavity implements Shape {
        @Override
        public float distance(float x, float y, float z) {
            float floor = -0.95f - 0.1f * y - z;
            float d = CASE.distance(x, y, z);
            if (d > 0.5f) {
                return d;
            }
            d += thickness(x, y, z);
            float h = Math.max(0, 0.4f - Math.abs(d - floor)) / 0.4f;
            return Math.max(d, floor) + h * h * 0.1f;
        }

        @Override
        public Extent extent() {
            return CASE.extent();
        }
    }
}
