package org.morphodepot.cli.phantom.anatomy;

import java.util.ArrayList;
import java.util.List;

import org.morphodepot.cli.phantom.shape.Blend;
import org.morphodepot.cli.phantom.shape.Ellipsoid;
import org.morphodepot.cli.phantom.shape.Ring;
import org.morphodepot.cli.phantom.shape.Shape;
import org.morphodepot.cli.phantom.shape.Tube;

/** The hard bone of the inner ear with cochlea and canals, the thin bubble of the middle ear, and the ear canal. */
final class Ears {

    private Ears() {
    }

    static List<Part> parts(Texture texture) {
        List<Part> parts = new ArrayList<>();
        addEar(parts, texture, Structure.TEMPORAL_LEFT, true);
        addEar(parts, texture, Structure.TEMPORAL_RIGHT, false);
        return parts;
    }

    private static void addEar(List<Part> parts, Texture texture, Structure bone, boolean left) {
        Shape petrous = new Blend(0.3, Ellipsoid.of(1.7, 2.75, -0.75, 0.72, 0.85, 0.62),
                Ellipsoid.of(1.25, 2.3, -1.05, 0.55, 0.6, 0.45), Ellipsoid.of(2.4, 2.2, -0.3, 0.5, 0.8, 0.45));
        Shape bubble = Ellipsoid.of(1.95, 2.75, -1.85, 0.92, 1.15, 0.82);
        Shape hollow = Ellipsoid.of(1.95, 2.75, -1.85, 0.8, 1.03, 0.7);
        Shape canal = Tube.of(2.6, 2.7, -1.55, 0.3, 3.3, 2.65, -1.2, 0.28, 3.85, 2.65, -0.75, 0.3);
        parts.add(Part.of(bone, side(left, bubble), Tissue.even(Tissue.BONE - 150)));
        parts.add(Part.unnamed(side(left, hollow), Tissue.even(Tissue.AIR)));
        parts.add(Part.unnamed(side(left, canal.grown(0.12f)), Tissue.even(Tissue.CARTILAGE - 60)));
        parts.add(Part.unnamed(side(left, canal), Tissue.even(Tissue.AIR)));
        parts.add(Part.unnamed(side(left, Ellipsoid.of(2.68, 2.7, -1.6, 0.04, 0.42, 0.42)),
                Tissue.even(Tissue.MUSCLE)));
        parts.add(Part.of(bone, side(left, petrous), (x, y, z, depth, edge) ->
                Tissue.PETROUS - 180 + 140 * texture.at(x * 3, y * 3, z * 3)));
        parts.add(Part.detail(side(left, labyrinth()), Tissue.even(Tissue.WATER)));
        parts.add(Part.of(bone, side(left, Tube.of(2.5, 2.75, -1.75, 0.07, 2.2, 2.8, -1.45, 0.13, 1.95, 2.85, -1.25,
                0.07)), Tissue.even(Tissue.PETROUS)));
    }

    /** Snail and canals, filled with fluid. */
    private static Shape labyrinth() {
        int n = 14;
        double[] snail = new double[4 * n];
        for (int i = 0; i < n; i++) {
            double turn = 2.4 * 2 * Math.PI * i / (n - 1);
            double r = 0.38 * (1 - 0.72 * i / (n - 1));
            snail[4 * i] = 1.38 + r * StrictMath.cos(turn);
            snail[4 * i + 1] = 2.4 - 0.3 * i / (n - 1);
            snail[4 * i + 2] = -1.0 + r * StrictMath.sin(turn);
            snail[4 * i + 3] = 0.095 * (1 - 0.4 * i / (n - 1));
        }
        double[] loop = new double[4 * 9];
        for (int i = 0; i < 9; i++) {
            double turn = 2 * Math.PI * i / 8;
            loop[4 * i] = 1.85 + 0.36 * StrictMath.cos(turn);
            loop[4 * i + 1] = 2.95 + 0.36 * StrictMath.sin(turn);
            loop[4 * i + 2] = -0.72 + 0.1 * StrictMath.cos(turn);
            loop[4 * i + 3] = 0.06;
        }
        return new Blend(0.02, Tube.of(snail), Tube.of(loop), Ring.of(1.85, 2.95, -0.65, 0.38, 0.06, 0.06),
                Ellipsoid.of(1.7, 2.65, -0.8, 0.2, 0.28, 0.15));
    }

    private static Shape side(boolean left, Shape shape) {
        return left ? shape : shape.mirrored();
    }
}
