package org.morphodepot.cli.phantom.anatomy;

import java.util.List;

import org.morphodepot.cli.phantom.shape.Ellipsoid;
import org.morphodepot.cli.phantom.shape.Extent;
import org.morphodepot.cli.phantom.shape.Loft;
import org.morphodepot.cli.phantom.shape.Shape;
import org.morphodepot.cli.phantom.shape.Tube;

/** Skin, fat, muscles, tongue, eyes and airways; what is left of the head when the bones are gone. */
final class SoftTissue {

    private static final Loft HEAD = new Loft(
            -7.75, -0.95, 0.15, 0.15,
            -7.55, -0.95, 0.75, 0.7,
            -6.8, -1.05, 1.15, 1.3,
            -5.5, -1.1, 1.6, 1.75,
            -4.0, -1.05, 2.35, 2.2,
            -2.4, -0.85, 3.45, 2.75,
            -0.8, -0.6, 4.0, 3.25,
            1.0, -0.45, 4.1, 3.45,
            3.0, -0.5, 3.95, 3.4,
            5.0, -0.8, 3.5, 3.05,
            6.5, -1.0, 3.15, 2.8,
            9.5, -1.1, 3.05, 2.75);

    private SoftTissue() {
    }

    static List<Part> parts(Texture texture) {
        Shape cheek = new Within(Ellipsoid.of(3.05, -0.5, -1.9, 0.8, 1.8, 1.25));
        Shape temple = new Within(Ellipsoid.of(2.95, 0.6, 0.4, 0.85, 1.9, 1.25));
        Shape flap = Ellipsoid.of(3.62, 3.5, 0.55, 0.55, 0.8, 1.15)
                .without(Ellipsoid.of(3.78, 3.38, 0.6, 0.5, 0.75, 1.1));
        Tissue muscle = muscle(texture);
        Tissue gristle = (x, y, z, depth, edge) -> Tissue.mix(Tissue.CARTILAGE, Tissue.SKIN,
                Tissue.cover(depth - 0.05f, edge));
        return List.of(
                Part.unnamed(new Holder(4.55f, 4.78f), Tissue.even(Tissue.PLASTIC)),
                Part.unnamed(flap, gristle), Part.unnamed(flap.mirrored(), gristle),
                Part.unnamed(HEAD, flesh(texture)),
                Part.unnamed(cheek, muscle), Part.unnamed(cheek.mirrored(), muscle),
                Part.unnamed(temple, muscle), Part.unnamed(temple.mirrored(), muscle),
                Part.unnamed(Ellipsoid.of(0, -3.5, -1.78, 0.95, 3.1, 0.5), Tissue.even(Tissue.AIR)),
                Part.unnamed(Ellipsoid.of(0, -3.2, -2.05, 0.85, 2.75, 0.55), muscle),
                Part.unnamed(Tube.of(0, 1.2, -2.3, 0.45, 0, 3.4, -2.75, 0.45, 0, 5.5, -2.95, 0.5, 0, 9, -3.05, 0.5),
                        SoftTissue::windpipe),
                Part.unnamed(Tube.of(0, -2.3, -0.75, 0.3, 0, -0.6, -1.25, 0.33, 0, 1.0, -1.9, 0.36, 0, 3.4, -2.75, 0.36,
                        0, 5.5, -2.95, 0.38, 0, 9, -3.05, 0.38), Tissue.even(Tissue.AIR)),
                eye(Structure.EYE_LEFT, 1), eye(Structure.EYE_RIGHT, -1));
    }

    /** Skin over fat over muscles parted by thin sheets of fat. */
    private static Tissue flesh(Texture texture) {
        Tissue muscle = muscle(texture);
        return (x, y, z, depth, edge) -> {
            float fatDepth = 0.42f + 0.16f * texture.at(x * 0.6f, y * 0.6f, z * 0.6f);
            if (depth > fatDepth + edge) {
                return muscle.at(x, y, z, depth, edge);
            }
            float under = Tissue.mix(Tissue.FAT, muscle.at(x, y, z, depth, edge), Tissue.cover(fatDepth - depth, edge));
            return Tissue.mix(under, Tissue.SKIN, Tissue.cover(depth - 0.14f, edge));
        };
    }

    private static Tissue muscle(Texture texture) {
        return (x, y, z, depth, edge) -> {
            float sheet = Math.abs(texture.at(x * 0.85f + 7, y * 0.55f, z * 0.85f));
            float bundles = texture.at(x * 4.5f, y * 1.2f, z * 4.5f);
            float fat = Math.min(1, Math.max(0, 1 - sheet / 0.07f));
            return Tissue.mix(Tissue.MUSCLE + 14 * bundles, Tissue.FAT + 15, 0.8f * fat);
        };
    }

    private static float windpipe(float x, float y, float z, float depth, float edge) {
        float ring = (float) StrictMath.sin(y * 13);
        return Tissue.mix(Tissue.MUSCLE, Tissue.CARTILAGE, Math.min(1, Math.max(0, 0.5f + ring)));
    }

    /** A muscle as far as it is under the fat. */
    private record Within(Shape muscle) implements Shape {
        @Override
        public float distance(float x, float y, float z) {
            float d = muscle.distance(x, y, z);
            return d > 1 ? d : Math.max(d, HEAD.distance(x, y, z) + 0.34f);
        }

        @Override
        public Extent extent() {
            return muscle.extent();
        }
    }

    /** Sclera around the vitreous body with a dense lens. */
    private static Part eye(Structure structure, int side) {
        Shape lens = Ellipsoid.of(2.95 * side, -1.62, 0.68, 0.42, 0.5, 0.5);
        return Part.of(structure, Ellipsoid.of(2.6 * side, -1.5, 0.62, 0.93, 0.97, 0.95), (x, y, z, depth, edge) -> {
            float inner = Tissue.mix(Tissue.SKIN + 30, Tissue.WATER, Tissue.cover(0.1f - depth, edge));
            return Tissue.mix(inner, Tissue.CARTILAGE + 40, Tissue.cover(lens.distance(x, y, z), edge));
        });
    }
}
