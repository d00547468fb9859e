package org.morphodepot.label;

import java.util.ArrayList;
import java.util.List;

/**
 * Steps that were made, and those that were undone, without a limit of their number: the blocks of the oldest leave
 * memory when all together need more than the budget. Blocks that are not on the disk yet stay. One thread at a time.
 */
final class StepList {

    private final long budget;
    private final List<Step> steps = new ArrayList<>();
    private int position;
    /** Number of oldest steps that need no memory. */
    private int released;
    private long held;

    /** @param budget bytes for the blocks of all steps */
    StepList(long budget) {
        this.budget = budget;
    }

    List<Edit> edits() {
        return steps.stream().map(Step::edit).toList();
    }

    int position() {
        return position;
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    boolean canUndo() {
        return position > 0;
    }

    boolean canRedo() {
        return position < steps.size();
    }

    /** The step that undo takes back. */
    Step last() {
        return steps.get(position - 1);
    }

    /** The step that redo repeats. */
    Step next() {
        return steps.get(position);
    }

    void back() {
        position--;
    }

    void forth() {
        position++;
    }

    /** Adds a step that was made; undone ones are forgotten. */
    void add(Step step) {
        List<Step> undone = steps.subList(position, steps.size());
        undone.subList(Math.max(0, released - position), undone.size()).forEach(gone -> held -= gone.heldBytes());
        undone.clear();
        released = Math.min(released, position);
        steps.add(step);
        position++;
        held += step.heldBytes();
        release();
    }

    /** Takes over steps of before. */
    void recall(List<Edit> edits, int applied) {
        edits.forEach(edit -> steps.add(new Step(edit, Integer.MAX_VALUE)));
        steps.forEach(step -> held += step.heldBytes());
        position = applied;
    }

    private void release() {
        while (held > budget && released < steps.size()) {
            Step oldest = steps.get(released);
            long bytes = oldest.heldBytes();
            if (!oldest.release()) {
                return;
            }
            held -= bytes;
            released++;
        }
    }

    /** Bytes of blocks in memory, roughly. */
    long heldBytes() {
        return held;
    }
}
