package org.morphodepot.work.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.LabelLayer.BlockChange;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentCounts;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.work.review.Spot.Kind;

/** Compares two segmentations, block by block. One use, one thread. */
final class Counting {

    /** More places than a person will ever walk through. */
    private static final int MOST_SPOTS = 10_000;
    private static final int MASK = Block.SIDE - 1;

    private final Segmentation base;
    private final Segmentation contribution;
    private final Progress progress;
    private final SegmentPairs pairs;
    private final DifferenceRuns runs = new DifferenceRuns();
    private final Tally[] tallies;
    private final List<BlockChange> blocks = new ArrayList<>();
    private final char[][] before;
    private final char[][] after;
    /** Neither side has overlapping segments: a look-up per voxel is enough. */
    private final boolean plain;
    private final int[] plainBefore;
    private final int[] plainAfter;

    /** What was counted for one pair of segments. */
    private static final class Tally {
        private long added;
        private long removed;
        private long changed;
        private VoxelBox box = VoxelBox.EMPTY;
    }

    Counting(Segmentation base, Segmentation contribution, Progress progress) {
        this.base = base;
        this.contribution = contribution;
        this.progress = progress;
        pairs = new SegmentPairs(base, contribution);
        if (pairs.all().size() > Character.MAX_VALUE) {
            throw new IllegalArgumentException("segmentations of " + pairs.all().size() + " structures");
        }
        tallies = new Tally[pairs.all().size() + 1];
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = new Tally();
        }
        before = new char[base.layers().size()][Block.VOXELS];
        after = new char[contribution.layers().size()][Block.VOXELS];
        plain = before.length == 1 && after.length == 1;
        plainBefore = plain ? pairs.before().getFirst() : new int[0];
        plainAfter = plain ? pairs.after().getFirst() : new int[0];
    }

    Comparison compare() {
        List<BlockPlace> places = BlockPlace.thatMayDiffer(base, contribution, pairs.keepPlaces());
        for (int i = 0; i < places.size(); i++) {
            if (i % 64 == 0) {
                progress.check();
                progress.report(i, places.size(), "Comparing");
            }
            compare(places.get(i));
            boolean last = i + 1 == places.size() || places.get(i + 1).by() != places.get(i).by()
                    || places.get(i + 1).bz() != places.get(i).bz();
            if (last) {
                runs.endOfRow();
            }
        }
        List<Spot> found = found();
        LabelLayer difference = LabelLayer.empty(base.size()).with(blocks);
        int shown = Math.min(found.size(), MOST_SPOTS);
        return new Comparison(base, contribution, difference, structures(), found.subList(0, shown), found.size() - shown);
    }

    private void compare(BlockPlace place) {
        read(base, place, before);
        read(contribution, place, after);
        char[] kinds = new char[Block.VOXELS];
        boolean any = false;
        for (int i = 0; i < Block.VOXELS;) {
            int change = change(i);
            int end = i + 1;
            if (change != 0) {
                int row = (i | MASK) + 1;
                while (end < row && change(end) == change) {
                    end++;
                }
                any = true;
                mark(place, i, end, change, kinds);
            }
            i = end;
        }
        if (any) {
            blocks.add(new BlockChange(place.bx(), place.by(), place.bz(), Block.of(kinds)));
        }
    }

    /** The structures that a voxel left (upper half) and came to (lower half); 0 when it is as before. */
    private int change(int voxel) {
        if (plain) {
            int was = plainBefore[before[0][voxel]];
            int is = plainAfter[after[0][voxel]];
            return was == is ? 0 : was << 16 | is;
        }
        return only(before, pairs.before(), after, pairs.after(), voxel) << 16
                | only(after, pairs.after(), before, pairs.before(), voxel);
    }

    /** Notes voxels of one row of a block that changed in the same way. */
    private void mark(BlockPlace place, int from, int to, int change, char[] kinds) {
        int lost = change >>> 16;
        int gained = change & 0xffff;
        Arrays.fill(kinds, from, to, (char) kind(lost, gained).label());
        boolean exchanged = lost > 0 && gained > 0;
        if (plain) {
            left(lost, exchanged, to - from);
            came(gained, exchanged, to - from);
        } else {
            for (int i = from; i < to; i++) {
                count(i, exchanged);
            }
        }
        int x = (place.bx() << Block.SHIFT) + (from & MASK);
        runs.add(x, x + to - from, (place.by() << Block.SHIFT) + (from >> Block.SHIFT & MASK),
                (place.bz() << Block.SHIFT) + (from >> 2 * Block.SHIFT), change);
    }

    private void left(int number, boolean exchanged, int voxels) {
        if (number > 0) {
            tallies[number].removed += exchanged ? 0 : voxels;
            tallies[number].changed += exchanged ? voxels : 0;
        }
    }

    private void came(int number, boolean exchanged, int voxels) {
        if (number > 0) {
            tallies[number].added += exchanged ? 0 : voxels;
            tallies[number].changed += exchanged ? voxels : 0;
        }
    }

    private static void read(Segmentation state, BlockPlace place, char[][] out) {
        for (int layer = 0; layer < out.length; layer++) {
            state.layers().get(layer).block(place.bx(), place.by(), place.bz()).copyTo(out[layer]);
        }
    }

    private static Kind kind(int lost, int gained) {
        return lost == 0 ? Kind.ADDED : gained == 0 ? Kind.REMOVED : Kind.CHANGED;
    }

    /** The first structure that a voxel has in one state and not in the other; 0 for none. */
    private static int only(char[][] one, List<int[]> oneNumbers, char[][] other, List<int[]> otherNumbers, int voxel) {
        for (int layer = 0; layer < one.length; layer++) {
            int number = oneNumbers.get(layer)[one[layer][voxel]];
            if (number > 0 && !has(other, otherNumbers, voxel, number)) {
                return number;
            }
        }
        return 0;
    }

    private static boolean has(char[][] labels, List<int[]> numbers, int voxel, int wanted) {
        for (int layer = 0; layer < labels.length; layer++) {
            if (numbers.get(layer)[labels[layer][voxel]] == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Counts a voxel for every structure that it left or came to; structures of different layers overlap. */
    private void count(int voxel, boolean exchanged) {
        for (int layer = 0; layer < before.length; layer++) {
            int number = pairs.before().get(layer)[before[layer][voxel]];
            if (number > 0 && !has(after, pairs.after(), voxel, number)) {
                left(number, exchanged, 1);
            }
        }
        for (int layer = 0; layer < after.length; layer++) {
            int number = pairs.after().get(layer)[after[layer][voxel]];
            if (number > 0 && !has(before, pairs.before(), voxel, number)) {
                came(number, exchanged, 1);
            }
        }
    }

    private List<Spot> found() {
        List<Spot> found = new ArrayList<>();
        for (int[] part : runs.parts()) {
            Spot spot = spot(part);
            found.add(spot);
        }
        found.sort(Comparator.comparingLong(Spot::voxels).reversed().thenComparingInt(p -> p.box().z0())
                .thenComparingInt(p -> p.box().y0()).thenComparingInt(p -> p.box().x0()));
        return found;
    }

    private Spot spot(int[] part) {
        long voxels = 0;
        VoxelBox box = VoxelBox.EMPTY;
        for (int run : part) {
            voxels += runs.end(run) - runs.start(run);
            box = box.union(new VoxelBox(runs.start(run), runs.y(run), runs.z(run), runs.end(run), runs.y(run) + 1,
                    runs.z(run) + 1));
        }
        int lost = runs.lost(part[0]);
        int gained = runs.gained(part[0]);
        tallies[lost].box = tallies[lost].box.union(box);
        tallies[gained].box = tallies[gained].box.union(box);
        Optional<Segment> was = lost == 0 ? Optional.empty() : side(pairs.get(lost), true);
        Optional<Segment> is = gained == 0 ? Optional.empty() : side(pairs.get(gained), false);
        return new Spot(box, middle(part, box), voxels, was, is);
    }

    private static Optional<Segment> side(SegmentPairs.Pair pair, boolean before) {
        return before ? pair.before() : pair.after();
    }

    /** The voxel of the part that is nearest to the middle of its box. */
    private VoxelPoint middle(int[] part, VoxelBox box) {
        int x = (box.x0() + box.x1() - 1) / 2;
        int y = (box.y0() + box.y1() - 1) / 2;
        int z = (box.z0() + box.z1() - 1) / 2;
        VoxelPoint nearest = null;
        long least = Long.MAX_VALUE;
        for (int run : part) {
            VoxelPoint candidate = new VoxelPoint(Math.clamp(x, runs.start(run), runs.end(run) - 1), runs.y(run), runs.z(run));
            long distance = square(candidate.x() - x) + square(candidate.y() - y) + square(candidate.z() - z);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    private static long square(long value) {
        return value * value;
    }

    private List<StructureChange> structures() {
        SegmentCounts then = SegmentCounts.of(base);
        SegmentCounts now = SegmentCounts.of(contribution);
        List<StructureChange> all = new ArrayList<>();
        for (int i = 0; i < pairs.all().size(); i++) {
            SegmentPairs.Pair pair = pairs.all().get(i);
            Tally tally = tallies[i + 1];
            all.add(new StructureChange(pair.before(), pair.after(),
                    pair.before().map(s -> then.of(s.id()).voxels()).orElse(0L),
                    pair.after().map(s -> now.of(s.id()).voxels()).orElse(0L), tally.added, tally.removed, tally.changed,
                    tally.box));
        }
        return all.stream().filter(change -> !change.isNothing()).toList();
    }
}
