import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;

import org.morphodepot.forge.Account;
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
import org.morphodepot.github.Issue;
import org.morphodepot.github.Mark;
import org.morphodepot.github.NewIssue;
import org.morphodepot.github.NewPull;
import org.morphodepot.github.NewReview;
import org.morphodepot.github.Pace;
import org.morphodepot.github.Permission;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Repository;
import org.morphodepot.github.Secret;
import org.morphodepot.github.Watch;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.github.client.GitHubHosts;
import org.morphodepot.github.client.TokenVault;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;
import org.morphodepot.work.Desk;
import org.morphodepot.work.tasks.TaskBook;

/**
 * A class for one simulated hour on a strict practice forge: a director who deals out tasks, looks at the board and reviews, and
 * segmenters who refresh every two minutes, save three times, ask, and hand in. Time passes when somebody waits; git, pull
 * requests and all answers are real. Prints how often GitHub's limits were met. Arguments: [SEGMENTERS].
 */
final class ClassHour {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final Time time = new Time();
    private final PriorityQueue<Event> plan = new PriorityQueue<>(Comparator.comparing(Event::at));
    private final List<Student> class_ = new ArrayList<>();
    private final Path folder;
    private final Forge forge;
    private final RepoName depot;
    private final Student director;
    private int refreshes;

    private record Event(Instant at, Act act) {
    }

    private interface Act {
        void run() throws Exception;
    }

    private ClassHour(Path folder, int students) throws Exception {
        this.folder = folder;
        forge = Forge.start(folder.resolve("forge"), 0, Knobs.pessimistic(), time);
        PracticeDepot practice = PracticeDepot.in(forge);
        depot = RepoName.of(practice.depot());
        director = new Student("director", practice.accounts().stream().filter(one -> one.role().equals("director")).findFirst().orElseThrow().token());
        for (int i = 1; i <= students; i++) {
            String login = "student" + i;
            Account account = forge.account(login, "Student " + i, "segmenter");
            class_.add(new Student(login, account.token()));
        }
    }

    public static void main(String[] args) throws Exception {
        int students = args.length > 0 ? Integer.parseInt(args[0]) : 30;
        Path folder = Files.createTempDirectory("class");
        try {
            ClassHour hour = new ClassHour(folder, students);
            hour.run();
            hour.forge.close();
        } finally {
            delete(folder);
        }
    }

    private void run() throws Exception {
        long began = System.nanoTime();
        dealOut();
        for (int i = 0; i < class_.size(); i++) {
            planStudent(class_.get(i), i);
        }
        for (int minute = 1; minute < 60; minute++) {
            at(minute * 60L, () -> director.book.ofDepot(director.account, depot, Progress.NONE));
        }
        while (!plan.isEmpty()) {
            Event next = plan.poll();
            time.until(next.at());
            next.act().run();
        }
        report((System.nanoTime() - began) / 1e9);
    }

    /** 30 people are invited and get an issue each, in one paced batch. */
    private void dealOut() throws Exception {
        Map<Mark, NewIssue> wanted = new LinkedHashMap<>();
        for (Student student : class_) {
            director.github.people(depot).invite(student.login, Permission.PULL);
            student.github.mine().accept(student.github.mine().invitations().getFirst());
            wanted.put(new Mark("class." + student.login), NewIssue.of(student.login + "_bone", "One bone each").assignedTo(List.of(student.login)));
        }
        List<Issue> issues = director.github.issues(depot).openAll(wanted);
        for (int i = 0; i < class_.size(); i++) {
            class_.get(i).issue = issues.get(i).number();
        }
    }

    private void planStudent(Student student, int place) {
        long second = place * 4L;
        for (int minute = 0; minute < 60; minute += 2) {
            at(minute * 60L + second, student::refresh);
        }
        at(120 + second, student::begin);
        for (int save = 1; save <= 3; save++) {
            int number = save;
            at(save * 900L + second, () -> student.save(number));
        }
        at(1800 + second, () -> student.github.issues(depot).comment(student.issue, "Where does it end?", new Mark("ask." + student.login)));
        at(2760 + second, student::handIn);
        at(3000 + second, () -> director.review(student, place % 2 == 0));
    }

    private void at(long second, Act act) {
        plan.add(new Event(START.plusSeconds(second), act));
    }

