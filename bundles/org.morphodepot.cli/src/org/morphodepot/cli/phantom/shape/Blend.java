package org.morphodepot.cli.phantom.shape;

import java.util.ArrayList;
import java.util.List;

/** Several solids grown together: where two meet, the edge is filled with a fillet. */
public final class Blend implements Shape {

    private final float fillet;
    private final Shape[] shapes;
    private final Extent extent;

    /** {@code fillet} is about the radius of the filled edges. */
    public Blend(double fillet, Shape... shapes) {
        this((float) fillet, shapes.clone(), around(shapes).grow((float) fillet / 2));
    }

    private Blend(float fillet, Shape[] shapes, Extent extent) {
        this.fillet = fillet;
        this.shapes = shapes;
        this.extent = extent;
    }

    private static Extent around(Shape[] shapes) {
        Extent all = shapes[0].extent();
        for (Shape shape : shapes) {
            all = all.union(shape.extent());
        }
        return all;
    }

    @Override
    public float distance(float x, float y, float z) {
        float d = Float.MAX_VALUE;
        for (Shape shape : shapes) {
            d = smoothMin(d, shape.distance(x, y, z));
        }
        return d;
    }

    private float smoothMin(float a, float b) {
        float gap = Math.abs(a - b);
        if (gap >= fillet) {
            return Math.min(a, b);
        }
        float h = 1 - gap / fillet;
        return Math.min(a, b) - h * h * fillet / 4;
    }

    @Override
    public Extent extent() {
        return extent;
    }

    @Override
    public Shape near(Extent box, float margin) {
        float reach = margin + 2 * fillet;
        List<Shape> kept = new ArrayList<>(shapes.length);
        for (Shape shape : shapes) {
            if (shape.extent().grow(reach).meets(box)) {
                kept.add(shape.near(box, reach));
            }
        }
        return new Blend(fillet, kept.toArray(Shape[]::new), extent);
    }
}
