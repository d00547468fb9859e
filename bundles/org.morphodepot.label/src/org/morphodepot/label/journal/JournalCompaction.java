package org.morphodepot.label.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.morphodepot.label.journal.LabelJournal.Waste;

/**
 * What a journal needs to lead to one of its states with the history that can be seen there: without edits that were
 * undone and then forgotten for others, what was undone and redone, and saved states that are no longer on the way. What
 * came after that state stays, event by event.
 */
final class JournalCompaction {

    private final long begin;
    private final int start;
    private final long stepsBefore;
    /** Those that the history of the state holds, and how many of them are in it. */
    private final List<Entry> edits = new ArrayList<>();
    private int position;
    /** Saved states on the way, after so many of the edits. */
    private final List<Event.Saved> known = new ArrayList<>();

    private JournalCompaction(List<Entry> old, long begin, long steps) {
        this.begin = begin;
        start = Entry.after(old, steps);
        stepsBefore = steps;
        Map<Long, List<Event.Saved>> saved = old.stream().filter(entry -> !entry.isStep()).map(Entry::saved)
                .filter(state -> state.steps() < steps).collect(Collectors.groupingBy(Event.Saved::steps));
        long n = 0;
        know(saved.get(n));
        for (Entry entry : old.subList(0, start)) {
            if (entry.isStep()) {
                take(entry);
                know(saved.get(++n));
            }
        }
    }

    /**
     * What to do about a journal; empty when too little would go.
     *
     * @param old events in the file
     * @param begin where the first of them begins
     * @param steps number of steps that lead to the state
     */
    static Optional<JournalCompaction> of(List<Entry> old, long begin, long steps, Waste worth) {
        long there = old.stream().filter(Entry::isStep).count();
        if (steps < 1 || steps > there) {
            return Optional.empty();
        }
        JournalCompaction plan = new JournalCompaction(old, begin, steps);
        long length = old.getLast().to();
        long kept = begin + plan.edits.stream().mapToLong(edit -> edit.to() - edit.from()).sum()
                + length - (plan.start == 0 ? begin : old.get(plan.start - 1).to());
        return Optional.of(plan).filter(_ -> worth.isReached(length - kept, length));
    }

    private void know(List<Event.Saved> saved) {
        if (saved != null) {
            saved.forEach(state -> known.add(new Event.Saved(state.snapshot(), position)));
        }
    }

    private void take(Entry entry) {
        switch (entry.kind()) {
            case Record.EDIT -> {
                edits.subList(position, edits.size()).clear();
                known.removeIf(state -> state.steps() > position);
                edits.add(entry);
                position++;
            }
            case Record.UNDONE -> position = Math.max(0, position - 1);
            default -> position = Math.min(edits.size(), position + 1);
        }
    }

    /** Where the first event begins, in the old file and in the new one. */
    long begin() {
        return begin;
    }

    /** Index of the first event that stays as it is. */
    int start() {
        return start;
    }

    /** Edits that are kept, oldest first. */
    List<Entry> edits() {
        return edits;
    }

    /** How many of the edits are undone afterwards. */
    int undone() {
        return edits.size() - position;
    }

    /** Saved states that are still known, by the steps that lead to them in the new file. */
    List<Event.Saved> known() {
        long all = edits.size() + undone();
        return known.stream()
                .map(state -> state.steps() == position ? new Event.Saved(state.snapshot(), all) : state).toList();
    }

    /** The same saved state from the start on; empty for one before, which is among the known ones or gone. */
    Optional<Event.Saved> moved(Event.Saved later) {
        return later.steps() < stepsBefore ? Optional.empty()
                : Optional.of(new Event.Saved(later.snapshot(), later.steps() + shift()));
    }

    /** How many more steps the new file needs; negative. */
    long shift() {
        return edits.size() + undone() - stepsBefore;
    }
}