    private void report(double seconds) throws Exception {
        long requests = 0;
        long unchanged = 0;
        long changes = 0;
        for (Student one : Stream.concat(Stream.of(director), class_.stream()).toList()) {
            requests += one.github.traffic().requests();
            unchanged += one.github.traffic().unchanged();
            changes += one.github.traffic().changes();
        }
        List<PullRequest> open = director.github.mine().openPulls(List.of(depot)).get(depot);
        System.out.printf("%d segmenters, one hour simulated in %.0f s (until minute %d)%n", class_.size(), seconds,
                Duration.between(START, time.instant()).toMinutes());
        System.out.printf("%d refreshes of task lists; %d requests, %d of them answered \"not modified\", %d changes%n", refreshes, requests,
                unchanged, changes);
        System.out.printf("contributions: %d, still open %d%n", class_.size(), open.size());
        System.out.printf("secondary limits met: %d (goal 0)%n", forge.secondaryLimitHits());
        boolean right = forge.secondaryLimitHits() == 0 && open.size() == class_.size() / 2;
        System.exit(right ? 0 : 1);
    }

    private final class Student {

        private final String login;
        private final String token;
        private final Desk desk;
        private final org.morphodepot.work.Account account;
        private final GitHub github;
        private final TaskBook book;
        private int issue;
        private WorkFolder work;
        private PullRequest pull;

        Student(String login, String token) throws Exception {
            this.login = login;
            this.token = token;
            Path own = folder.resolve(login);
            GitHubHosts hosts = new GitHubHosts(own.resolve("answers"), time.pace(), Duration.ofMinutes(5), ProxySelector.of(null));
            desk = Desk.open(own, TokenVault.inMemory(), Volumes.fromClassPath(), hosts);
            account = desk.accounts().add(ForgeAddress.of(forge.address().toString()), Secret.of(token), Watch.NONE);
            github = desk.github(account);
            book = TaskBook.of(desk);
        }

        void refresh() throws Exception {
            book.assignedToMe(account, Progress.NONE);
            book.myPulls(account, Progress.NONE);
            refreshes++;
        }

        void begin() throws Exception {
            Repository fork = github.forks(depot).ensure();
            work = Clones.make(CloneOrder.newest(git(fork.name()), folder.resolve(login + "-work")), signIn(), GitProgress.NONE);
            work.startBranch("issue-" + issue, work.head());
        }

        void save(int number) throws Exception {
            Files.writeString(work.folder().resolve("issue-" + issue + ".seg.nrrd"), login + " " + number);
            work.commitFile("issue-" + issue + ".seg.nrrd", "Edited issue-" + issue, new Author(login, login + "@example.org"));
            work.push("origin", "issue-" + issue, signIn(), GitProgress.NONE);
            pull = github.pulls(depot).ensure(NewPull.forIssue(issue, login));
        }

        void handIn() throws Exception {
            github.pulls(depot).ready(github.pulls(depot).get(pull.number()));
            work.close();
        }

        /** As the director. */
        void review(Student student, boolean good) throws Exception {
            PullRequest seen = github.pulls(depot).get(student.pull.number());
            if (good) {
                github.reviews(depot, seen.number()).submit(NewReview.approve(""), new Mark("good." + student.login));
                github.pulls(depot).squash(seen, "Merging and closing");
            } else {
                github.reviews(depot, seen.number()).submit(NewReview.requestChanges("The tip is missing"), new Mark("more." + student.login));
                github.pulls(depot).toDraft(seen);
            }
        }

        private SignIn signIn() {
            return SignIn.with(org.morphodepot.git.Secret.of(token));
        }

        private RemoteAddress git(RepoName repo) {
            return RemoteAddress.of(forge.address() + "/" + repo + ".git");
        }
    }

    /** Passes only when somebody waits or the next thing is planned for later. */
    private static final class Time extends Clock {

        private Instant now = START;

        @Override
        public synchronized Instant instant() {
            return now;
        }

        synchronized void until(Instant later) {
            now = later.isAfter(now) ? later : now;
        }

        Pace pace() {
            return new Pace() {
                @Override
                public Instant now() {
                    return instant();
                }

                @Override
                public void sleep(Duration wait) {
                    until(instant().plus(wait));
                }
            };
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
