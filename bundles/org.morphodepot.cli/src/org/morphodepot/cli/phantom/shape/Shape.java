package org.morphodepot.cli.phantom.shape;

/** A solid. Distances need not be exact, but must have the right sign and be close to the truth near the surface. */
public interface Shape {

    /** Signed distance of a point from the surface, negative inside. */
    float distance(float x, float y, float z);

    /** A box that holds the whole solid. */
    Extent extent();

    /**
     * A cheaper solid for the places in {@code box}: distances below {@code margin} are the same, larger ones are at
     * least {@code margin}.
     */
    default Shape near(Extent box, float margin) {
        return this;
    }

    /** This solid on the other side of the plane x = 0. */
    default Shape mirrored() {
        Shape self = this;
        return new Shape() {
            @Override
            public float distance(float x, float y, float z) {
                return self.distance(-x, y, z);
            }

            @Override
            public Extent extent() {
                return self.extent().mirrored();
            }

            @Override
            public Shape near(Extent box, float margin) {
                return self.near(box.mirrored(), margin).mirrored();
            }
        };
    }

    /** This solid with its surface moved outwards; a negative margin makes a smaller one. */
    default Shape grown(float margin) {
        Shape self = this;
        return new Shape() {
            @Override
            public float distance(float x, float y, float z) {
                return self.distance(x, y, z) - margin;
            }

            @Override
            public Extent extent() {
                return self.extent().grow(margin);
            }

            @Override
            public Shape near(Extent box, float reach) {
                return self.near(box, reach + Math.max(0, margin)).grown(margin);
            }
        };
    }

    /** This solid without what is inside {@code other}. */
    default Shape without(Shape other) {
        Shape self = this;
        return new Shape() {
            @Override
            public float distance(float x, float y, float z) {
                float d = self.distance(x, y, z);
                return d > 1 ? d : Math.max(d, -other.distance(x, y, z));
            }

            @Override
            public Extent extent() {
                return self.extent();
            }
        };
    }
}
