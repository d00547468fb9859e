package org.morphodepot.cli.phantom.anatomy;

import java.util.ArrayList;
import java.util.List;

import org.morphodepot.cli.phantom.shape.Ellipsoid;
import org.morphodepot.cli.phantom.shape.Extent;
import org.morphodepot.cli.phantom.shape.Loft;
import org.morphodepot.cli.phantom.shape.Shape;
import org.morphodepot.cli.phantom.shape.Tube;

/** The snout: nasal bones over the upper jaw, and the nasal cavity with its scrolls of thin bone. */
final class Nose {

    private static final Loft SNOUT = new Loft(
            -7.35, -0.62, 0.5, 0.4,
            -6.9, -0.6, 0.72, 0.66,
            -6.0, -0.5, 0.9, 0.85,
            -4.8, -0.35, 1.08, 1.0,
            -3.6, -0.15, 1.32, 1.15,
            -2.6, 0.1, 1.5, 1.25,
            -2.0, 0.3, 1.4, 1.2,
            -1.5, 0.45, 1.05, 0.95,
            -1.2, 0.5, 0.6, 0.6);
    private static final float WALL = 0.16f;

    private Nose() {
    }

    static List<Part> parts(Texture texture) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of((x, y, z) -> owner(texture, x, y, z), SNOUT, (x, y, z, depth, edge) -> {
            float open = Tissue.cover(Math.abs(joint(texture, x, y, z)) - 0.03f, edge);
            return Tissue.mix(Tissue.BONE, Tissue.MUSCLE, 0.85f * open);
        }));
        Tissue air = (x, y, z, depth, edge) -> passage(x, y, z, depth, edge);
        parts.add(Part.unnamed(new Passage(), air));
        parts.add(Part.unnamed(Tube.of(0.28, -7.1, -0.75, 0.22, 0.3, -7.9, -0.95, 0.17), Tissue.even(Tissue.AIR)));
        parts.add(Part.unnamed(Tube.of(-0.28, -7.1, -0.75, 0.22, -0.3, -7.9, -0.95, 0.17), Tissue.even(Tissue.AIR)));
        for (int side = -1; side <= 1; side += 2) {
            parts.add(Part.of(Structure.MAXILLA, Ellipsoid.of(1.12 * side, -3.2, -1.12, 0.42, 1.2, 0.42),
                    Tissue.bone(0.14f, texture)));
            parts.add(Part.unnamed(Ellipsoid.of(0.3 * side, -4.9, -1.35, 0.14, 0.6, 0.3), Tissue.even(Tissue.MUSCLE)));
            parts.add(Part.unnamed(Tube.of(1.0 * side, -3.9, -0.5, 0.17, 1.75 * side, -3.1, -0.35, 0.17),
                    Tissue.even(Tissue.MUSCLE)));
        }
        return parts;
    }

    private static int owner(Texture texture, float x, float y, float z) {
        float joint = joint(texture, x, y, z);
        if (Math.abs(joint) < 0.03f) {
            return 0;
        }
        return joint > 0 ? Structure.NASAL.label() : Structure.MAXILLA.label();
    }

    private static float joint(Texture texture, float x, float y, float z) {
        return z - SNOUT.centre(y) - 0.5f + 0.04f * (y + 5) - 0.05f * texture.at(y * 6, x > 0 ? 3 : 30, 5);
    }

    /** A septum in the middle, and on each side sheets of bone that roll around two centres, covered by mucosa. */
    private static float passage(float x, float y, float z, float depth, float edge) {
        float centre = SNOUT.centre(y);
        float upper = scroll(Math.abs(x) - 0.45f, z - centre - 0.34f, y);
        float lower = scroll(Math.abs(x) - 0.52f, z - centre + 0.28f, y + 2.5f);
        float sheet = Math.min(Math.abs(x), z - centre > 0.02f ? upper : lower);
        if (y < -6.2f) {
            sheet = Math.abs(x);
        }
        float mucosa = Math.max(Tissue.cover(sheet - 0.075f, edge), Tissue.cover(depth - 0.06f, edge));
        float bone = Tissue.cover(sheet - 0.022f, edge);
        return Tissue.mix(Tissue.mix(Tissue.AIR, Tissue.MUSCLE - 10, mucosa), Tissue.BONE - 300, bone);
    }

    /** Distance to a rolled sheet around the origin of (x, z); the roll turns slowly with y. */
    private static float scroll(float x, float z, float y) {
        float radius = (float) Math.sqrt(x * x + z * z);
        float turn = (float) (StrictMath.atan2(z, x) / (2 * Math.PI)) + 0.21f * y;
        float pitch = 0.3f;
        float phase = radius / pitch - turn;
        float off = Math.abs(phase - (float) Math.floor(phase) - 0.5f) * pitch;
        return radius < 0.07f ? 0.07f - radius : off;
    }

    /** The air space inside the snout. */
    private static final class Passage implements Shape {
        @Override
        public float distance(float x, float y, float z) {
            float front = -7.6f - y;
            return Math.max(SNOUT.distance(x, Math.max(y, -7.2f), z) + WALL, Math.max(front, y + 1.35f));
        }

        @Override
        public Extent extent() {
            return SNOUT.extent().grow(0.3f);
        }
    }
}
