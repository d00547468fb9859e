package org.morphodepot.tasks.ui.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.work.Account;

class SignatureTest {

    @Test
    void edits_areSignedWithTheLoginOrTheUserOfTheComputer() {
        Account ada = new Account(ForgeAddress.GITHUB, "ada", "Ada Lovelace", "ada@example.org");
        assertEquals("ada", Signature.name(Optional.of(ada)));
        assertEquals(System.getProperty("user.name"), Signature.name(Optional.empty()));
    }
}
