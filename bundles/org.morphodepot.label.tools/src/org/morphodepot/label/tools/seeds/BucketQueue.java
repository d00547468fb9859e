package org.morphodepot.label.tools.seeds;

import java.util.Arrays;

/**
 * A priority queue of numbers for small whole costs: R. Dial, Comm. ACM 12 (1969). Elements lie in a ring of buckets by cost,
 * at most {@code span} costs wide; adding and taking take constant time. Elements of one cost come in any order.
 */
final class BucketQueue {

    private final int[][] buckets;
    private final int[] counts;
    private final int mask;
    private int cost;
    private long size;

    /** @param span an element may cost this much more than the cheapest at most */
    BucketQueue(int span) {
        int ring = Integer.highestOneBit(span) << 1;
        buckets = new int[ring][];
        counts = new int[ring];
        mask = ring - 1;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(int element, int elementCost) {
        int b = elementCost & mask;
        if (buckets[b] == null) {
            buckets[b] = new int[64];
        } else if (counts[b] == buckets[b].length) {
            buckets[b] = Arrays.copyOf(buckets[b], 2 * counts[b]);
        }
        buckets[b][counts[b]++] = element;
        size++;
    }

    /** Takes one of the cheapest elements; {@link #cost()} is then its cost. */
    int take() {
        while (counts[cost & mask] == 0) {
            cost++;
        }
        int b = cost & mask;
        size--;
        int element = buckets[b][--counts[b]];
        if (counts[b] == 0 && buckets[b].length > 4096) {
            // Buckets are large where fronts are wide; do not keep them all.
            buckets[b] = null;
        }
        return element;
    }

    int cost() {
        return cost;
    }
}
