package org.morphodepot.mylyn;

import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.morphodepot.forge.Forge;
import org.morphodepot.forge.Knobs;
import org.morphodepot.forge.PracticeDepot;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Pace;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Secret;
import org.morphodepot.github.Watch;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.github.client.GitHubHosts;
import org.morphodepot.github.client.TokenVault;
import org.morphodepot.volume.Volumes;
import org.morphodepot.work.Desk;

/** The practice forge and Sam's desk. */
final class Classroom implements AutoCloseable {

    final Forge forge;
    final PracticeDepot practice;
    final RepoName depot;
    final TokenVault vault = TokenVault.inMemory();
    private final GitHubHosts director;
    private final Path folder;
    private Desk desk;

    Classroom(Path folder) throws IOException {
        this.folder = folder;
        forge = Forge.start(folder.resolve("forge"), 0, Knobs.quick());
        practice = PracticeDepot.in(forge);
        depot = RepoName.of(practice.depot());
        director = hosts("director");
        desk = open();
    }

    private GitHubHosts hosts(String name) {
        return new GitHubHosts(folder.resolve(name), new Hurry(), Duration.ofSeconds(1), ProxySelector.of(null));
    }

    private Desk open() throws IOException {
        return Desk.open(folder.resolve("desk"), vault, Volumes.fromClassPath(), hosts("answers"));
    }

    Desk desk() {
        return desk;
    }

    /** As after a restart of the workbench. */
    Desk restart() throws IOException {
        desk.close();
        desk = open();
        return desk;
    }

    void signIn(String login) throws IOException {
        desk.accounts().add(address(), token(login), Watch.NONE);
    }

    GitHub director() {
        return director.signedIn(address(), "director", token("director"));
    }

    private ForgeAddress address() {
        return ForgeAddress.of(forge.address().toString());
    }

    private Secret token(String login) {
        return Secret.of(practice.accounts().stream().filter(one -> one.login().equals(login)).findFirst().orElseThrow().token());
    }

    void cut() throws IOException {
        forge.close();
    }

    @Override
    public void close() throws IOException {
        desk.close();
        director.close();
        forge.close();
    }

    /** Time jumps instead of passing. */
    private static final class Hurry implements Pace {
        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

        @Override
        public Instant now() {
            return now.get();
        }

        @Override
        public void sleep(Duration time) {
            now.updateAndGet(before -> before.plus(time));
        }
    }
}
