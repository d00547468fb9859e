package org.morphodepot.volume.zarr.write;

import java.io.IOException;
import java.util.Arrays;

/** Every chunk is an object of its own. */
final class SingleChunks implements ChunkSink {

    private final PyramidPlan plan;
    private final int level;
    private final Destination destination;
    private long[] leading;

    SingleChunks(PyramidPlan plan, int level, Destination destination) {
        this.plan = plan;
        this.level = level;
        this.destination = destination;
    }

    @Override
    public void begin(long[] lead, int row) {
        leading = lead;
    }

    @Override
    public boolean sees(int[] chunk, byte[] values) {
        return true;
    }

    @Override
    public void put(int[] chunk, byte[] stored) throws IOException {
        long[] place = plan.axes().perAxis(leading, Arrays.stream(chunk).asLongStream().toArray());
        destination.write(level + "/" + plan.keys().key(place), stored);
    }

    @Override
    public void end() {
        // nothing is left to do
    }

    @Override
    public void close() {
        // nothing is open
    }
}
