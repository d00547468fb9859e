package org.morphodepot.forge;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** A plain client for tests: asks as somebody, hands back status and JSON. */
final class Api implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI forge;
    private final String token;

    Api(Forge forge, Account account) {
        this.forge = forge.address();
        token = account == null ? null : account.token();
    }

    record Answer(int status, JsonElement json, HttpResponse<String> raw) {

        JsonObject object() {
            return json.getAsJsonObject();
        }

        JsonArray array() {
            return json.getAsJsonArray();
        }

        String text(String key) {
            JsonElement value = object().get(key);
            return value == null || value.isJsonNull() ? null : value.getAsString();
        }

        int number(String key) {
            return object().get(key).getAsInt();
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        Answer is(int wanted) {
            if (status != wanted) {
                throw new AssertionError("expected " + wanted + " but was " + status + ": " + raw.body());
            }
            return this;
        }
    }

    Answer get(String path, String... headers) throws Exception {
        return ask("GET", path, null, headers);
    }

    Answer post(String path, String json) throws Exception {
        return ask("POST", path, json);
    }

    Answer put(String path, String json) throws Exception {
        return ask("PUT", path, json);
    }

    Answer patch(String path, String json) throws Exception {
        return ask("PATCH", path, json);
    }

    /** The data of a GraphQL answer; fails when there are errors. */
    JsonObject graphql(String query) throws Exception {
        Answer answer = graphqlAnswer(query);
        if (answer.object().has("errors")) {
            throw new AssertionError(answer.raw().body());
        }
        return answer.object().getAsJsonObject("data");
    }

    Answer graphqlAnswer(String query) throws Exception {
        JsonObject body = new JsonObject();
        body.addProperty("query", query);
        return post("/graphql", body.toString()).is(200);
    }

    Answer ask(String method, String path, String json, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(path.startsWith("http") ? URI.create(path) : forge.resolve(path))
                .method(method, json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        JsonElement body = null;
        if (response.headers().firstValue("Content-Type").orElse("").contains("application/json")) {
            body = JsonParser.parseString(response.body());
        }
        return new Answer(response.statusCode(), body, response);
    }

    @Override
    public void close() {
        http.close();
    }
}
