package org.morphodepot.work;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.morphodepot.forge.Forge;
import org.morphodepot.forge.Knobs;
import org.morphodepot.forge.PracticeDepot;
import org.morphodepot.git.Author;
import org.morphodepot.git.CloneOrder;
import org.morphodepot.git.Clones;
import org.morphodepot.git.GitProgress;
import org.morphodepot.git.RemoteAddress;
import org.morphodepot.git.SignIn;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Pace;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Secret;
import org.morphodepot.github.Watch;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.github.client.GitHubHosts;
import org.morphodepot.github.client.TokenVault;
import org.morphodepot.volume.Volumes;

/** A practice forge and desks on as many computers as a test wants. */
public final class School implements AutoCloseable {

    /** Sleeps a fiftieth of what is asked for, so that paced requests do not slow the tests down. */
    private static final Pace BRISK = new Pace() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time.dividedBy(50));
        }
    };

    private static final Volumes VOLUMES = Volumes.fromClassPath();

    private final Path folder;
    private final List<Desk> desks = new ArrayList<>();
    public final Forge forge;
    public final PracticeDepot practice;
    private RepoName depot;

    public School(Path folder) throws IOException {
        this(folder, Knobs.quick());
    }

    public School(Path folder, Knobs knobs) throws IOException {
        this.folder = folder;
        forge = Forge.start(folder.resolve("forge"), 0, knobs);
        practice = PracticeDepot.in(forge);
        depot = RepoName.of(practice.depot());
    }

    public RepoName depot() {
        return depot;
    }

    /** Gives the depot to an organisation of the director, as the archive has it: members read, the curator's team may push. */
    public void giveToMuseum(String curator, List<String> members) throws IOException {
        forge.organisation("museum", "Museum", List.of("director"), members);
        ask("POST", "/repos/" + depot + "/transfer", "{\"new_owner\": \"museum\"}");
        depot = new RepoName("museum", depot.name());
        String team = "/orgs/museum/teams/" + curator + "-team";
        ask("POST", "/orgs/museum/teams", "{\"name\": \"" + curator + "-team\"}");
        ask("PUT", team + "/memberships/" + curator, "{}");
        ask("PUT", team + "/repos/" + depot, "{\"permission\": \"push\"}");
    }

    /** The director does on the web what no part of the product does. */
    private void ask(String method, String path, String json) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(forge.address().resolve(path)).header("Authorization",
                "Bearer " + token("director").reveal()).method(method, HttpRequest.BodyPublishers.ofString(json)).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IOException(method + " " + path + ": " + answer.body());
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    public ForgeAddress address() {
        return ForgeAddress.of(forge.address().toString());
    }

    public TaskRef task(int number) {
        return new TaskRef(address(), depot(), number);
    }

    public Secret token(String login) {
        return Secret.of(practice.accounts().stream().filter(one -> one.login().equals(login)).findFirst().orElseThrow().token());
    }

    /** Somebody at a computer; the same names give the same folder, as after a restart. */
    public Desk desk(String login, String computer) throws IOException {
        return desk(login, computer, address());
    }

    public Desk desk(String login, String computer, ForgeAddress address) throws IOException {
        Path place = Files.createDirectories(folder.resolve(computer));
        GitHubHosts hosts = new GitHubHosts(place.resolve("answers"), BRISK, Duration.ofSeconds(20), ProxySelector.of(null));
        Desk desk = Desk.open(place, TokenVault.inMemory(), VOLUMES, hosts);
        desks.add(desk);
        desk.accounts().add(address, token(login), Watch.NONE);
        return desk;
    }

    /** The forge as somebody sees it on the web. */
    public GitHub web(String login) throws IOException {
        Desk desk = desk(login, "web-" + login);
        return desk.github(desk.accounts().active().orElseThrow());
    }

    /** What the director does to main with another program. */
    public void changeMain(Map<String, String> files) throws IOException {
        Path place = Files.createTempDirectory(folder, "main").resolve("clone");
        SignIn director = SignIn.with(org.morphodepot.git.Secret.of(token("director").reveal()));
        RemoteAddress depot = RemoteAddress.of(address() + "/" + depot() + ".git");
        try (WorkFolder work = Clones.make(CloneOrder.newest(depot, place), director, GitProgress.NONE)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = place.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
                work.commitFile(file.getKey(), "change " + file.getKey(), new Author("Dana", "dana@example.org"));
            }
            work.push("origin", "main", director, GitProgress.NONE);
        }
    }

    /** Somebody with the command-line git takes a file out of main; false where there is no such git. */
    public boolean removeFromMain(String file) throws Exception {
        Path place = Files.createTempDirectory(folder, "main").resolve("clone");
        String depot = address().toString().replace("://", "://director:" + token("director").reveal() + "@") + "/" + depot();
        return git(folder, "clone", "--quiet", depot + ".git", place.toString()) && git(place, "rm", "--quiet", file)
                && git(place, "-c", "user.name=Dana", "-c", "user.email=dana@example.org", "commit", "--quiet", "-m", "remove " + file)
                && git(place, "push", "--quiet");
    }

    private static boolean git(Path in, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        try {
            return new ProcessBuilder(command).directory(in.toFile()).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        desks.forEach(Desk::close);
        forge.close();
    }
}
