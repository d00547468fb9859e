package org.morphodepot.forge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.morphodepot.forge.internal.hub.Desk;
import org.morphodepot.forge.internal.hub.Hub;
import org.morphodepot.forge.internal.practice.DepotFiles;
import org.morphodepot.forge.internal.practice.Seeding;
import org.morphodepot.forge.internal.practice.Specimen;
import org.morphodepot.git.QuietGit;

/**
 * A depot to practise on: a specimen with a colour table, a baseline and tasks, a director who owns it, two segmenters and
 * somebody who has no part in it. Tasks are assigned to the segmenters by the course's workflow or by hand.
 *
 * @param depot its full name, {@code owner/name}
 */
public record PracticeDepot(String depot, List<Account> accounts) {

    private static final String OWNER = "director";
    private static final String NAME = "practice-specimen";

    public PracticeDepot {
        accounts = List.copyOf(accounts);
    }

    /** Sets the depot up with the computed specimen; what is there already stays as it is. */
    public static PracticeDepot in(Forge forge) throws IOException {
        byte[] scan = Specimen.scan();
        return in(forge, DepotFiles.SCAN, scan);
    }

    /** The same with a scan of one's own; tasks and baseline still belong to the computed one. */
    public static PracticeDepot in(Forge forge, Path scan) throws IOException {
        return in(forge, scan.getFileName().toString(), Files.readAllBytes(scan));
    }

    private static PracticeDepot in(Forge forge, String scanName, byte[] scan) throws IOException {
        List<Account> people = new ArrayList<>();
        people.add(forge.account(OWNER, "Dana Director", "director"));
        people.add(forge.account("sam", "Sam Segmenter", "segmenter"));
        people.add(forge.account("robin", "Robin Segmenter", "segmenter"));
        people.add(forge.account("olga", "Olga Outsider", "outsider"));
        Desk desk = forge.desk();
        Hub hub = desk.hub();
        return QuietGit.call(() -> hub.change(change -> {
            Optional<?> there = hub.repo(OWNER, NAME);
            if (there.isEmpty()) {
                try (InputStream bytes = new ByteArrayInputStream(scan)) {
                    new Seeding(desk).depot(OWNER, NAME, scanName, scan, bytes);
                }
            }
            return new PracticeDepot(OWNER + "/" + NAME, people);
        }));
    }

    /** The first account of a role. */
    public Account account(String role) {
        return accounts.stream().filter(one -> one.role().equals(role)).findFirst().orElseThrow();
    }
}
