package org.morphodepot.forge.internal.graphql;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.forge.internal.http.Doc;
import org.morphodepot.forge.internal.http.Problem;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

/** Runs one question. A field that cannot be found is null in the data and named among the errors. */
final class Execution {

    private static final int MOST_OBJECTS = 500_000;

    private final Schema schema;
    private final Question question;
    private final Map<String, Object> variables;
    private final Asker asker;
    private final List<Doc> errors = new ArrayList<>();
    private int objects;

    Execution(Schema schema, Question question, Map<String, Object> variables, Asker asker) {
        this.schema = schema;
        this.question = question;
        this.variables = variables;
        this.asker = asker;
    }

    JsonObject run() throws IOException {
        String root = question.kind().equals("mutation") ? "Mutation" : "Query";
        checkFields(root, question.selections());
        JsonObject data = object(new Node(root, asker), List.of(question.selections()), List.of());
        Doc answer = Doc.with("data", data);
        return (errors.isEmpty() ? answer : answer.put("errors", errors)).json();
    }

    /** Refuses unknown top fields before anything is changed. */
    private void checkFields(String type, List<Selection> selections) {
        for (Selection selection : selections) {
            if (selection instanceof Selection.Field field && !field.name().startsWith("__")
                    && !schema.type(type).has(field.name())) {
                throw noField(field.name(), type);
            }
        }
    }

    private static Problem noField(String field, String type) {
        return new Problem(200, "Field '" + field + "' doesn't exist on type '" + type + "'");
    }

    private JsonObject object(Node node, List<List<Selection>> selections, List<Object> path) throws IOException {
        if (++objects > MOST_OBJECTS) {
            throw new Problem(200, "This query requests too many nodes.");
        }
        Map<String, List<Selection.Field>> wanted = new LinkedHashMap<>();
        for (List<Selection> some : selections) {
            collect(node.type(), some, wanted);
        }
        JsonObject json = new JsonObject();
        for (Map.Entry<String, List<Selection.Field>> entry : wanted.entrySet()) {
            List<Object> here = new ArrayList<>(path);
            here.add(entry.getKey());
            json.add(entry.getKey(), field(node, entry.getValue(), here));
        }
        return json;
    }

    private void collect(String type, List<Selection> selections, Map<String, List<Selection.Field>> wanted) {
        for (Selection selection : selections) {
            if (!taken(selection)) {
                continue;
            }
            switch (selection) {
                case Selection.Field field -> wanted.computeIfAbsent(field.alias(), _ -> new ArrayList<>()).add(field);
                case Selection.Inline inline -> collectIf(type, inline, wanted);
                case Selection.Spread spread -> collectIf(type, Optional.ofNullable(question.fragments().get(spread.fragment()))
                        .orElseThrow(() -> new Problem(200, "Fragment " + spread.fragment() + " was used, but not defined")),
                        wanted);
            }
        }
    }

    private void collectIf(String type, Selection.Inline inline, Map<String, List<Selection.Field>> wanted) {
        if (inline.type() == null || schema.isA(type, inline.type())) {
            collect(type, inline.inner(), wanted);
        }
    }

    private boolean taken(Selection selection) {
        Map<String, Object> conditions = selection.conditions();
        return !(conditions.containsKey("include") && Boolean.FALSE.equals(value(conditions.get("include"))))
                && !(conditions.containsKey("skip") && Boolean.TRUE.equals(value(conditions.get("skip"))));
    }

    private JsonElement field(Node node, List<Selection.Field> same, List<Object> path) throws IOException {
        Selection.Field field = same.getFirst();
        if (field.name().equals("__typename")) {
            return Doc.element(node.type());
        }
        if (field.name().equals("__type")) {
            String name = arguments(field).need("name");
            return value(schema.knows(name) ? new Node("__Type", name) : null, same, path);
        }
        Schema.Type<?> type = schema.type(node.type());
        if (!type.has(field.name())) {
            throw noField(field.name(), node.type());
        }
        Object found;
        try {
            found = type.find(field.name(), node.source(), arguments(field), asker);
        } catch (Problem e) {
            errors.add(error(e, path));
            return JsonNull.INSTANCE;
        }
        return value(found, same, path);
    }

    private static Doc error(Problem problem, List<Object> path) {
        String type = switch (problem.status()) {
            case 404 -> "NOT_FOUND";
            case 401, 403 -> "FORBIDDEN";
            default -> "UNPROCESSABLE";
        };
        return Doc.with("type", type).put("path", path).put("message", problem.words());
    }

    private JsonElement value(Object found, List<Selection.Field> same, List<Object> path) throws IOException {
        if (found instanceof Node node) {
            return object(node, same.stream().map(Selection.Field::inner).toList(), path);
        }
        if (found instanceof List<?> list) {
            JsonArray array = new JsonArray();
            for (Object one : list) {
                array.add(value(one, same, path));
            }
            return array;
        }
        return Doc.element(found);
    }

    private Arguments arguments(Selection.Field field) {
        Map<String, Object> values = new LinkedHashMap<>();
        field.arguments().forEach((name, value) -> values.put(name, value(value)));
        return new Arguments(values);
    }

    /** Puts variables in, also inside lists and objects. */
    private Object value(Object raw) {
        return switch (raw) {
            case Selection.Variable variable -> variables.get(variable.name());
            case List<?> list -> {
                List<Object> all = new ArrayList<>();
                list.forEach(one -> all.add(value(one)));
                yield all;
            }
            case Map<?, ?> map -> {
                Map<String, Object> all = new LinkedHashMap<>();
                map.forEach((key, one) -> all.put(String.valueOf(key), value(one)));
                yield all;
            }
            case null, default -> raw;
        };
    }
}
