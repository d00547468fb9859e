package org.morphodepot.forge.internal.http;

import java.util.LinkedHashMap;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** A request that is refused, as GitHub words it. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient JsonArray errors;
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private transient Reply ready;

    public Problem(int status, String message) {
        this(status, message, null);
    }

    private Problem(int status, String message, JsonArray errors) {
        super(message, null, false, false);
        this.status = status;
        this.errors = errors;
    }

    /** An answer that is ready, after which nothing of what was begun shall stay. */
    public static Problem answering(Reply ready) {
        Problem problem = new Problem(ready.status(), "undone");
        problem.ready = ready;
        return problem;
    }

    public static Problem notFound() {
        return new Problem(404, "Not Found");
    }

    public static Problem forbidden(String message) {
        return new Problem(403, message);
    }

    /** A value that is missing or wrong, by resource, field and code such as {@code missing_field}. */
    public static Problem invalid(String resource, String field, String code) {
        return invalid(Doc.with("resource", resource).put("field", field).put("code", code));
    }

    /** A value that is wrong, in words. */
    public static Problem invalidBecause(String resource, String message) {
        return invalid(Doc.with("resource", resource).put("code", "custom").put("message", message));
    }

    public static Problem invalid(Doc error) {
        JsonArray errors = new JsonArray();
        errors.add(error.json());
        return new Problem(422, "Validation Failed", errors);
    }

    public Problem with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public boolean isReady() {
        return ready != null;
    }

    public int status() {
        return status;
    }

    /** The first error in words, or the message. */
    public String words() {
        if (errors != null && !errors.isEmpty() && errors.get(0).getAsJsonObject().has("message")) {
            return errors.get(0).getAsJsonObject().get("message").getAsString();
        }
        return getMessage();
    }

    public Reply reply() {
        if (ready != null) {
            return ready;
        }
        JsonObject body = Doc.with("message", getMessage()).json();
        if (errors != null) {
            body.add("errors", errors);
        }
        body.addProperty("documentation_url", "https://docs.github.com/rest");
        body.addProperty("status", String.valueOf(status));
        Reply reply = Reply.of(status, body);
        headers.forEach(reply::with);
        return reply;
    }
}
