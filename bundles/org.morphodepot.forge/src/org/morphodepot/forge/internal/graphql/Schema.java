package org.morphodepot.forge.internal.graphql;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The types and how their fields are found. */
final class Schema {

    /** Finds the value of a field: a scalar, a {@link Node}, a list of either, or null. */
    interface Finder<S> {
        Object find(S source, Arguments arguments, Asker asker) throws IOException;
    }

    /** One type; {@code S} is what its objects are made from. */
    static final class Type<S> {

        private final Class<S> source;
        private final Map<String, Finder<S>> fields = new LinkedHashMap<>();
        private final Set<String> kinds = new HashSet<>();

        private Type(String name, Class<S> source) {
            this.source = source;
            kinds.add(name);
        }

        Type<S> with(String field, Finder<S> finder) {
            fields.put(field, finder);
            return this;
        }

        /** Fields whose value is always the same, such as lists that are always empty here. */
        Type<S> constant(Object value, String... names) {
            for (String name : names) {
                fields.put(name, (_, _, _) -> value);
            }
            return this;
        }

        Type<S> is(String... interfaces) {
            kinds.addAll(List.of(interfaces));
            return this;
        }

        boolean has(String field) {
            return fields.containsKey(field);
        }

        Object find(String field, Object from, Arguments arguments, Asker asker) throws IOException {
            return fields.get(field).find(source.cast(from), arguments, asker);
        }
    }

    private final Map<String, Type<?>> types = new HashMap<>();

    Schema() {
        type("__Type", String.class).with("name", (name, _, _) -> name).with("kind", (_, _, _) -> "OBJECT")
                .with("fields", (name, _, _) -> fields(name)).constant(List.of(), "inputFields", "enumValues");
        type("__Field", String.class).with("name", (name, _, _) -> name).constant(false, "isDeprecated");
        type("PageInfo", Connection.class).with("hasNextPage", (page, _, _) -> page.more())
                .with("hasPreviousPage", (page, _, _) -> page.from() > 0).with("endCursor", (page, _, _) -> page.end())
                .with("startCursor", (page, _, _) -> page.start());
        type("Edge", Object[].class).with("node", (edge, _, _) -> edge[0]).with("cursor", (edge, _, _) -> edge[1]);
        type("Connection", Connection.class).with("totalCount", (page, _, _) -> page.total())
                .with("nodes", (page, _, _) -> page.nodes()).with("edges", (page, _, _) -> edges(page))
                .with("pageInfo", (page, _, _) -> new Node("PageInfo", page))
                .with("issueCount", (page, _, _) -> page.total()).with("repositoryCount", (page, _, _) -> page.total());
    }

    private List<Node> fields(String type) {
        return types.containsKey(type) ? types.get(type).fields.keySet().stream().map(name -> new Node("__Field", name)).toList()
                : null;
    }

    private static List<Node> edges(Connection page) {
        List<Node> edges = new ArrayList<>();
        for (Node node : page.nodes()) {
            edges.add(new Node("Edge", new Object[] { node, Connection.cursor(page.from() + edges.size()) }));
        }
        return edges;
    }

    <S> Type<S> type(String name, Class<S> source) {
        Type<S> type = new Type<>(name, source);
        types.put(name, type);
        return type;
    }

    Type<?> type(String name) {
        return name.endsWith("Connection") && !types.containsKey(name) ? types.get("Connection") : types.get(name);
    }

    boolean knows(String name) {
        return types.containsKey(name);
    }

    /** Whether objects of a type count as another: itself or an interface. */
    boolean isA(String type, String other) {
        return type.equals(other) || type(type).kinds.contains(other);
    }
}
