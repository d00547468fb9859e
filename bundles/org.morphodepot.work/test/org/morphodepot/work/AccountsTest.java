package org.morphodepot.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.github.Secret;
import org.morphodepot.github.Watch;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.work.submit.Submit;

class AccountsTest {

    @TempDir
    Path folder;

    private School school;

    @BeforeEach
    void open() throws Exception {
        school = new School(folder);
    }

    @AfterEach
    void close() throws Exception {
        school.close();
    }

    @Test
    void accounts_areSwitchedAndRememberedWithTheirNames() throws Exception {
        Desk desk = school.desk("director", "laptop");
        AtomicInteger changes = new AtomicInteger();
        desk.accounts().addListener(changes::incrementAndGet);
        Account sam = desk.accounts().add(school.address(), school.token("sam"), Watch.NONE);
        assertEquals(new Account(school.address(), "sam", "Sam Segmenter", "sam@example.org"), sam);
        assertEquals(Optional.of(sam), desk.accounts().active());
        Account director = desk.accounts().all().getFirst();
        desk.accounts().activate(director);
        assertEquals(2, changes.get());
        desk.close();
        Accounts again = school.desk("sam", "laptop").accounts();
        assertEquals(List.of(director, sam), again.all());
    }

    @Test
    void wrongToken_isToldAndNotKept() throws Exception {
        Desk desk = school.desk("sam", "laptop");
        WorkException e = assertThrows(WorkException.class,
                () -> desk.accounts().add(school.address(), Secret.of("mdp_wrong"), Watch.NONE));
        assertEquals(WorkException.Kind.SIGN_IN, e.kind());
        assertFalse(e.getMessage().contains("mdp_wrong"));
        assertEquals(1, desk.accounts().all().size());
    }

    @Test
    void signOut_leavesTheWorkAndTheOtherAccounts() throws Exception {
        Painter sam = new Painter(school.desk("sam", "laptop"), school.task(1));
        Account account = sam.assignment.account();
        Account robin = sam.desk.accounts().add(school.address(), school.token("robin"), Watch.NONE);
        sam.desk.accounts().remove(account);
        assertEquals(Optional.of(robin), sam.desk.accounts().active());
        assertEquals(WorkException.Kind.SIGN_IN, assertThrows(WorkException.class, () -> sam.desk.github(account)).kind());
        assertTrue(Files.exists(sam.assignment.labels()));
        assertTrue(sam.paint("left eye", new VoxelBox(1, 1, 1, 3, 3, 3)).checkpoint().isPresent());
    }

    @Test
    void token_isNowhereOnTheDisk() throws Exception {
        Painter sam = new Painter(school.desk("sam", "laptop"), school.task(1));
        sam.paint("left eye", new VoxelBox(1, 1, 1, 3, 3, 3)).checkpoint();
        Submit.at(sam.desk).askForReview(sam.assignment, "Done.");
        sam.settle();
        String token = school.token("sam").reveal();
        try (Stream<Path> files = Files.walk(sam.desk.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(token), file.toString());
            }
        }
    }
}
