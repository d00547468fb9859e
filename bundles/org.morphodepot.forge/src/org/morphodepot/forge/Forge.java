package org.morphodepot.forge;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.morphodepot.forge.internal.git.GitFolders;
import org.morphodepot.forge.internal.graphql.GraphQl;
import org.morphodepot.forge.internal.http.Limits;
import org.morphodepot.forge.internal.hub.Desk;
import org.morphodepot.forge.internal.hub.Hub;
import org.morphodepot.forge.internal.hub.Leaving;
import org.morphodepot.forge.internal.rest.Rest;
import org.morphodepot.forge.internal.rest.Uploads;
import org.morphodepot.forge.internal.server.ApiDoor;
import org.morphodepot.forge.internal.server.DeviceSignIn;
import org.morphodepot.forge.internal.server.FrontDoor;
import org.morphodepot.forge.internal.server.WebDoor;
import org.morphodepot.forge.internal.state.Person;
import org.morphodepot.forge.internal.state.Store;
import org.morphodepot.forge.internal.state.Token;
import org.morphodepot.git.QuietGit;

import com.sun.net.httpserver.HttpServer;

/**
 * The practice forge while it serves. It listens to 127.0.0.1 only; all it knows is in one folder, which one forge at a time
 * may have open. What it acknowledged survives a crash. May be used from any thread.
 */
public final class Forge implements Closeable {

    private static final String SCOPES = "repo, read:org, workflow, gist, user:email";

    private final Store store;
    private final Desk desk;
    private final Limits limits;
    private final DeviceSignIn signIn;
    private final HttpServer server;
    private final ExecutorService threads;

    private Forge(Path folder, int port, Knobs knobs, Clock clock) throws IOException {
        store = new Store(folder.resolve("state"));
        desk = Desk.of(new Hub(store, new GitFolders(folder.resolve("git")), knobs, clock));
        limits = new Limits(knobs, clock);
        signIn = new DeviceSignIn(desk.hub());
        threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("forge-", 0).factory());
        server = server(port);
    }

    private HttpServer server(int port) throws IOException {
        try {
            QuietGit.call(() -> desk.hub().change(change -> {
                desk.merges().catchUp();
                return change;
            }));
            // The JDK's server waits 40 ms between header and body without it.
            System.setProperty("sun.net.httpserver.nodelay", "true");
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 200);
            ApiDoor api = new ApiDoor(desk.hub(), limits, Rest.router(desk, limits), new GraphQl(desk), new Uploads(desk));
            made.createContext("/", new FrontDoor(api, new WebDoor(desk, signIn)));
            made.setExecutor(threads);
            made.start();
            return made;
        } catch (IOException | RuntimeException e) {
            store.close();
            threads.close();
            throw e;
        }
    }

    /** Starts serving what is in the folder, which is made when it is missing. Port 0 takes a free one. */
    public static Forge start(Path folder, int port, Knobs knobs) throws IOException {
        return start(folder, port, knobs, Clock.systemUTC());
    }

    /** The same by another clock. */
    public static Forge start(Path folder, int port, Knobs knobs, Clock clock) throws IOException {
        return new Forge(folder, port, knobs, clock);
    }

    /** Where the API is, such as {@code http://127.0.0.1:41234}. Web and git are at the same address. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Makes somebody with a token, or gives the one of this name that is there. */
    public Account account(String login, String name, String role) throws IOException {
        return desk.hub().change(change -> {
            Optional<Person> known = desk.hub().person(login);
            if (login.equalsIgnoreCase(Leaving.GHOST) || known.filter(one -> one.organisation).isPresent()) {
                throw new IOException("Nobody can be called " + login + ". Choose another name.");
            }
            if (known.isPresent()) {
                return account(known.get());
            }
            Person person = new Person();
            person.id = change.nextId();
            person.login = login;
            person.name = name;
            person.email = login + "@example.org";
            person.role = role;
            person.created = desk.hub().now();
            change.put(person);
            Token token = signIn.newToken(login, SCOPES);
            change.put(token);
            return new Account(login, role, token.token);
        });
    }

    private Account account(Person person) {
        String token = store.list(Token.class, one -> one.login.equals(person.login)).stream()
                .filter(one -> one.scopes.equals(SCOPES)).map(one -> one.token).findFirst().orElse("");
        return new Account(person.login, person.role, token);
    }

    /** Everybody there is, in the order they came. */
    public List<Account> accounts() throws IOException {
        return desk.hub().change(change -> store.list(Person.class, one -> !one.organisation).stream()
                .sorted((a, b) -> Long.compare(a.id, b.id)).map(this::account).toList());
    }

    /**
     * Makes an organisation, or gives the one that is there these people: owners may do everything in its repositories,
     * members read them. Nobody signs in as an organisation.
     */
    public void organisation(String login, String name, List<String> owners, List<String> members) throws IOException {
        desk.organisations().make(login, name, owners, members);
    }

    /** Deletes an account: what it owned is gone, what it said and contributed elsewhere stays and has no author any more. */
    public void delete(String login) throws IOException {
        desk.leaving().delete(login);
    }

    /** Lets the program that shows this code in as somebody, as the page at {@code /login/device} does. */
    public void approve(String userCode, String login) throws IOException {
        signIn.decide(userCode, login);
    }

    /** How often a secondary limit was hit since the start: well-behaved clients keep it at zero. */
    public long secondaryLimitHits() {
        return limits.refused();
    }

    Desk desk() {
        return desk;
    }

    /** Stops serving; requests that are being answered get a second to end. */
    @Override
    public void close() throws IOException {
        server.stop(1);
        finish();
        store.close();
    }

    /** Lets running requests write what they began, so that nothing touches the folder afterwards. */
    private void finish() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                threads.shutdownNow();
                threads.awaitTermination(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException _) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
