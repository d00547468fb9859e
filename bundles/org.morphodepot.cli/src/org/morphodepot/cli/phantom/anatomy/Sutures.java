package org.morphodepot.cli.phantom.anatomy;

/** Divides the brain case into bones: who owns a place, and how far the nearest joint is. */
final class Sutures implements Part.Labels {

    private static final float GAP = 0.028f;

    private final Texture texture;

    Sutures(Texture texture) {
        this.texture = texture;
    }

    @Override
    public int at(float x, float y, float z) {
        return distance(x, y, z) < GAP ? 0 : owner(x, y, z).label();
    }

    private Structure owner(float x, float y, float z) {
        if (lambdoid(x, y, z) > 0) {
            return Structure.OCCIPITAL;
        }
        if (squamous(x, y, z) > 0) {
            if (coronal(x, y, z) < 0) {
                return Structure.FRONTAL;
            }
            return sagittal(x, y, z) > 0 ? Structure.PARIETAL_LEFT : Structure.PARIETAL_RIGHT;
        }
        if (basal(x, y, z) < 0) {
            return Structure.SPHENOID;
        }
        return x > 0 ? Structure.TEMPORAL_LEFT : Structure.TEMPORAL_RIGHT;
    }

    /** Distance to the nearest joint between two bones. */
    float distance(float x, float y, float z) {
        float lambdoid = lambdoid(x, y, z);
        float nearest = Math.abs(lambdoid);
        if (lambdoid > 0) {
            return nearest;
        }
        float squamous = squamous(x, y, z);
        nearest = Math.min(nearest, Math.abs(squamous));
        if (squamous <= 0) {
            return Math.min(nearest, Math.abs(basal(x, y, z)));
        }
        float coronal = coronal(x, y, z);
        nearest = Math.min(nearest, Math.abs(coronal));
        return coronal < 0 ? nearest : Math.min(nearest, Math.abs(sagittal(x, y, z)));
    }

    private float coronal(float x, float y, float z) {
        return y - 0.25f - 0.16f * Math.abs(x) - 0.09f * wave(x * 5, z * 5) - 0.03f * wave(x * 17, z * 17);
    }

    private float sagittal(float x, float y, float z) {
        return x - 0.05f * wave(y * 7, 3) - 0.025f * wave(y * 19, z * 9);
    }

    private float lambdoid(float x, float y, float z) {
        float floor = z < -0.6f ? (-0.6f - z) * 0.5f : 0;
        float teeth = 0.08f * wave(x * 5 + 40, z * 5) + 0.03f * wave(x * 15 + 9, z * 15);
        return y - 3.25f + 0.12f * Math.abs(x) + floor - teeth;
    }

    private float squamous(float x, float y, float z) {
        float height = y < 0.4f ? 0.2f : 0.75f;
        float step = Math.min(1, Math.max(0, (y - 0.1f) / 0.6f));
        return z - 0.2f - (height - 0.2f) * step - 0.05f * wave(y * 6, x > 0 ? 70 : 90);
    }

    private float basal(float x, float y, float z) {
        return Math.max(y - 0.7f - Math.max(0, -0.55f - z) * 1.6f, Math.abs(x) - 2.1f) - 0.05f * wave(x * 6, y * 6
                + z * 4);
    }

    private float wave(float a, float b) {
        return texture.at(a, b, 11.5f);
    }
}
