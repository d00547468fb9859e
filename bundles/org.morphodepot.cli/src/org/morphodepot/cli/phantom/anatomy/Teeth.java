package org.morphodepot.cli.phantom.anatomy;

import java.util.ArrayList;
import java.util.List;

import org.morphodepot.cli.phantom.shape.Blend;
import org.morphodepot.cli.phantom.shape.Shape;
import org.morphodepot.cli.phantom.shape.Slab;
import org.morphodepot.cli.phantom.shape.Tube;

/** Long curved incisors and three molars in each half of each jaw, with enamel, dentine and pulp. */
final class Teeth {

    private Teeth() {
    }

    static List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        Shape upper = Tube.of(0.2, -6.85, -1.95, 0.1, 0.22, -7.12, -1.45, 0.17, 0.25, -7.05, -0.95, 0.21, 0.3, -6.6,
                -0.62, 0.22, 0.4, -5.9, -0.55, 0.2, 0.52, -5.2, -0.62, 0.14);
        Shape lower = Tube.of(0.16, -6.9, -1.62, 0.08, 0.2, -6.7, -1.95, 0.15, 0.32, -6.1, -2.2, 0.18, 0.62, -5.1, -2.5,
                0.19, 1.1, -3.9, -2.78, 0.19, 1.6, -2.6, -2.86, 0.17, 2.05, -1.4, -2.7, 0.13, 2.3, -0.6, -2.4, 0.09);
        for (Shape incisor : List.of(upper, lower)) {
            parts.add(Part.of(Structure.INCISORS, incisor, Teeth::incisor));
            parts.add(Part.of(Structure.INCISORS, incisor.mirrored(), Teeth::incisor));
        }
        for (int m = 0; m < 3; m++) {
            double y = -3.95 + 0.68 * m;
            double size = 1 - 0.14 * m;
            addMolar(parts, molar(1.14 + 0.05 * m, y, -1.5, size, 1), -1.38f, 1);
            addMolar(parts, molar(1.27 + 0.16 * m, y - 0.12, -2.06, size, -1), -2.18f, -1);
        }
        return parts;
    }

    private static void addMolar(List<Part> parts, Shape molar, float neck, int up) {
        Tissue tissue = (x, y, z, depth, edge) -> {
            float crown = Tissue.cover((z - neck) * up, edge);
            float enamel = crown * Tissue.cover(depth - 0.085f, edge);
            float pulp = Tissue.cover(0.19f - depth, edge) * Tissue.cover(Math.abs(z - neck) - 0.16f, edge);
            return Tissue.mix(Tissue.mix(Tissue.DENTINE, Tissue.ENAMEL, enamel), Tissue.MUSCLE, pulp);
        };
        parts.add(Part.of(Structure.MOLARS, molar, tissue));
        parts.add(Part.of(Structure.MOLARS, molar.mirrored(), tissue));
    }

    /** A cusped crown on two roots; {@code up} is 1 when the roots point upwards. */
    private static Shape molar(double x, double y, double z, double size, int up) {
        double a = 0.29 * size;
        double b = 0.32 * size;
        Shape crown = Slab.of(x, y, z, a, b, 0.21, 0, 0.11);
        double cusp = z - 0.16 * up;
        double root = z + 0.1 * up;
        double tip = z + 0.62 * up;
        return new Blend(0.1, crown,
                Tube.of(x - 0.4 * a, y - 0.45 * b, z, 0.1, x - 0.5 * a, y - 0.5 * b, cusp - 0.06 * up, 0.07),
                Tube.of(x + 0.4 * a, y + 0.45 * b, z, 0.1, x + 0.5 * a, y + 0.5 * b, cusp - 0.06 * up, 0.07),
                Tube.of(x - 0.4 * a, y + 0.4 * b, z, 0.1, x - 0.5 * a, y + 0.5 * b, cusp - 0.03 * up, 0.07),
                Tube.of(x, y - 0.5 * b, root, 0.12, x, y - 0.75 * b, tip, 0.05),
                Tube.of(x, y + 0.5 * b, root, 0.12, x, y + 0.7 * b, tip, 0.05));
    }

    /** Enamel only on the front, as in rodents; the pulp stays open. */
    private static float incisor(float x, float y, float z, float depth, float edge) {
        float front = z < -1.55f || y < -6.75f ? 1 : 0.35f;
        float enamel = front * Tissue.cover(depth - 0.06f, edge);
        float pulp = Tissue.cover(0.12f - depth, edge) * Math.min(1, Math.max(0, (y + 6.6f) * 0.8f));
        return Tissue.mix(Tissue.mix(Tissue.DENTINE, Tissue.ENAMEL, enamel), Tissue.MUSCLE, pulp);
    }
}
