package org.morphodepot.forge.internal.hub;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.morphodepot.forge.Knobs;
import org.morphodepot.forge.internal.git.GitFolders;
import org.morphodepot.forge.internal.git.GitView;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.state.Change;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Person;
import org.morphodepot.forge.internal.state.Repo;
import org.morphodepot.forge.internal.state.Row;
import org.morphodepot.forge.internal.state.Store;
import org.morphodepot.forge.internal.state.Token;

/** The forge's memory and clock, and the questions that everything else asks. */
public final class Hub {

    private final Store store;
    private final GitFolders git;
    private final Knobs knobs;
    private final Clock clock;

    public Hub(Store store, GitFolders git, Knobs knobs, Clock clock) {
        this.store = store;
        this.git = git;
        this.knobs = knobs;
        this.clock = clock;
    }

    public Store store() {
        return store;
    }

    public GitFolders git() {
        return git;
    }

    public Knobs knobs() {
        return knobs;
    }

    /** Changes rows; see {@link Store#inTurn}. */
    public <T> T change(Store.Work<T> work) throws IOException {
        return store.inTurn(work);
    }

    /** Changes one row. */
    public <T extends Row> T update(T row, Consumer<T> how) throws IOException {
        return store.inTurn((Change change) -> {
            T copy = change.edit(row);
            how.accept(copy);
            change.put(copy);
            return copy;
        });
    }

    public Instant instant() {
        return clock.instant();
    }

    public String now() {
        return instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public String in(Duration delay) {
        return instant().plus(delay).toString();
    }

    /** Whether a moment written by {@link #in} has come. */
    public boolean isPast(String moment) {
        return moment == null || !Instant.parse(moment).isAfter(instant());
    }

    public Optional<Person> person(String login) {
        return login == null ? Optional.empty() : store.get(Person.class, login.toLowerCase(Locale.ROOT));
    }

    public Person somebody(String login) {
        return person(login).orElseThrow(Problem::notFound);
    }

    public Optional<Token> token(String text) {
        return store.get(Token.class, text);
    }

    public Optional<Repo> repo(long id) {
        return store.get(Repo.class, id);
    }

    public Optional<Repo> repo(String owner, String name) {
        return store.list(Repo.class, repo -> repo.owner.equalsIgnoreCase(owner) && repo.name.equalsIgnoreCase(name)).stream()
                .findFirst();
    }

    /** What somebody may do in a repository: what is best of being its owner, a collaborator, or in its organisation. */
    public Rights rights(Repo repo, String login) {
        Rights own = Rights.of(repo, login);
        Rights shared = new Organisations(this).rights(repo, login);
        return own.compareTo(shared) >= 0 ? own : shared;
    }

    /** Refuses somebody who may not push. */
    public void needPush(Repo repo, String login) {
        if (!rights(repo, login).mayPush()) {
            throw Problem.forbidden("Must have push access to repository");
        }
    }

    public void needAdmin(Repo repo, String login) {
        if (!rights(repo, login).mayAdminister()) {
            throw Problem.forbidden("Must have admin rights to Repository.");
        }
    }

    /** Everybody who has rights in a repository that others do not have. */
    public List<String> people(Repo repo) {
        Set<String> people = new LinkedHashSet<>();
        person(repo.owner).filter(one -> !one.organisation).ifPresent(one -> people.add(one.login));
        people.addAll(repo.collaborators.keySet());
        people.addAll(new Organisations(this).people(repo));
        return List.copyOf(people);
    }

    public boolean isOneOf(Repo repo, String login) {
        return people(repo).stream().anyMatch(one -> one.equalsIgnoreCase(login));
    }

    /** A repository that this person may see. Those one may not see are not there. */
    public Repo visible(String owner, String name, String login) {
        return repo(owner, name).filter(repo -> rights(repo, login).mayRead()).orElseThrow(Problem::notFound);
    }

    public Issue issue(Repo repo, int number) {
        return store.get(Issue.class, repo.id, number).orElseThrow(Problem::notFound);
    }

    public Issue pull(Repo repo, int number) {
        Issue issue = issue(repo, number);
        if (issue.pull == null) {
            throw Problem.notFound();
        }
        return issue;
    }

    public List<Issue> issues(Repo repo) {
        return store.of(Issue.class, repo.id);
    }

    public List<Repo> forks(Repo repo) {
        return store.list(Repo.class, other -> other.parent == repo.id);
    }

    /** The repository's commits; the caller closes it. */
    public GitView open(Repo repo) throws IOException {
        return new GitView(git.open(repo));
    }
}
