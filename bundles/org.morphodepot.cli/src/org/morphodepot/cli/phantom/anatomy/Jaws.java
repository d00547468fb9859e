package org.morphodepot.cli.phantom.anatomy;

import java.util.List;

import org.morphodepot.cli.phantom.shape.Blend;
import org.morphodepot.cli.phantom.shape.Ellipsoid;
import org.morphodepot.cli.phantom.shape.Shape;
import org.morphodepot.cli.phantom.shape.Tube;

/** The two halves of the lower jaw: body, ramus with its three processes. */
final class Jaws {

    private Jaws() {
    }

    static List<Part> parts(Texture texture) {
        Shape body = Tube.of(0.3, -6.35, -2.1, 0.24, 0.5, -5.5, -2.4, 0.36, 0.95, -4.3, -2.65, 0.47, 1.4, -3.2, -2.72,
                0.52, 1.85, -2.0, -2.7, 0.47, 2.25, -0.9, -2.6, 0.36, 2.5, 0.3, -2.5, 0.26);
        Shape ramus = Ellipsoid.of(2.36, -0.1, -2.0, 0.2, 1.25, 0.78);
        Shape condyle = Tube.of(2.4, 0.2, -1.7, 0.22, 2.5, 0.85, -1.25, 0.2, 2.55, 1.25, -0.98, 0.27);
        Shape coronoid = Tube.of(2.3, -0.7, -1.8, 0.18, 2.38, -0.5, -1.2, 0.14, 2.42, -0.2, -0.85, 0.09);
        Shape angle = Tube.of(2.35, 0.2, -2.5, 0.24, 2.6, 1.0, -2.75, 0.18, 2.7, 1.6, -2.85, 0.13);
        Shape half = new Blend(0.3, body, ramus, condyle, coronoid, angle);
        Tissue bone = Tissue.bone(0.15f, texture);
        return List.of(Part.of(Structure.MANDIBLE_LEFT, half, bone),
                Part.of(Structure.MANDIBLE_RIGHT, half.mirrored(), bone));
    }
}
