package org.morphodepot.cli.phantom.anatomy;

/** The CT value inside a part. */
@FunctionalInterface
public interface Tissue {

    float AIR = 24;
    float PLASTIC = 620;
    float FAT = 925;
    float WATER = 1015;
    float BRAIN = 1058;
    float MUSCLE = 1078;
    float SKIN = 1110;
    float CARTILAGE = 1230;
    float SPONGY = 1750;
    float DENTINE = 2450;
    float BONE = 2300;
    float PETROUS = 2650;
    float ENAMEL = 3500;

    /**
     * @param depth millimetres below the surface of the part
     * @param edge width over which a voxel mixes two tissues
     */
    float at(float x, float y, float z, float depth, float edge);

    /** The same value everywhere. */
    static Tissue even(float value) {
        return (x, y, z, depth, edge) -> value;
    }

    /** A hard shell of {@code wall} millimetres around a net of struts in marrow. */
    static Tissue bone(float wall, Texture texture) {
        return (x, y, z, depth, edge) -> {
            float inside = cover(wall - depth, edge);
            return inside <= 0 ? BONE : mix(BONE, spongy(texture, x, y, z), inside);
        };
    }

    /** Struts of bone in marrow. */
    static float spongy(Texture texture, float x, float y, float z) {
        float strut = Math.abs(texture.at(x * 5.5f, y * 4.5f, z * 5.5f));
        return strut < 0.16f ? SPONGY : mix(FAT + 40, SPONGY, Math.max(0, 0.45f - strut));
    }

    /** How much of a voxel is inside a surface at signed distance {@code d}: 1 inside, 0 outside. */
    static float cover(float d, float edge) {
        return Math.min(1f, Math.max(0f, 0.5f - d / edge));
    }

    static float mix(float a, float b, float t) {
        return a + (b - a) * t;
    }
}
