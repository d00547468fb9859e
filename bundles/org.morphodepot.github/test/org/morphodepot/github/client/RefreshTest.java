package org.morphodepot.github.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.morphodepot.github.client.ScriptedForge.json;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.github.IssueQuery;
import org.morphodepot.testing.web.Fault;

/** What looking for news costs. */
class RefreshTest {

    @TempDir
    private Path folder;

    @Test
    void thirtyDepotsWithNothingNew_costTwoFreeRequests() throws IOException {
        String issues = IntStream.rangeClosed(1, 100).mapToObj(n -> "{\"number\":" + n + ",\"repository\":{\"full_name\":\"lab/depot-"
                + n % 30 + "\",\"topics\":[\"morphodepot\"]}}").collect(Collectors.joining(",", "[", "]"));
        try (ScriptedForge forge = new ScriptedForge(folder)) {
            forge.on("GET", "/issues", 200, issues);
            assertFalse(look(forge.client()));
            forge.server.plan("*", new Fault.Delay(Duration.ofMillis(50)));
            GitHub github = forge.client();
            long start = System.nanoTime();
            assertTrue(look(github), "the first page is unchanged");
            assertTrue(System.nanoTime() - start < 2_000_000_000L);
            assertEquals(new GitHub.Traffic(2, 2, 0), github.traffic());
        }
    }

    private static boolean look(GitHub github) throws IOException {
        github.mine().assigned("morphodepot");
        return github.mine().firstPage(IssueQuery.all().latestChangesFirst()).unchanged();
    }

    @Test
    void oneChange_isSeenInTheFirstPage() throws IOException {
        try (ScriptedForge forge = new ScriptedForge(folder)) {
            forge.on("GET", "/issues", 200, "[]");
            look(forge.client());
            forge.on("GET", "/issues", _ -> json(200, "[{\"number\":1,\"repository\":{\"full_name\":\"lab/danio\"}}]"));
            assertFalse(look(forge.client()));
        }
    }
}
