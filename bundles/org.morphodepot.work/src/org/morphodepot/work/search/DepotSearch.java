package org.morphodepot.work.search;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;

import org.morphodepot.depot.Accession;
import org.morphodepot.git.RemoteAddress;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Repository;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Known;
import org.morphodepot.work.Watching;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.tasks.TaskBook;

/**
 * All public depots of a forge: from RepoClerk's journals on GitHub, and those the topic search knows besides. Keep one for an
 * account: it remembers what it read of depots without a journal. Thread-safe; blocks.
 */
public final class DepotSearch {

    private static final String COLLECTION = "md-collection";
    private static final int MOST_READ = 200;

    private final Desk desk;
    private final Account account;
    private final Optional<Journals> journals;
    private final DepotFiles files;
    private final Clock clock;
    private final Map<RepoName, DepotCard> read = new ConcurrentHashMap<>();

    public DepotSearch(Desk desk, Account account) {
        this(desk, account, account.forge().host().equals(ForgeAddress.GITHUB.host())
                ? Optional.of(Journals.REPO_CLERK) : Optional.empty(), Clock.systemDefaultZone());
    }

    DepotSearch(Desk desk, Account account, Optional<RemoteAddress> clerk, Clock clock) {
        this.desk = desk;
        this.account = account;
        this.clock = clock;
        journals = clerk.map(address -> new Journals(desk, address, clock));
        files = new DepotFiles(desk, account.forge());
    }

    public Account account() {
        return account;
    }

    /** The depots as cards, without collections. Fails only when neither source says anything. */
    public Known<List<DepotCard>> ask(Progress progress) throws WorkException {
        Optional<Known<List<DepotCard>>> told = Optional.empty();
        List<String> troubles = new ArrayList<>();
        WorkException failure = null;
        if (journals.isPresent()) {
            try {
                told = Optional.of(journals.get().ask(progress));
                told.get().trouble().ifPresent(troubles::add);
            } catch (WorkException e) {
                failure = stopOr(e);
                troubles.add(e.getMessage());
            }
        }
        List<DepotCard> cards = new ArrayList<>(told.map(Known::value).orElse(List.of()));
        try {
            addFound(cards, progress);
            failure = null;
        } catch (WorkException e) {
            failure = told.isPresent() ? null : stopOr(e);
            troubles.add(e.getMessage());
        }
        if (failure != null) {
            throw failure;
        }
        Instant asOf = told.map(Known::asOf).orElseGet(clock::instant);
        return new Known<>(List.copyOf(cards), asOf, troubles.stream().findFirst());
    }

    private static WorkException stopOr(WorkException e) throws WorkException {
        if (e.is(WorkException.Kind.CANCELLED)) {
            throw e;
        }
        return e;
    }

    /** Adds those that have no journal; a collection's topic also removes nothing that a journal told. */
    private void addFound(List<DepotCard> cards, Progress progress) throws WorkException {
        try {
            List<RepoName> known = cards.stream().map(DepotCard::repo).toList();
            List<Repository> found = desk.github(account).watched(Watching.github(progress)).search()
                    .depots(TaskBook.TOPIC).items().stream().filter(one -> !one.isPrivate() && !one.hasTopic(COLLECTION))
                    .filter(one -> !known.contains(one.name())).limit(MOST_READ).toList();
            for (Repository one : found) {
                progress.check();
                progress.report(cards.size(), -1, "Reading about " + one.name());
                cards.add(card(one));
            }
        } catch (CancellationException e) {
            throw WorkException.of(e);
        } catch (WorkException e) {
            throw e;
        } catch (IOException e) {
            throw WorkException.of(e);
        }
    }

    private DepotCard card(Repository repo) {
        Optional<Instant> active = repo.pushed().or(repo::updated);
        DepotCard before = read.get(repo.name());
        if (before != null && before.active().equals(active)) {
            return before;
        }
        DepotCard bare = new DepotCard(repo.name(), Accession.blank(), branch(repo), OptionalLong.empty(), active,
                List.of());
        try {
            Optional<String> text = files.text(bare, Accession.FILE);
            Accession told = text.isPresent() ? Accession.parse(text.get()) : Accession.blank();
            DepotCard card = new DepotCard(bare.repo(), told, bare.branch(), bare.size(), active, List.of());
            read.put(repo.name(), card);
            return card;
        } catch (IOException _) {
            return bare; // shown with blank fields, read again next time
        }
    }

    /** Only of characters that need no care in an address. */
    private static String branch(Repository repo) {
        return repo.defaultBranch().matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,100}") ? repo.defaultBranch() : "main";
    }
}
