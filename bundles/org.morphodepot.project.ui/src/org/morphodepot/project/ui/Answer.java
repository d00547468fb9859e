package org.morphodepot.project.ui;

import java.util.Optional;

import org.morphodepot.work.Known;

/**
 * What is known of something that was asked for, and how the last question went.
 *
 * @param known the newest answer; stays when a later question fails
 * @param failure why there is none, in one line for people
 * @param asking whether a question is under way
 */
record Answer<T>(Optional<Known<T>> known, Optional<String> failure, boolean asking) {

    static <T> Answer<T> none() {
        return new Answer<>(Optional.empty(), Optional.empty(), false);
    }

    /** What was known before, until the answer comes. */
    static <T> Answer<T> remembered(Optional<Known<T>> known) {
        return new Answer<>(known, Optional.empty(), false);
    }

    Answer<T> nowAsking() {
        return new Answer<>(known, failure, true);
    }

    Answer<T> is(Known<T> fresh) {
        return new Answer<>(Optional.of(fresh), Optional.empty(), false);
    }

    Answer<T> failed(String why) {
        return new Answer<>(known, Optional.of(why), false);
    }

    Optional<T> value() {
        return known.map(Known::value);
    }

    /** What a person should know about it; empty when all is well. */
    Optional<String> trouble() {
        return failure.or(() -> known.flatMap(Known::trouble));
    }
}
