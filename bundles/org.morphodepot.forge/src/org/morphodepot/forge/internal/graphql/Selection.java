package org.morphodepot.forge.internal.graphql;

import java.util.List;
import java.util.Map;

/** What a question wants of an object. Values in arguments are texts, numbers, truths, lists, maps, null or variables. */
sealed interface Selection {

    /** Whether to take it: by the directives include and skip, whose condition may be a variable. */
    Map<String, Object> conditions();

    /** A field under a name of the asker's choice. */
    record Field(String alias, String name, Map<String, Object> arguments, List<Selection> inner,
            Map<String, Object> conditions) implements Selection {
    }

    /** The selections of a fragment with a name. */
    record Spread(String fragment, Map<String, Object> conditions) implements Selection {
    }

    /** Selections for one type only; {@code type} is null for all. */
    record Inline(String type, List<Selection> inner, Map<String, Object> conditions) implements Selection {
    }

    /** The value of a variable. */
    record Variable(String name) {
    }
}
