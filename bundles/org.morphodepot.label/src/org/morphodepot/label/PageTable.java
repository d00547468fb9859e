package org.morphodepot.label;

import java.util.Map;
import java.util.stream.LongStream;

/** Pages by their number, immutable: an open-addressed hash table, small enough to be copied for every change. */
final class PageTable {

    static final PageTable EMPTY = new PageTable(0);

    private final long[] keys;
    /** Null where the slot is free. */
    private final Page[] pages;

    private PageTable(int count) {
        int slots = Integer.highestOneBit(Math.max(4, 3 * count)) << 1;
        keys = new long[slots];
        pages = new Page[slots];
    }

    /** The page with this number; the empty page when there is none. */
    Page get(long key) {
        Page page = pages[slot(key)];
        return page == null ? Page.EMPTY : page;
    }

    /** A table with some pages replaced; empty ones are left out. */
    PageTable with(Map<Long, Page> changed) {
        PageTable table = new PageTable(Math.addExact(count(), changed.size()));
        for (int i = 0; i < keys.length; i++) {
            if (pages[i] != null && !changed.containsKey(keys[i])) {
                table.put(keys[i], pages[i]);
            }
        }
        changed.forEach((key, page) -> {
            if (!page.isEmpty()) {
                table.put(key, page);
            }
        });
        return table;
    }

    /** Numbers of the pages, ascending. */
    long[] keys() {
        return LongStream.range(0, keys.length).filter(i -> pages[(int) i] != null).map(i -> keys[(int) i]).sorted()
                .toArray();
    }

    /** Numbers of the pages in this or the other table, ascending. */
    long[] keysWith(PageTable other) {
        return LongStream.concat(LongStream.of(keys()), LongStream.of(other.keys())).sorted().distinct().toArray();
    }

    private int count() {
        int count = 0;
        for (Page page : pages) {
            count += page == null ? 0 : 1;
        }
        return count;
    }

    private void put(long key, Page page) {
        int slot = slot(key);
        keys[slot] = key;
        pages[slot] = page;
    }

    /** Where {@code key} is, or the free slot where it would be. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (pages[slot] != null && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
