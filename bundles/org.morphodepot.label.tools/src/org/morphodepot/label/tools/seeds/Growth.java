package org.morphodepot.label.tools.seeds;

import java.util.Arrays;

import org.morphodepot.volume.Progress;

/**
 * Grows labels over a dense box along cheapest paths: each voxel gets the label from which it is reached at the least cost,
 * and the smallest such label when several are equally cheap, so that the result never depends on the order of work. A step to
 * one of the 26 neighbours costs 1, plus the difference of the grey values, plus the length of the step times the locality.
 * This is GrowCut as a shortest-path forest: L. Zhu et al., MICCAI-IMIC 2014.
 */
final class Growth {

    /** Grey values are 0 to this. */
    static final int LEVELS = 1023;

    private static final int FAR = Integer.MAX_VALUE;

    private final int width;
    private final int height;
    private final int depth;
    private final short[] values;
    private final char[] labels;
    private final int[] costs;
    private final BucketQueue queue;
    private final int[] stepCost = new int[27];

    /**
     * @param values grey values, x fastest
     * @param labels of seeds, 0 where growth may go, {@link #WALL} where it may not; receives the result
     * @param spacing of the axes relative to the finest
     * @param locality cost of a step of one voxel
     */
    Growth(int width, int height, int depth, short[] values, char[] labels, double[] spacing, double locality) {
        this.width = width;
        this.height = height;
        this.depth = depth;
        this.values = values;
        this.labels = labels;
        costs = new int[values.length];
        int dearest = 0;
        for (int k = 0; k < 27; k++) {
            double x = (k % 3 - 1) * spacing[0];
            double y = (k / 3 % 3 - 1) * spacing[1];
            double z = (k / 9 - 1) * spacing[2];
            stepCost[k] = 1 + (int) Math.round(locality * Math.sqrt(x * x + y * y + z * z));
            dearest = Math.max(dearest, stepCost[k]);
        }
        queue = new BucketQueue(dearest + LEVELS);
    }

    /** Growth does not enter here. */
    static final char WALL = Character.MAX_VALUE;

    void run(Progress progress) {
        Arrays.fill(costs, FAR);
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != 0 && labels[i] != WALL) {
                costs[i] = 0;
                queue.add(i, 0);
            }
        }
        long steps = 0;
        while (!queue.isEmpty()) {
            if ((++steps & 0xffff) == 0) {
                progress.check();
                progress.report(Math.min(steps, labels.length), labels.length, "Growing from seeds");
            }
            int i = queue.take();
            if (costs[i] == queue.cost()) {
                settle(i);
            }
        }
    }

    private void settle(int i) {
        int x = i % width;
        int y = i / width % height;
        int z = i / width / height;
        for (int dz = z == 0 ? 0 : -1; dz <= (z == depth - 1 ? 0 : 1); dz++) {
            for (int dy = y == 0 ? 0 : -1; dy <= (y == height - 1 ? 0 : 1); dy++) {
                for (int dx = x == 0 ? 0 : -1; dx <= (x == width - 1 ? 0 : 1); dx++) {
                    reach(i, i + (dz * height + dy) * width + dx, stepCost[(dz + 1) * 9 + (dy + 1) * 3 + dx + 1]);
                }
            }
        }
    }

    /** Every step costs something, so a label is final when its voxel is taken from the queue. */
    private void reach(int from, int to, int step) {
        if (labels[to] == WALL || costs[to] == 0) {
            return;
        }
        int cost = costs[from] + step + Math.abs(values[from] - values[to]);
        // A path too dear to count in an int is not taken.
        if (cost >= 0 && cost < costs[to]) {
            costs[to] = cost;
            labels[to] = labels[from];
            queue.add(to, cost);
        } else if (cost == costs[to] && labels[from] < labels[to]) {
            labels[to] = labels[from];
        }
    }
}
