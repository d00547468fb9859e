package org.morphodepot.label.tools.region;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

import org.morphodepot.label.tools.Phantom;
import org.morphodepot.volume.VoxelBox;

/** Connected regions the plain way: a queue of voxels over a dense set. */
final class BruteForce {

    private final Phantom phantom;
    private final VoxelBox box;
    private final boolean corners;

    BruteForce(Phantom phantom, boolean corners) {
        this.phantom = phantom;
        this.corners = corners;
        box = phantom.segmentation().size().box();
    }

    BitSet region(BitSet set, int start) {
        BitSet region = new BitSet();
        Deque<Integer> queue = new ArrayDeque<>();
        if (set.get(start)) {
            region.set(start);
            queue.add(start);
        }
        while (!queue.isEmpty()) {
            int i = queue.poll();
            for (int k = 0; k < 27; k++) {
                int dx = k % 3 - 1;
                int dy = k / 3 % 3 - 1;
                int dz = k / 9 - 1;
                int x = phantom.x(i) + dx;
                int y = phantom.y(i) + dy;
                int z = phantom.z(i) + dz;
                boolean near = corners || Math.abs(dx) + Math.abs(dy) + Math.abs(dz) == 1;
                if (near && box.contains(x, y, z) && set.get(phantom.index(x, y, z))
                        && !region.get(phantom.index(x, y, z))) {
                    region.set(phantom.index(x, y, z));
                    queue.add(phantom.index(x, y, z));
                }
            }
        }
        return region;
    }

    /** All regions in order of their first voxel. */
    List<BitSet> regions(BitSet set) {
        List<BitSet> regions = new ArrayList<>();
        BitSet rest = (BitSet) set.clone();
        for (int i = rest.nextSetBit(0); i >= 0; i = rest.nextSetBit(i)) {
            BitSet region = region(set, i);
            regions.add(region);
            rest.andNot(region);
        }
        return regions;
    }
}
