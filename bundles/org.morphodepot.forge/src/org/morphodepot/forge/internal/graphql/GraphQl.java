package org.morphodepot.forge.internal.graphql;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.morphodepot.forge.internal.http.Call;
import org.morphodepot.forge.internal.http.Doc;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.http.Reply;
import org.morphodepot.forge.internal.hub.Desk;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;

/** Answers GraphQL questions. Errors come with status 200, as with GitHub. */
public final class GraphQl {

    private final Desk desk;
    private final Schema schema = new Schema();
    private final Gson gson = new Gson();

    public GraphQl(Desk desk) {
        this.desk = desk;
        new Queries().add(schema);
        new RepositoryTypes().add(schema);
        new IssueTypes().add(schema);
        new PullTypes().add(schema);
        new Mutations().add(schema);
    }

    /** Answers {@code {query, variables, operationName}}. */
    public Reply answer(Call call) throws IOException {
        if (call.login() == null) {
            throw new Problem(401, "This endpoint requires you to be authenticated.");
        }
        try {
            Question question = Parser.parse(call.text("query").orElse(""), call.text("operationName").orElse(null));
            Map<String, Object> variables = new HashMap<>(question.defaults());
            JsonElement given = call.json().get("variables");
            if (given != null && given.isJsonObject()) {
                variables.putAll(gson.fromJson(given, new TypeToken<Map<String, Object>>() { }.getType()));
            }
            Asker asker = new Asker(desk, call.login(), call.links());
            JsonObject answer = new Execution(schema, question, variables, asker).run();
            if (question.kind().equals("mutation") && answer.has("errors")) {
                throw Problem.answering(Reply.ok(answer));
            }
            return Reply.ok(answer);
        } catch (Problem e) {
            throw Problem.answering(e.isReady() ? e.reply()
                    : Reply.ok(Doc.with("errors", List.of(Doc.with("message", e.words())))));
        }
    }
}
