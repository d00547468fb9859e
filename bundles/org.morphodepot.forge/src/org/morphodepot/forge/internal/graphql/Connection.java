package org.morphodepot.forge.internal.graphql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** One page of a list of nodes. */
record Connection(List<Node> nodes, int from, int total) {

    private static final int MOST = 100;

    /** The page that first, last, after and before ask for; all of it up to 100 when they are missing. */
    static Node of(String type, List<?> all, Arguments arguments) {
        int from = arguments.text("after").map(cursor -> index(cursor) + 1).orElse(0);
        int to = arguments.text("before").map(Connection::index).orElse(all.size());
        from = Math.clamp(from, 0, all.size());
        to = Math.clamp(to, from, all.size());
        if (arguments.has("last") && !arguments.has("first")) {
            from = Math.max(from, to - Math.clamp(arguments.number("last", MOST), 0, MOST));
        } else {
            to = Math.min(to, from + Math.clamp(arguments.number("first", MOST), 0, MOST));
        }
        List<Node> nodes = all.subList(from, to).stream()
                .map(one -> one instanceof Node node ? node : new Node(type, one)).toList();
        return new Node(type + "Connection", new Connection(nodes, from, all.size()));
    }

    static String cursor(int index) {
        return Base64.getEncoder().encodeToString(("cursor:" + index).getBytes(StandardCharsets.UTF_8));
    }

    private static int index(String cursor) {
        try {
            String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Integer.parseInt(text.substring(text.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    boolean more() {
        return from + nodes.size() < total;
    }

    String end() {
        return nodes.isEmpty() ? null : cursor(from + nodes.size() - 1);
    }

    String start() {
        return nodes.isEmpty() ? null : cursor(from);
    }
}
