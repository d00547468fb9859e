package org.morphodepot.volume.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Volume;

/** What one requester wants, most wanted first, and how far its list has been worked off. */
final class WantList {

    private final Volume volume;
    private final List<Place> places;
    private final Map<Place, Integer> ranks;
    private int next;

    WantList(Volume volume, List<ChunkKey> keys) {
        this.volume = volume;
        this.places = new ArrayList<>(keys.size());
        this.ranks = HashMap.newHashMap(keys.size());
        for (ChunkKey key : keys) {
            Place place = new Place(volume, key);
            if (ranks.putIfAbsent(place, places.size()) == null) {
                places.add(place);
            }
        }
    }

    Volume volume() {
        return volume;
    }

    List<Place> places() {
        return places;
    }

    /** Position in this list; {@link Integer#MAX_VALUE} when it is not wanted here. */
    int rank(Place place) {
        return ranks.getOrDefault(place, Integer.MAX_VALUE);
    }

    /** Rank of the first place from here on that is {@code open}, remembered for the next call; the list's size at its end. */
    int advance(Predicate<Place> open) {
        while (next < places.size() && !open.test(places.get(next))) {
            next++;
        }
        return next;
    }

    /** Looks at all places again, for instance because a failed one may be tried again. */
    void rewind() {
        next = 0;
    }

    /** The highest rank above {@code rank} whose place passes; -1 when there is none. */
    int lastAfter(int rank, Predicate<Place> test) {
        for (int i = places.size() - 1; i > rank; i--) {
            if (test.test(places.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
