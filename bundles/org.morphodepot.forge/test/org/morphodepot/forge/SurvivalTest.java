package org.morphodepot.forge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.git.WorkFolder;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Restarts, crashes and other programs. */
class SurvivalTest {

    @TempDir
    Path folder;

    @Test
    void restart_knowsEverythingAndTheSameTokens() throws Exception {
        PracticeDepot before;
        int pull;
        try (Classroom room = new Classroom(folder, Knobs.quick())) {
            before = room.depot;
            String fork = room.fork(room.sam);
            room.paint("sam", fork, 1, "labels").close();
            pull = room.draft(room.sam, "sam", 1).is(201).number("number");
            room.sam.post(room.repo() + "/issues/1/comments", "{\"body\": \"hello\"}").is(201);
        }
        try (Classroom room = new Classroom(folder, Knobs.quick())) {
            assertEquals(before, room.depot);
            assertEquals("issue-1", room.sam.get(room.repo() + "/pulls/" + pull).is(200).text("title"));
            assertEquals(1, room.sam.get(room.repo() + "/issues/1/comments").array().size());
            try (WorkFolder work = WorkFolder.open(folder.resolve("sam-issue-1"))) {
                work.setRemote("origin", room.git("sam/practice-specimen"));
                room.paint("sam", "sam/practice-specimen", 1, "more labels", work);
                assertEquals(work.head().hex(), room.sam.get(room.repo() + "/pulls/" + pull).object().getAsJsonObject("head")
                        .get("sha").getAsString());
            }
        }
    }

    @Test
    void lineCutOffByACrash_isForgottenAndTheRestIsThere() throws Exception {
        new Classroom(folder, Knobs.quick()).close();
        Path journal = folder.resolve("forge/state/journal.jsonl");
        long whole = Files.size(journal);
        try (Classroom room = new Classroom(folder, Knobs.quick())) {
            room.sam.post(room.repo() + "/issues/1/comments", "{\"body\": \"cut off\"}").is(201);
        }
        byte[] bytes = Files.readAllBytes(journal);
        assertTrue(bytes.length > whole);
        for (int cut = 1; cut < bytes.length - whole; cut += 97) {
            Files.write(journal, Arrays.copyOf(bytes, bytes.length - cut));
            try (Classroom room = new Classroom(folder, Knobs.quick())) {
                assertTrue(room.sam.get(room.repo() + "/issues/1/comments").array().isEmpty());
            }
        }
    }

    @Test
    void damageInTheMiddle_isToldNotHidden() throws Exception {
        new Classroom(folder, Knobs.quick()).close();
        Path journal = folder.resolve("forge/state/journal.jsonl");
        Files.writeString(journal, "{\"nonsense\n" + Files.readString(journal));
        IOException e = assertThrows(IOException.class, () -> Forge.start(folder.resolve("forge"), 0, Knobs.quick()).close());
        assertTrue(e.getMessage().contains("damaged"), e.getMessage());
    }

    @Test
    void secondForge_doesNotTakeTheSameFolder() throws Exception {
        try (Classroom room = new Classroom(folder, Knobs.quick())) {
            assertFalse(room.depot.accounts().isEmpty());
            IOException e = assertThrows(IOException.class, () -> Forge.start(folder.resolve("forge"), 0, Knobs.quick()).close());
            assertTrue(e.getMessage().contains("open already"), e.getMessage());
        }
    }

    @Test
    void mergeWhoseNoteWasLost_isNotedAtTheNextStart() throws Exception {
        Path journal = folder.resolve("forge/state/journal.jsonl");
        byte[] before;
        int pull;
        try (Classroom room = new Classroom(folder, Knobs.quick())) {
            room.paint("sam", room.fork(room.sam), 1, "labels").close();
            Api.Answer made = room.draft(room.sam, "sam", 1).is(201);
            pull = made.number("number");
            room.sam.graphql("mutation {markPullRequestReadyForReview(input: {pullRequestId: \"" + made.text("node_id")
                    + "\"}) {clientMutationId}}");
            before = Files.readAllBytes(journal);
            room.director.put(room.repo() + "/pulls/" + pull + "/merge", "{\"merge_method\": \"squash\"}").is(200);
        }
        Files.write(journal, before, StandardOpenOption.TRUNCATE_EXISTING);
        try (Classroom room = new Classroom(folder, Knobs.quick())) {
            assertTrue(room.sam.get(room.repo() + "/pulls/" + pull).object().get("merged").getAsBoolean());
            assertEquals("closed", room.sam.get(room.repo() + "/issues/1").text("state"));
        }
    }

    @Test
    void practiceCommand_printsOneLineOfJson() throws Exception {
        var options = PracticeCommand.Options.parse(List.of("--folder", folder.toString(), "--json"), folder);
        var out = new ByteArrayOutputStream();
        PracticeCommand.start(options, new PrintStream(out)).close();
        assertTrue(Pattern.matches("\\{\"api\":\"http://127\\.0\\.0\\.1:\\d+\",\"depot\":\"director/practice-specimen\",\"accounts\":"
                + "\\[(\\{\"login\":\"\\w+\",\"role\":\"(director|segmenter|outsider)\",\"token\":\"\\w+\"},?)+]}\\R", out.toString()),
                out.toString());
        assertThrows(IllegalArgumentException.class, () -> PracticeCommand.Options.parse(List.of("--port", "x"), folder));
    }

    @Test
    void killedForge_hasEverythingItAcknowledged() throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), PracticeCommand.class.getName(), "--json", "--folder",
                folder.resolve("forge").toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        AtomicInteger acknowledged = new AtomicInteger();
        try (BufferedReader out = process.inputReader(); HttpClient http = HttpClient.newHttpClient()) {
            JsonObject line = JsonParser.parseString(out.readLine()).getAsJsonObject();
            String token = line.getAsJsonArray("accounts").get(1).getAsJsonObject().get("token").getAsString();
            HttpRequest comment = HttpRequest.newBuilder(URI.create(line.get("api").getAsString()
                    + "/repos/director/practice-specimen/issues/1/comments")).header("Authorization", "Bearer " + token)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"body\": \"still here?\"}")).build();
            Thread writer = Thread.ofVirtual().start(() -> writeUntilCut(http, comment, acknowledged));
            while (acknowledged.get() < 25) {
                Thread.sleep(1);
            }
            process.destroyForcibly().waitFor();
            writer.join();
        }
        try (Classroom room = new Classroom(folder, Knobs.quick())) {
            int found = room.sam.get(room.repo() + "/issues/1/comments?per_page=100").array().size();
            assertTrue(found >= acknowledged.get() && found <= acknowledged.get() + 1, found + " of " + acknowledged);
        }
    }

    private static void writeUntilCut(HttpClient http, HttpRequest comment, AtomicInteger acknowledged) {
        try {
            while (http.send(comment, HttpResponse.BodyHandlers.discarding()).statusCode() == 201) {
                acknowledged.incrementAndGet();
            }
        } catch (IOException e) {
            // killed, as it should be
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void token_isNowhereInClonesAndExceptions() throws Exception {
        try (Classroom room = new Classroom(folder, Knobs.quick())) {
            room.paint("sam", room.fork(room.sam), 1, "labels").close();
            String canary = room.account("sam").token();
            try (Stream<Path> files = Files.walk(folder.resolve("sam-issue-1"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(canary),
                            file.toString());
                }
            }
        }
    }
}
