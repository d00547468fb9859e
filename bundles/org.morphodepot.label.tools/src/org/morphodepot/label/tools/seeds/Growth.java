package org.morphodepot.label.tools.seeds;

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

    /** Growth does not enter here. */
    static final char WALL = Character.MAX_VALUE;

    private static final int FAR = Integer.MAX_VALUE;
    /** Ways that cost more are not followed, before an int overflows. */
    private static final int TOO_DEAR = Integer.MAX_VALUE / 2;
    /** Cheaper than any way: nothing is better. */
    private static final int SHUT = -1;

    private final int width;
    private final int height;
    private final int depth;
    private final short[] values;
    private final char[] labels;
    private final int[] costs;
    private final BucketQueue queue;
    private final int[] stepCost = new int[27];
    private final int[] offset = new int[27];

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
            offset[k] = ((k / 9 - 1) * height + k / 3 % 3 - 1) * width + k % 3 - 1;
            dearest = Math.max(dearest, stepCost[k]);
        }
        queue = new BucketQueue(dearest + LEVELS);
    }

    void run(Progress progress) {
        for (int i = 0; i < labels.length; i++) {
            costs[i] = labels[i] == WALL ? SHUT : labels[i] == 0 ? FAR : 0;
            if (costs[i] == 0) {
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
            if (costs[i] == queue.cost() && costs[i] < TOO_DEAR) {
                settle(i);
            }
        }
    }

    private void settle(int i) {
        int x = i % width;
        int y = i / width % height;
        int z = i / width / height;
        int cost = costs[i];
        int value = values[i];
        char label = labels[i];
        if (x > 0 && y > 0 && z > 0 && x < width - 1 && y < height - 1 && z < depth - 1) {
            for (int k = 0; k < 27; k++) {
                reach(i + offset[k], cost + stepCost[k], value, label);
            }
            return;
        }
        for (int k = 0; k < 27; k++) {
            int nx = x + k % 3 - 1;
            int ny = y + k / 3 % 3 - 1;
            int nz = z + k / 9 - 1;
            if (nx >= 0 && ny >= 0 && nz >= 0 && nx < width && ny < height && nz < depth) {
                reach(i + offset[k], cost + stepCost[k], value, label);
            }
        }
    }

    /**
     * Offers a way to a voxel. Every step costs something, so a label is final when its voxel is taken from the queue.
     *
     * @param least cost of the way without the difference of the grey values
     */
    private void reach(int to, int least, int value, char label) {
        int present = costs[to];
        // Most neighbours are settled: answer without looking at their values.
        if (present < least) {
            return;
        }
        int cost = least + Math.abs(value - values[to]);
        if (cost < present) {
            costs[to] = cost;
            labels[to] = label;
            queue.add(to, cost);
        } else if (cost == present && label < labels[to]) {
            labels[to] = label;
        }
    }
}
