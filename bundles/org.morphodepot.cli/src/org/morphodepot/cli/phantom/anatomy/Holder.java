package org.morphodepot.cli.phantom.anatomy;

import org.morphodepot.cli.phantom.shape.Extent;
import org.morphodepot.cli.phantom.shape.Shape;

/** The plastic tube around the specimen, along y. */
record Holder(float inner, float outer) implements Shape {

    @Override
    public float distance(float x, float y, float z) {
        float r = (float) Math.sqrt(x * x + z * z);
        return Math.max(r - outer, inner - r);
    }

    @Override
    public Extent extent() {
        return Extent.ALL;
    }
}
