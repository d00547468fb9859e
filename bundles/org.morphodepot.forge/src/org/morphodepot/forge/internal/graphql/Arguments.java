package org.morphodepot.forge.internal.graphql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.forge.internal.http.Problem;

/** The values given to a field, with variables put in. */
record Arguments(Map<String, Object> values) {

    Optional<String> text(String name) {
        return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A text that must be there. */
    String need(String name) {
        return text(name).orElseThrow(() -> new Problem(422, "Argument '" + name + "' is required"));
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    int number(String name, int otherwise) {
        return values.get(name) instanceof Number number ? number.intValue() : otherwise;
    }

    boolean truth(String name, boolean otherwise) {
        return values.get(name) instanceof Boolean truth ? truth : otherwise;
    }

    /** Texts of a list, or one text alone; empty when there is none. */
    Optional<List<String>> texts(String name) {
        return switch (values.get(name)) {
            case List<?> list -> Optional.of(list.stream().map(String::valueOf).toList());
            case String one -> Optional.of(List.of(one));
            case null, default -> Optional.empty();
        };
    }

    /** An object as arguments of its own; an empty one when there is none. */
    Arguments inner(String name) {
        if (values.get(name) instanceof Map<?, ?> map) {
            Map<String, Object> inner = new HashMap<>();
            map.forEach((key, value) -> inner.put(String.valueOf(key), value));
            return new Arguments(inner);
        }
        return new Arguments(Map.of());
    }
}
