package org.morphodepot.work.queue;

import java.time.Instant;
import java.util.Optional;

import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.RepoName;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.queue.Entry.Kind;
import org.morphodepot.work.queue.Entry.State;

import com.google.gson.JsonObject;

/** An entry with all that doing it needs; as JSON on the disk. Guarded by the queue. */
final class Job {

    final long number;
    final String id;
    final TaskRef task;
    final String login;
    final Kind kind;
    final String words;
    final String text;
    final Instant since;
    int tries;
    State state = State.WAITING;
    Optional<String> trouble = Optional.empty();
    Optional<Instant> next = Optional.empty();
    /** The issue or pull request that a comment goes to, once that was found out; else 0. */
    int target;
    /** Whether it stopped for want of a sign-in. */
    boolean needsSignIn;
    /** Whether the last try did not reach the forge. */
    boolean unreached;
    /** Whether it may be tried before its pause ends when the forge is reached. */
    boolean early = true;

    Job(long number, String id, TaskRef task, String login, Kind kind, String words, String text, Instant since) {
        this.number = number;
        this.id = id;
        this.task = task;
        this.login = login;
        this.kind = kind;
        this.words = words;
        this.text = text;
        this.since = since;
    }

    Entry entry() {
        return new Entry(id, task, kind, words, state, trouble, since, next);
    }

    boolean isOpen() {
        return state != State.DONE;
    }

    /** Whether both concern the same person's branch. */
    boolean isBeside(Job other) {
        return task.equals(other.task) && login.equalsIgnoreCase(other.login);
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("number", number);
        json.addProperty("id", id);
        json.addProperty("forge", task.forge().web().toString());
        json.addProperty("depot", task.depot().toString());
        json.addProperty("task", task.number());
        json.addProperty("login", login);
        json.addProperty("kind", kind.name());
        json.addProperty("words", words);
        json.addProperty("text", text);
        json.addProperty("since", since.toString());
        json.addProperty("tries", tries);
        json.addProperty("state", state == State.STOPPED ? state.name() : State.WAITING.name());
        json.addProperty("target", target);
        json.addProperty("needsSignIn", needsSignIn);
        trouble.ifPresent(words -> json.addProperty("trouble", words));
        return json;
    }

    /** Throws a {@link RuntimeException} of some kind when it is none. */
    static Job of(JsonObject json) {
        TaskRef task = new TaskRef(ForgeAddress.of(json.get("forge").getAsString()),
                RepoName.of(json.get("depot").getAsString()), json.get("task").getAsInt());
        Job job = new Job(json.get("number").getAsLong(), json.get("id").getAsString(), task, json.get("login").getAsString(),
                Kind.valueOf(json.get("kind").getAsString()), json.get("words").getAsString(), json.get("text").getAsString(),
                Instant.parse(json.get("since").getAsString()));
        job.tries = json.get("tries").getAsInt();
        job.state = State.valueOf(json.get("state").getAsString());
        job.target = json.get("target").getAsInt();
        job.needsSignIn = json.get("needsSignIn").getAsBoolean();
        job.trouble = json.has("trouble") ? Optional.of(json.get("trouble").getAsString()) : Optional.empty();
        return job;
    }
}
