package org.morphodepot.forge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop by programs we did not write: command-line git and gh, which reach the forge through a proxy variable. */
class OtherClientsTest {

    private static final String DEPOT = "director/practice-specimen";

    @TempDir
    Path folder;

    private Classroom room;

    @BeforeEach
    void open() throws Exception {
        room = new Classroom(folder, Knobs.quick());
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    private record Ran(int code, String out) {
    }

    private Ran run(String login, Path place, String... command) throws Exception {
        String forge = room.forge.address().toString();
        Path home = Files.createDirectories(folder.resolve("home-" + login));
        Files.writeString(home.resolve(".gitconfig"), """
                [user]
                name = %1$s
                email = %1$s@example.org
                [credential "http://github.localhost"]
                helper = "!f() { echo username=x; echo password=$GH_TOKEN; }; f"
                """.formatted(login));
        ProcessBuilder program = new ProcessBuilder(command).directory(place.toFile()).redirectErrorStream(true);
        var environment = program.environment();
        environment.putAll(Map.of("HTTP_PROXY", forge, "http_proxy", forge, "GH_HOST", "github.localhost",
                "GH_TOKEN", room.account(login).token(), "GH_PROMPT_DISABLED", "1", "GH_NO_UPDATE_NOTIFIER", "1", "HOME",
                home.toString(), "GH_CONFIG_DIR", home.resolve("gh").toString(), "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_TERMINAL_PROMPT", "0"));
        environment.remove("no_proxy");
        environment.remove("NO_PROXY");
        Process process = program.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> String.join(" ", command) + " did not end");
        return new Ran(process.exitValue(), out);
    }

    private String ok(String login, Path place, String... command) throws Exception {
        Ran ran = run(login, place, command);
        assertEquals(0, ran.code(), () -> String.join(" ", command) + "\n" + ran.out());
        return ran.out();
    }

    private String gh(String login, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("gh"));
        command.addAll(List.of(words));
        return ok(login, folder, command.toArray(String[]::new));
    }

    private static boolean isHere(String program) {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    @Test
    void gh_doesTheWholeLoop() throws Exception {
        assumeTrue(isHere("git"), "command-line git is not installed");
        assumeTrue(isHere("gh"), "gh is not installed (apt-get install gh)");
        assertTrue(gh("sam", "issue", "list", "-R", DEPOT, "--assignee", "sam").contains("Eyes"));
        gh("sam", "issue", "comment", "1", "-R", DEPOT, "-b", "I begin");
        assertTrue(gh("sam", "issue", "view", "1", "-R", DEPOT, "--comments").contains("I begin"));
        gh("sam", "repo", "fork", DEPOT, "--clone=false");
        gh("sam", "repo", "clone", "sam/practice-specimen", "work");
        Path work = folder.resolve("work");
        assertTrue(ok("sam", work, "git", "remote", "-v").contains("upstream\thttp://github.localhost/" + DEPOT));
        ok("sam", work, "git", "checkout", "-q", "-b", "issue-1");
        Files.writeString(work.resolve("issue-1.seg.nrrd"), "labels\n");
        ok("sam", work, "git", "add", "issue-1.seg.nrrd");
        ok("sam", work, "git", "commit", "-q", "-m", "Edited issue-1");
        ok("sam", work, "git", "push", "-u", "origin", "issue-1");
        String url = gh("sam", "pr", "create", "-R", DEPOT, "--title", "issue-1", "--body", "Fixes #1", "--draft", "--head",
                "sam:issue-1", "--base", "main").strip();
        String pull = url.substring(url.lastIndexOf('/') + 1);
        assertTrue(gh("sam", "pr", "list", "-R", DEPOT).contains("DRAFT"));
        assertTrue(run("director", folder, "gh", "pr", "merge", pull, "-R", DEPOT, "--squash").code() != 0);
        gh("sam", "pr", "ready", pull, "-R", DEPOT);
        gh("director", "pr", "review", pull, "-R", DEPOT, "--request-changes", "-b", "more");
        gh("director", "pr", "ready", pull, "-R", DEPOT, "--undo");
        gh("sam", "pr", "ready", pull, "-R", DEPOT);
        gh("director", "pr", "review", pull, "-R", DEPOT, "--approve");
        assertTrue(gh("director", "pr", "view", pull, "-R", DEPOT, "--comments").contains("changes requested"));
        assertTrue(gh("director", "pr", "diff", pull, "-R", DEPOT).contains("+labels"));
        assertTrue(run("olga", folder, "gh", "pr", "merge", pull, "-R", DEPOT, "--squash").code() != 0);
        gh("director", "pr", "merge", pull, "-R", DEPOT, "--squash", "--body", "Merging and closing");
        assertTrue(gh("sam", "pr", "list", "-R", DEPOT, "--state", "merged").contains("MERGED"));
        assertTrue(gh("sam", "issue", "view", "1", "-R", DEPOT).contains("CLOSED"));
        gh("sam", "repo", "sync", "sam/practice-specimen");
        gh("director", "issue", "edit", "2", "-R", DEPOT, "--add-label", "bug", "--add-assignee", "robin");
        assertTrue(gh("director", "release", "view", "v1", "-R", DEPOT).contains("PracticeSpecimen.nrrd"));
        gh("director", "release", "download", "v1", "-R", DEPOT, "-D", folder.resolve("got").toString());
        assertTrue(Files.size(folder.resolve("got/PracticeSpecimen.nrrd")) > 1000);
    }

    @Test
    void git_clonesShallowAndFetchesPullRequestsAndFindsTheServerWhole() throws Exception {
        assumeTrue(isHere("git"), "command-line git is not installed");
        room.paint("sam", room.fork(room.sam), 1, "labels").close();
        int pull = room.draft(room.sam, "sam", 1).number("number");
        ok("olga", folder, "git", "clone", "-q", "--depth", "1", "http://github.localhost/" + DEPOT, "shallow");
        ok("olga", folder, "git", "clone", "-q", "--filter=blob:none", "http://github.localhost/" + DEPOT, "partial");
        Path shallow = folder.resolve("shallow");
        ok("olga", shallow, "git", "fetch", "-q", "origin", "refs/pull/" + pull + "/head:review", "refs/pull/" + pull + "/merge:m");
        assertEquals("issue-1.seg.nrrd\n", ok("olga", shallow, "git", "diff", "--name-only", "origin/main", "review"));
        assertEquals("issue-1.seg.nrrd\n", ok("olga", shallow, "git", "diff", "--name-only", "origin/main", "m"));
        assertTrue(run("olga", shallow, "git", "push", "origin", "review:main").code() != 0);
        assertTrue(run("director", shallow, "git", "push", "origin", "review:refs/pull/9/head").code() != 0);
        try (var repositories = Files.list(folder.resolve("forge/git/repositories"))) {
            for (Path repository : repositories.toList()) {
                assertTrue(!ok("olga", repository, "git", "fsck", "--full").contains("error"));
            }
        }
    }
}
