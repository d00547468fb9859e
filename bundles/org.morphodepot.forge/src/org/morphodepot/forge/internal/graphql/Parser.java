package org.morphodepot.forge.internal.graphql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.morphodepot.forge.internal.http.Problem;

/** Reads a GraphQL document. */
final class Parser {

    private static final int DEEPEST = 40;

    private final Tokens tokens;
    private final Map<String, Selection.Inline> fragments = new HashMap<>();
    private int depth;

    private Parser(String text) {
        tokens = new Tokens(text);
    }

    /** {@code operation} names the one to run among several; it may be null. */
    static Question parse(String text, String operation) {
        return new Parser(text).document(operation);
    }

    private Question document(String operation) {
        Question chosen = null;
        while (!tokens.ended()) {
            if (tokens.isSign("{")) {
                chosen = new Question("query", Map.of(), selections(), fragments);
                continue;
            }
            String kind = tokens.name();
            if (kind.equals("fragment")) {
                String name = tokens.name();
                tokens.name(); // on
                fragments.put(name, new Selection.Inline(tokens.name(), selections(), Map.of()));
                continue;
            }
            String name = tokens.peek().kind() == 'a' ? tokens.name() : null;
            Map<String, Object> defaults = variables();
            Question question = new Question(kind, defaults, selections(), fragments);
            chosen = chosen == null || operation != null && operation.equals(name) ? question : chosen;
        }
        if (chosen == null) {
            throw new Problem(200, "A query attribute must be specified and must be a string.");
        }
        return chosen;
    }

    private Map<String, Object> variables() {
        Map<String, Object> defaults = new HashMap<>();
        if (tokens.took("(")) {
            while (!tokens.took(")")) {
                tokens.sign("$");
                String name = tokens.name();
                tokens.sign(":");
                type();
                defaults.put(name, tokens.took("=") ? value() : null);
            }
        }
        return defaults;
    }

    private void type() {
        if (tokens.took("[")) {
            type();
            tokens.sign("]");
        } else {
            tokens.name();
        }
        tokens.took("!");
    }

    private List<Selection> selections() {
        if (++depth > DEEPEST) {
            throw new Problem(200, "The query is nested too deeply.");
        }
        List<Selection> all = new ArrayList<>();
        tokens.sign("{");
        while (!tokens.took("}")) {
            all.add(tokens.took("...") ? fragment() : field());
        }
        depth--;
        return all;
    }

    private Selection fragment() {
        String type = null;
        if (tokens.peek().kind() == 'a') {
            String name = tokens.name();
            if (!name.equals("on")) {
                return new Selection.Spread(name, directives());
            }
            type = tokens.name();
        }
        Map<String, Object> conditions = directives();
        return new Selection.Inline(type, selections(), conditions);
    }

    private Selection field() {
        String alias = tokens.name();
        String name = tokens.took(":") ? tokens.name() : alias;
        Map<String, Object> arguments = arguments();
        Map<String, Object> conditions = directives();
        return new Selection.Field(alias, name, arguments, tokens.isSign("{") ? selections() : List.of(), conditions);
    }

    private Map<String, Object> directives() {
        Map<String, Object> conditions = new HashMap<>();
        while (tokens.took("@")) {
            String name = tokens.name();
            conditions.put(name, arguments().get("if"));
        }
        return conditions;
    }

    private Map<String, Object> arguments() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        if (tokens.took("(")) {
            while (!tokens.took(")")) {
                String name = tokens.name();
                tokens.sign(":");
                arguments.put(name, value());
            }
        }
        return arguments;
    }

    private Object value() {
        if (tokens.took("$")) {
            return new Selection.Variable(tokens.name());
        }
        if (tokens.took("[")) {
            List<Object> list = new ArrayList<>();
            while (!tokens.took("]")) {
                list.add(value());
            }
            return list;
        }
        if (tokens.took("{")) {
            Map<String, Object> map = new LinkedHashMap<>();
            while (!tokens.took("}")) {
                String name = tokens.name();
                tokens.sign(":");
                map.put(name, value());
            }
            return map;
        }
        return scalar(tokens.next());
    }

    private static Object scalar(Tokens.Token token) {
        return switch (token.kind()) {
            case '"' -> token.text();
            case '1' -> token.text().matches("-?\\d{1,18}") ? (Object) Long.valueOf(token.text()) : Double.valueOf(token.text());
            case 'a' -> switch (token.text()) {
                case "true" -> true;
                case "false" -> false;
                case "null" -> null;
                default -> token.text();
            };
            default -> throw new Problem(200, "Parse error on \"" + token.text() + "\"");
        };
    }
}
