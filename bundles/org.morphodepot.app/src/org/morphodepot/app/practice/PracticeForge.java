package org.morphodepot.app.practice;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.Platform;
import org.morphodepot.forge.Forge;
import org.morphodepot.forge.Knobs;
import org.morphodepot.forge.PracticeDepot;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The practice forge of this workspace, on loopback. Its state lies in the workspace and it keeps its port, so that depots,
 * accounts and work are found again after a restart. Any thread; starting blocks.
 */
@Component(service = PracticeForge.class)
public final class PracticeForge {

    private final Path folder = Path.of(Platform.getInstanceLocation().getURL().getPath()).resolve("practice");
    private Forge forge;
    private PracticeDepot depot;

    /** Whether somebody practised in this workspace before. */
    public boolean wasUsed() {
        return Files.isRegularFile(portFile());
    }

    /** Starts serving when it does not serve yet; the depot is set up the first time. */
    public synchronized PracticeDepot start() throws IOException {
        if (forge == null) {
            Files.createDirectories(folder);
            Forge started = open();
            try {
                depot = PracticeDepot.in(started);
                Files.writeString(portFile(), Integer.toString(started.address().getPort()));
                forge = started;
            } catch (IOException | RuntimeException e) {
                started.close();
                throw e;
            }
        }
        return depot;
    }

    private Forge open() throws IOException {
        try {
            return Forge.start(folder, lastPort(), Knobs.practice());
        } catch (BindException e) {
            return Forge.start(folder, 0, Knobs.practice());
        }
    }

    private int lastPort() throws IOException {
        String text = wasUsed() ? Files.readString(portFile()).strip() : "";
        return text.matches("\\d{1,5}") && Integer.parseInt(text) < 65_536 ? Integer.parseInt(text) : 0;
    }

    private Path portFile() {
        return folder.resolve("port");
    }

    /** Where it serves. Started before. */
    public synchronized URI address() {
        return forge.address();
    }

    /** Lets the program that shows this code in as somebody, as the page in the browser does. Started before. */
    public synchronized void approve(String userCode, String login) throws IOException {
        forge.approve(userCode, login);
    }

    /** Serves no more until it is started again, at the same address. Whoever asks meanwhile has no network. */
    @Deactivate
    public synchronized void stop() throws IOException {
        if (forge != null) {
            forge.close();
            forge = null;
        }
    }
}
