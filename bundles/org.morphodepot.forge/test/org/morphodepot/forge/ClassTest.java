package org.morphodepot.forge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.git.WorkFolder;

/** Several people at the same moment. */
class ClassTest {

    private static final int PEOPLE = 6;

    @TempDir
    Path folder;

    @Test
    void everybodyPushesAtOnce_andEveryPushLands() throws Exception {
        try (Classroom room = new Classroom(folder, Knobs.quick());
                ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            String fork = room.fork(room.sam);
            List<Callable<String>> work = new ArrayList<>();
            for (int i = 1; i <= PEOPLE; i++) {
                int issue = 10 + i;
                work.add(() -> painted(room, fork, issue));
            }
            List<Future<String>> heads = all.invokeAll(work);
            for (int i = 1; i <= PEOPLE; i++) {
                assertEquals(heads.get(i - 1).get(), room.sam.get("/repos/" + fork + "/git/ref/heads/issue-" + (10 + i)).is(200)
                        .object().getAsJsonObject("object").get("sha").getAsString());
            }
            assertEquals(PEOPLE + 1, room.sam.get("/repos/" + fork + "/branches").array().size());
            room.draft(room.sam, "sam", 11).is(201);
        }
    }

    private static String painted(Classroom room, String fork, int issue) throws Exception {
        String content = ("issue " + issue + " ").repeat(50_000);
        try (WorkFolder work = room.paint("sam", fork, issue, content)) {
            return work.head().hex();
        }
    }

    @Test
    void everybodyCommentsAtOnce_andNumbersAreUnique() throws Exception {
        try (Classroom room = new Classroom(folder, Knobs.quick());
                ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                work.add(() -> room.robin.post(room.repo() + "/issues", "{\"title\": \"x\"}").is(201).number("number"));
            }
            List<Integer> numbers = new ArrayList<>();
            for (Future<Integer> number : all.invokeAll(work)) {
                numbers.add(number.get());
            }
            assertEquals(30, numbers.stream().distinct().count());
        }
    }
}
