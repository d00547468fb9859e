package org.morphodepot.github.client;

import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Pace;
import org.morphodepot.github.Secret;
import org.morphodepot.github.Watch;
import org.morphodepot.github.internal.AnswerCache;
import org.morphodepot.github.internal.Api;
import org.morphodepot.github.internal.HostQueue;
import org.morphodepot.github.internal.SystemProxies;
import org.morphodepot.github.internal.Wire;

/**
 * All connections to forges: one paced queue per host for all accounts, and answers kept on the disk. One in an application.
 *
 * <pre>{@code
 * try (GitHubHosts hosts = new GitHubHosts(cacheFolder)) {
 *     GitHub github = hosts.signedIn(ForgeAddress.GITHUB, "ada", token);
 *     List<Issue> mine = github.mine().assigned("morphodepot");
 * }
 * }</pre>
 */
public final class GitHubHosts implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path cache;
    private final Pace pace;
    private final Duration patience;
    private final Wire wire;
    private final Map<String, HostQueue> queues = new ConcurrentHashMap<>();
    private final List<Consumer<ForgeAddress>> listeners = new CopyOnWriteArrayList<>();

    /** Keeps answers below {@code cache}, which is made when needed. Uses the computer's proxy and certificates. */
    public GitHubHosts(Path cache) {
        this(cache, Pace.REAL, PATIENCE, new SystemProxies(System.getenv()));
    }

    /** @param patience how long a request waits for a limit to pass before it fails with the time to wait for */
    public GitHubHosts(Path cache, Pace pace, Duration patience, ProxySelector proxies) {
        this.cache = Objects.requireNonNull(cache);
        this.pace = pace;
        this.patience = patience;
        this.wire = new Wire(proxies);
    }

    /** Questions of an account. The token is kept in memory only. */
    public GitHub signedIn(ForgeAddress address, String login, Secret token) {
        return new GitHub(api(address, login, Optional.of(token)));
    }

    /** Questions of nobody: only what is public, and few of them. */
    public GitHub anonymous(ForgeAddress address) {
        return new GitHub(api(address, "", Optional.empty()));
    }

    /**
     * Checks a token that a person typed or got by {@link DeviceFlow}: who is it? Nothing is kept of it.
     *
     * @throws GitHubException of kind {@code UNAUTHORISED} when the token is not accepted
     */
    public SignedIn signIn(ForgeAddress address, Secret token, Watch watch) throws GitHubException {
        Api api = api(address, "", Optional.of(token)).watchedBy(watch);
        return SignedIn.of(new Mine(api).viewerUnkept(), token);
    }

    public DeviceFlow deviceFlow(ForgeAddress address, String clientId) {
        return new DeviceFlow(api(address, "", Optional.empty()), clientId);
    }

    /** Removes what was kept of an account's answers, as at sign-out. */
    public void forget(ForgeAddress address, String login) {
        new AnswerCache(cache, address.host(), login).clear();
    }

    /**
     * Whether a forge answers at all: asks for what is left of the limits of nobody, which costs nothing. Blocks; throws
     * {@link java.util.concurrent.CancellationException} when {@code watch} says so.
     */
    public boolean isThere(ForgeAddress address, Watch watch) {
        try {
            anonymous(address).watched(watch).rateLimits();
            return true;
        } catch (GitHubException e) {
            return Api.isAnswer(e);
        }
    }

    /** Calls a listener on any thread whenever a forge answered something, whoever asked; it must be quick. */
    public void addListener(Consumer<ForgeAddress> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<ForgeAddress> listener) {
        listeners.remove(listener);
    }

    private void answered(ForgeAddress address) {
        listeners.forEach(listener -> listener.accept(address));
    }

    private Api api(ForgeAddress address, String account, Optional<Secret> token) {
        HostQueue queue = queues.computeIfAbsent(address.api().getAuthority(),
                _ -> new HostQueue(address.host(), pace, patience));
        AnswerCache answers = new AnswerCache(cache, address.host(), account);
        return new Api(new Api.Line(address, account, token, wire, queue, answers, pace, patience,
                this::answered), Watch.NONE);
    }

    /** Breaks off what is still under way. */
    @Override
    public void close() {
        wire.close();
    }
}
