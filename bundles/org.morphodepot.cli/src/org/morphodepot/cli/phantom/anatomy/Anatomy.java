package org.morphodepot.cli.phantom.anatomy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All parts of one animal, in painting order. Immutable. */
public final class Anatomy {

    /** Half width, half length and half height in millimetres of the space in which the animal and its tube lie. */
    public static final double HALF_X = 5.04;
    public static final double HALF_Y = 8.064;
    public static final double HALF_Z = 5.04;

    private final Part[] parts;
    private final Sway sway;

    /** The same seed gives the same animal. */
    public Anatomy(long seed) {
        Texture texture = new Texture(seed);
        List<Part> all = new ArrayList<>();
        all.addAll(SoftTissue.parts(texture));
        all.addAll(Nose.parts(texture));
        all.addAll(new Skull(texture).parts());
        all.addAll(Ears.parts(texture));
        all.addAll(Jaws.parts(texture));
        all.addAll(Teeth.parts());
        all.addAll(Neck.parts(texture));
        parts = all.toArray(Part[]::new);
        sway = new Sway(seed);
    }

    /** Small bends that keep the animal from being perfectly symmetric. */
    public Sway sway() {
        return sway;
    }

    /** Fills in values and labels. */
    public void paint(Patch patch) {
        Arrays.fill(patch.value, Tissue.AIR);
        for (Part part : parts) {
            part.paint(patch);
        }
    }
}
