package org.morphodepot.label.tool;

import java.util.BitSet;

import org.morphodepot.label.FreePlaces;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;

/**
 * Finds a layer where the active segment overlaps nobody: told all voxels it has and gets, it crosses out the layers in which
 * another label is in the way. For one thread.
 */
final class LayerChoice {

    private final Segmentation segmentation;
    private final Segment active;
    private final LabelRoles roles;
    /** Layers in use, a segment without voxels being enough. */
    private final int layers;
    private final BitSet candidates = new BitSet();

    LayerChoice(Segmentation segmentation, Segment active, LabelRoles roles) {
        this.segmentation = segmentation;
        this.active = active;
        this.roles = roles;
        layers = segmentation.segments().stream().mapToInt(s -> s.layer() + 1)
                .reduce(segmentation.layers().size(), Math::max);
        candidates.set(0, layers);
        candidates.clear(active.layer());
    }

    /** Whether any existing layer is still possible; looking further is useless otherwise. */
    boolean isOpen() {
        return !candidates.isEmpty();
    }

    /** The active segment has these voxels already. */
    void occupied(LabelStack stack, long[] bits) {
        cross(stack, bits, false);
    }

    /** The active segment gets these voxels, and replaceable segments lose them. */
    void painted(LabelStack stack, long[] bits) {
        cross(stack, bits, true);
    }

    private void cross(LabelStack stack, long[] bits, boolean replaces) {
        for (int layer = candidates.nextSetBit(0); layer >= 0; layer = candidates.nextSetBit(layer + 1)) {
            if (!stack.isBackground(layer) && isTaken(layer, stack.labels(layer), bits, replaces)) {
                candidates.clear(layer);
            }
        }
    }

    private boolean isTaken(int layer, char[] labels, long[] bits, boolean replaces) {
        for (int w = 0; w < bits.length; w++) {
            for (long rest = bits[w]; rest != 0; rest &= rest - 1) {
                int label = labels[w << 6 | Long.numberOfTrailingZeros(rest)];
                if (label != 0 && !(replaces && roles.of(layer, label) == LabelRoles.REPLACED)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The active segment in the first layer that is left, with its own label when nobody uses it there; else in a new layer. */
    Segment place() {
        for (int layer = candidates.nextSetBit(0); layer >= 0; layer = candidates.nextSetBit(layer + 1)) {
            FreePlaces free = FreePlaces.in(segmentation, layer);
            if (free.hasLabel()) {
                return active.withPlace(layer, free.label(active.label()));
            }
        }
        return active.withPlace(layers, active.label());
    }
}
