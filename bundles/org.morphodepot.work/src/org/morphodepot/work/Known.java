package org.morphodepot.work;

import java.time.Instant;
import java.util.Optional;

/**
 * An answer of a forge, perhaps an older one.
 *
 * @param asOf when it was true
 * @param trouble why it is not newer, in one line for people; empty when it is fresh
 */
public record Known<T>(T value, Instant asOf, Optional<String> trouble) {

    public static <T> Known<T> fresh(T value, Instant now) {
        return new Known<>(value, now, Optional.empty());
    }
}
