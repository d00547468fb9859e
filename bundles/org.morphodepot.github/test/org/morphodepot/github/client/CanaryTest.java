package org.morphodepot.github.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.morphodepot.github.client.ScriptedForge.DEPOT;
import static org.morphodepot.github.client.ScriptedForge.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Mark;
import org.morphodepot.github.NewIssue;
import org.morphodepot.github.Secret;
import org.morphodepot.github.Watch;
import org.morphodepot.testing.web.Fault;
import org.morphodepot.testing.web.WebReply;
import org.morphodepot.testing.web.WebRequest;

/** The token is nowhere but in the one header, whatever happens. */
class CanaryTest {

    private static final String CANARY = ScriptedForge.TOKEN;

    @TempDir
    private Path folder;
    private final StringBuilder seen = new StringBuilder();

    @Test
    void token_isInNoFileLogOutputMessageOrAddress() throws IOException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Handler logs = logs();
        Logger.getLogger("").addHandler(logs);
        Logger.getLogger("").setLevel(Level.ALL);
        try (PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(capture);
            System.setErr(capture);
            run();
        } finally {
            System.setOut(out);
            System.setErr(err);
            Logger.getLogger("").removeHandler(logs);
            Logger.getLogger("").setLevel(Level.INFO);
        }
        seen.append(printed.toString(StandardCharsets.UTF_8));
        int files = readFiles();
        assertTrue(files > 0 && seen.length() > 10_000, files + " files, " + seen.length() + " characters");
        assertFalse(seen.toString().contains(CANARY), "the token was written down");
        assertFalse(seen.toString().contains(CANARY.substring(0, 20)), "a part of the token was written down");
    }

    private Handler logs() {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                synchronized (seen) {
                    seen.append(entry.getMessage()).append(entry.getThrown()).append('\n');
                }
            }

            @Override
            public void flush() {
                // nothing is held back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    private void run() throws IOException {
        try (ScriptedForge forge = new ScriptedForge(folder.resolve("cache"))) {
            GitHub github = forge.client();
            note(github, Secret.of(CANARY), forge.address(), forge.hosts);
            note(forge.hosts.signIn(forgeOfUser(forge).address(), Secret.of(CANARY), Watch.NONE));
            TokenVault vault = TokenVault.inMemory();
            vault.keep(new TokenVault.Account(forge.address(), "ada"), Secret.of(CANARY));
            note(vault.accounts(), vault.token(vault.accounts().getFirst()));
            for (int status : List.of(200, 301, 302, 400, 401, 403, 404, 409, 410, 422, 429, 500, 503)) {
                attempt(forge, github, status);
            }
            for (Fault fault : List.of(new Fault.Cut(-1), new Fault.Cut(4), Fault.status(502))) {
                forge.server.plan("*", fault);
                ask(github);
                forge.server.behave();
            }
            forge.server.requests().forEach(this::noteAddress);
            boolean sent = forge.server.requests().stream().anyMatch(r -> ("Bearer " + CANARY).equals(r.headers().get("authorization")));
            assertTrue(sent, "the canary was never used");
            forge.server.close();
            ask(github);
        }
    }

    private static ScriptedForge forgeOfUser(ScriptedForge forge) {
        return forge.on("GET", "/user", 200, "{\"login\":\"ada\"}");
    }

    /** A server that repeats the token in everything it says, as a debugging proxy may. */
    private void attempt(ScriptedForge forge, GitHub github, int status) {
        String message = "{\"message\":\"Token " + CANARY + " is " + status + "\",\"errors\":[\"" + CANARY + "\"]}";
        WebReply echo = json(status, status == 200 ? "[]" : message).with("Location", forge.server.uri() + "/elsewhere")
                .with("X-Accepted-GitHub-Permissions", CANARY);
        forge.on("GET", "/repos/lab/danio/labels", _ -> echo).on("GET", "/repos/lab/danio/issues", 200, "[]")
                .on("POST", "/repos/lab/danio/issues", _ -> echo)
                .on("POST", "/graphql", 200, "{\"errors\":[{\"message\":\"" + CANARY + "\"}]}");
        ask(github);
    }

    private void ask(GitHub github) {
        List<Question> questions = List.of(() -> github.labels(DEPOT).list(), () -> github.mine().openPulls(),
                () -> github.issues(DEPOT).open(NewIssue.of("t", "b"), new Mark("m")));
        for (Question question : questions) {
            try {
                note(question.ask());
            } catch (GitHubException e) {
                StringWriter trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace));
                note(e.getMessage(), e, trace);
            }
        }
    }

    @FunctionalInterface
    private interface Question {
        Object ask() throws GitHubException;
    }

    private void noteAddress(WebRequest request) {
        note(request.method(), request.path(), request.query(), new String(request.body(), StandardCharsets.UTF_8));
        List<String> others = new ArrayList<>(request.headers().keySet());
        others.remove("authorization");
        others.forEach(name -> note(name, request.headers().get(name)));
    }

    private void note(Object... things) {
        synchronized (seen) {
            for (Object thing : things) {
                seen.append(thing).append('\n');
            }
        }
    }

    private int readFiles() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                byte[] bytes = Files.readAllBytes(file);
                note(file, new String(bytes, StandardCharsets.ISO_8859_1));
                try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                    note(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
                }
            }
            return files.size();
        }
    }

    @Test
    void secret_hidesItself() {
        assertEquals("(secret)", Secret.of(CANARY).toString());
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> Secret.of(CANARY + " " + CANARY));
        assertFalse(e.getMessage().contains(CANARY));
    }
}
