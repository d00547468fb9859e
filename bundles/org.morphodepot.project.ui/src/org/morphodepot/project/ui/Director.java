package org.morphodepot.project.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.morphodepot.github.Permission;
import org.morphodepot.github.Person;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Repository;
import org.morphodepot.ui.Background;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.project.Assigning;
import org.morphodepot.work.project.Rights;
import org.morphodepot.work.project.TaskBoard;
import org.morphodepot.work.review.Review;
import org.morphodepot.work.review.Reviews;
import org.morphodepot.work.tasks.Task;
import org.morphodepot.work.tasks.TaskBook;
import org.morphodepot.work.tasks.TaskState;

/**
 * What the director's views show: the chosen depot with its tasks and contributions, as far as known. Asks in the background,
 * now and then by itself while a view is open. UI thread only.
 */
final class Director {

    private static final int EVERY = 120_000;

    private final Desk desk;
    private final Display display;
    private final ChosenDepots choices = new ChosenDepots();
    private final List<Runnable> listeners = new ArrayList<>();
    private Optional<Account> account = Optional.empty();
    private Optional<RepoName> depot = Optional.empty();
    private Answer<List<Repository>> depots = Answer.none();
    private Answer<TaskBoard> board = Answer.none();
    private Answer<Reviews> reviews = Answer.none();
    private List<Person> people = List.of();
    private Set<TaskState> states = open();

    Director(Desk desk, Display display) {
        this.desk = desk;
        this.display = display;
        desk.accounts().addListener(() -> later(this::accountMayHaveChanged));
        accountMayHaveChanged();
        tick();
    }

    /** What is still to be done. */
    static Set<TaskState> open() {
        Set<TaskState> open = EnumSet.allOf(TaskState.class);
        open.removeIf(TaskState::isOver);
        return open;
    }

    /** Hears of every change until the part is disposed of. */
    void follow(Control part, Runnable listener) {
        listeners.add(listener);
        part.addDisposeListener(_ -> listeners.remove(listener));
        listener.run();
    }

    Desk desk() {
        return desk;
    }

    Optional<Account> account() {
        return account;
    }

    Optional<RepoName> depot() {
        return depot;
    }

    Answer<List<Repository>> depots() {
        return depots;
    }

    Answer<TaskBoard> board() {
        return board;
    }

    /** Contributions to the chosen depot. */
    Answer<Reviews> reviews() {
        return reviews;
    }

    /** Who can be given tasks of the chosen depot; empty while that is not known. */
    List<Person> people() {
        return people;
    }

    /** Gives a task to somebody, or to nobody, in the background. */
    void give(Task task, Optional<String> login, Consumer<String> failed) {
        account.ifPresent(who -> Background.asked("Give " + task.ref() + " to " + login.orElse("nobody"), progress -> {
            Assigning.give(desk, who, task.ref(), login, progress);
            return task;
        }, _ -> refresh(), e -> failed.accept(e.getMessage())));
    }

    /** Which tasks the board shows. */
    Set<TaskState> states() {
        return states;
    }

    void show(Set<TaskState> wanted) {
        states = Set.copyOf(wanted);
        tell();
    }

    /** The title of the task that a contribution is for; its own where that is not known. */
    String title(PullRequest pull) {
        OptionalInt task = Review.task(pull);
        List<Task> tasks = board.value().map(TaskBoard::tasks).orElse(List.of());
        return tasks.stream().filter(one -> task.isPresent() && one.ref().number() == task.getAsInt()
                && one.ref().depot().equals(pull.repo())).map(Task::title).findFirst().orElse(pull.title());
    }

    /** What the person may do in the chosen depot; empty while it is not known. */
    Optional<Rights> rights() {
        return depots.value().orElse(List.of()).stream().filter(one -> depot.filter(one.name()::equals).isPresent()).findFirst()
                .flatMap(one -> account.map(who -> Rights.of(one, who)));
    }

    /** Where the chosen depot is on the web. */
    Optional<String> url() {
        return account.flatMap(who -> depot.map(name -> who.forge().web() + "/" + name));
    }

    void choose(RepoName chosen) {
        if (depot.filter(chosen::equals).isEmpty()) {
            show(chosen);
            account.ifPresent(who -> choices.choose(who, chosen));
            refresh();
        }
    }

    private void show(RepoName chosen) {
        depot = Optional.of(chosen);
        board = account.map(who -> Answer.remembered(TaskBoard.known(desk, who, chosen))).orElse(Answer.none());
        states = open();
        tell();
    }

    /** Asks again. */
    void refresh() {
        if (account.isEmpty()) {
            tell();
            return;
        }
        Account who = account.get();
        depots = depots.nowAsking();
        tell();
        ask("Ask for depots", who, progress -> TaskBook.of(desk).depots(who, progress), known -> {
            depots = depots.is(known);
            if (depot.isEmpty()) {
                first(who).ifPresent(this::show);
            }
            refreshDepot(who);
        }, why -> {
            depots = depots.failed(why);
            refreshDepot(who);
        });
    }

    /** The depot chosen last time, else the first that is led by this person, else any. */
    private Optional<RepoName> first(Account who) {
        List<Repository> known = listed();
        return choices.chosen(who).or(() -> known.stream().findFirst().map(Repository::name));
    }

    /** The depots to choose from: those one leads first. */
    List<Repository> listed() {
        return depots.value().orElse(List.of()).stream()
                .sorted(Comparator.comparing((Repository one) -> !one.allows(Permission.PUSH))
                        .thenComparing(one -> one.name().toString().toLowerCase(Locale.ROOT))).toList();
    }

    private void refreshDepot(Account who) {
        if (depot.isEmpty()) {
            tell();
            return;
        }
        RepoName wanted = depot.get();
        board = board.nowAsking();
        reviews = reviews.nowAsking();
        tell();
        ask("Ask for tasks", who, progress -> TaskBoard.ask(desk, who, wanted, progress), known -> {
            if (depot.filter(wanted::equals).isPresent()) {
                board = board.is(known);
            }
        }, why -> board = board.failed(why));
        ask("Ask for people", who, progress -> Assigning.people(desk, who, wanted, progress), known -> people = known, _ -> { });
        ask("Ask for contributions", who, progress -> Reviews.ask(desk, who, progress), known -> reviews = reviews.is(known),
                why -> reviews = reviews.failed(why));
    }

    /** Asks in the background; answers for somebody who is not the active one any more are dropped. */
    private <T> void ask(String name, Account who, Background.UseCase<T> question, Consumer<T> answer, Consumer<String> failure) {
        Background.quietly(name, question, value -> ifStill(who, () -> answer.accept(value)),
                e -> ifStill(who, () -> failure.accept(e.getMessage())));
    }

    private void ifStill(Account who, Runnable news) {
        if (account.filter(who::isSame).isPresent()) {
            news.run();
            tell();
        }
    }

    private void accountMayHaveChanged() {
        Optional<Account> active = desk.accounts().active();
        boolean same = account.isPresent() && active.isPresent() ? account.get().isSame(active.get())
                : account.isEmpty() && active.isEmpty();
        account = active;
        if (!same) {
            depots = Answer.none();
            board = Answer.none();
            reviews = Answer.none();
            people = List.of();
            depot = Optional.empty();
            active.flatMap(choices::chosen).ifPresent(this::show);
            refresh();
        }
    }

    private void tick() {
        if (!display.isDisposed()) {
            display.timerExec(EVERY, () -> {
                if (!listeners.isEmpty()) {
                    refresh();
                }
                tick();
            });
        }
    }

    private void later(Runnable news) {
        if (!display.isDisposed()) {
            display.asyncExec(news);
        }
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
