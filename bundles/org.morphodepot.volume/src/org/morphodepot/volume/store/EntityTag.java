package org.morphodepot.volume.store;

import java.net.http.HttpHeaders;

/** The tag by which a server tells one state of an object from another. */
final class EntityTag {

    private static final int LONGEST = 512;

    private EntityTag() {
    }

    /** The ETag; empty when there is none. A date is no tag: two states of a second have the same. */
    static String of(HttpHeaders headers) {
        return headers.firstValue("ETag").map(EntityTag::checked).orElse("");
    }

    /** The tag, or none when it is longer than any sensible one. */
    static String checked(String tag) {
        return tag.length() > LONGEST ? "" : tag;
    }
}
