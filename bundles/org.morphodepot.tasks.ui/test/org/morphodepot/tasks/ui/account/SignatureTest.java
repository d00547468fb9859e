package org.morphodepot.tasks.ui.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.client.TokenVault;
import org.morphodepot.label.Edit;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.Sessions;
import org.morphodepot.viewer.session.ToolPalette;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;
import org.morphodepot.work.Account;
import org.morphodepot.work.Accounts;
import org.morphodepot.work.Desk;

/** Whose name edits carry while people sign in and out. */
class SignatureTest {

    private static final String NOBODY = System.getProperty("user.name");

    @TempDir
    Path folder;

    private Sessions sessions;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("accounts.json"), """
                {"accounts": [
                  {"forge": "https://github.com", "login": "ada", "name": "Ada", "email": "ada@example.org"},
                  {"forge": "https://github.com", "login": "bob", "name": "Bob", "email": "bob@example.org"}]}
                """);
        Volumes volumes = Volumes.fromClassPath();
        sessions = new Sessions(volumes, new ToolPalette(), 1 << 20);
        desk = Desk.open(folder, TokenVault.inMemory(), volumes);
    }

    @AfterEach
    void close() {
        desk.close();
        sessions.dispose();
    }

    private Session session(String name) throws IOException {
        Path scan = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(scan)) {
            out.write("NRRD0004\ntype: uint8\ndimension: 3\nsizes: 4 4 4\nencoding: raw\n\n".getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[64]);
        }
        return sessions.open(Address.of(scan), Progress.NONE);
    }

    private static List<String> who(Session session) {
        return session.labelling().history().stream().map(Edit::who).map(one -> one.orElse("")).toList();
    }

    private static Account account(String login) {
        return new Account(ForgeAddress.GITHUB, login, login, "");
    }

    @Test
    void edits_areSignedWithWhoeverWorksNow() throws Exception {
        Accounts accounts = desk.accounts();
        Session session = session("skull.nrrd");
        session.addSegment().join();
        try (Signature _ = new Signature(accounts, sessions)) {
            session.addSegment().join();
            accounts.activate(account("bob"));
            session.addSegment().join();
            Session later = session("jaw.nrrd");
            later.addSegment().join();
            assertEquals(List.of("bob"), who(later), "a session that is opened afterwards");
            accounts.remove(account("bob"));
            session.addSegment().join();
            accounts.remove(account("ada"));
            session.addSegment().join();
        }
        assertEquals(List.of(NOBODY, "ada", "bob", "ada", NOBODY), who(session));
    }

    @Test
    void closedSignature_followsNobody() throws Exception {
        Session session = session("skull.nrrd");
        new Signature(desk.accounts(), sessions).close();
        desk.accounts().activate(account("bob"));
        session.addSegment().join();
        assertEquals(List.of("ada"), who(session));
    }
}
