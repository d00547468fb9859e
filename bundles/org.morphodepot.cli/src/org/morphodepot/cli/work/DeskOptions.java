package org.morphodepot.cli.work;

import java.io.IOException;
import java.nio.file.Path;

import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Secret;
import org.morphodepot.github.Watch;
import org.morphodepot.github.client.TokenVault;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;
import org.morphodepot.work.Desk;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.start.Assignment;
import org.morphodepot.work.start.Assignments;

import picocli.CommandLine.Option;

/** Where the commands work and as whom. Tokens come from the environment and are not kept. */
final class DeskOptions {

    /** Nobody watches, nothing is cancelled: Ctrl+C ends the program, and the next start goes on. */
    static final Progress QUIET = Progress.NONE;

    private static final String TOKEN = "MORPHODEPOT_TOKEN";

    @Option(names = "--desk", paramLabel = "DIR", description = "Where clones and the queue are; made when missing.")
    private Path folder = Path.of(System.getProperty("user.home"), ".morphodepot", "desk");

    /** Without a sign-in: for what needs no network. */
    Desk open() throws IOException {
        return Desk.open(folder, TokenVault.inMemory(), Volumes.fromClassPath());
    }

    /** Signed in with the token of the environment. */
    Desk signedIn(ForgeAddress forge) throws IOException {
        String token = System.getenv(TOKEN);
        if (token == null || token.isBlank()) {
            throw new WorkException(WorkException.Kind.SIGN_IN,
                    "Set the variable " + TOKEN + " to a token of " + forge.host() + ".");
        }
        Desk desk = open();
        try {
            desk.accounts().add(forge, Secret.of(token), Watch.NONE);
            return desk;
        } catch (IOException e) {
            desk.close();
            throw e;
        }
    }

    /** The task of a labels file that {@code work start} made. */
    static Assignment assignment(Desk desk, Path labels) throws WorkException {
        return Assignments.of(desk).at(labels).orElseThrow(() -> new WorkException(WorkException.Kind.NOT_FOUND,
                labels + " is not the labels file of a task that was started at " + desk.folder() + "."));
    }
}
