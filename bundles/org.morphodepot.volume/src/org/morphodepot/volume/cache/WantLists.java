package org.morphodepot.volume.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.morphodepot.volume.Volume;

/**
 * The want lists of all requesters. The most wanted place is the one that stands first in its list; among equals the list
 * that was replaced last wins. So several views refine side by side. Guarded by the lock of the cache.
 */
final class WantLists {

    /** In order of replacement: the newest is last. */
    private final LinkedHashMap<Object, WantList> lists = new LinkedHashMap<>();
    private final Map<Place, Integer> requesters = new HashMap<>();

    /** A place and its position in the list that wants it most. */
    record Candidate(Place place, int rank) {
    }

    /** What a replacement changed: places nobody wants any more, and places nobody wanted before. */
    record Change(List<Place> released, List<Place> added) {
    }

    boolean contains(Place place) {
        return requesters.containsKey(place);
    }

    int size() {
        return requesters.size();
    }

    /** Puts {@code list} in the place of the requester's former list; an empty list removes it. */
    Change replace(Object requester, WantList list) {
        List<Place> added = new ArrayList<>();
        for (Place place : list.places()) {
            if (requesters.merge(place, 1, Integer::sum) == 1) {
                added.add(place);
            }
        }
        WantList former = lists.remove(requester);
        List<Place> released = former == null ? List.of() : release(former);
        if (!list.places().isEmpty()) {
            lists.put(requester, list);
        }
        return new Change(released, added);
    }

    /** Removes every list of a volume; gives the places nobody wants any more. */
    List<Place> forget(Volume volume) {
        List<Place> released = new ArrayList<>();
        lists.values().removeIf(list -> {
            boolean gone = list.volume() == volume;
            if (gone) {
                released.addAll(release(list));
            }
            return gone;
        });
        return released;
    }

    /** The most wanted place that is {@code open}: neither here nor on its way. */
    Optional<Candidate> next(Predicate<Place> open) {
        Candidate best = null;
        for (WantList list : lists.values()) {
            int rank = list.advance(open);
            if (rank < list.places().size() && (best == null || rank <= best.rank())) {
                best = new Candidate(list.places().get(rank), rank);
            }
        }
        return Optional.ofNullable(best);
    }

    /** The least wanted place that passes {@code test} and is wanted less than {@code rank} by everybody. */
    Optional<Place> leastWantedAfter(int rank, Predicate<Place> test) {
        Place worst = null;
        int worstRank = rank;
        for (WantList list : lists.values()) {
            int found = list.lastAfter(worstRank, place -> test.test(place) && rank(place) > rank);
            if (found >= 0) {
                worst = list.places().get(found);
                worstRank = found;
            }
        }
        return Optional.ofNullable(worst);
    }

    void rewind() {
        lists.values().forEach(WantList::rewind);
    }

    void clear() {
        lists.clear();
        requesters.clear();
    }

    private int rank(Place place) {
        int best = Integer.MAX_VALUE;
        for (WantList list : lists.values()) {
            best = Math.min(best, list.rank(place));
        }
        return best;
    }

    private List<Place> release(WantList list) {
        List<Place> released = new ArrayList<>();
        for (Place place : list.places()) {
            if (requesters.merge(place, -1, (now, less) -> now + less == 0 ? null : now + less) == null) {
                released.add(place);
            }
        }
        return released;
    }
}
