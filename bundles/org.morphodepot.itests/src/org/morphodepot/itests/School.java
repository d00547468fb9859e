package org.morphodepot.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;
import org.morphodepot.app.practice.PracticeForge;
import org.morphodepot.forge.PracticeDepot;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Issue;
import org.morphodepot.github.IssueEdit;
import org.morphodepot.github.Mark;
import org.morphodepot.github.NewIssue;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Secret;
import org.morphodepot.github.client.Issues;
import org.morphodepot.github.client.TokenVault;
import org.morphodepot.testing.ui.Robot;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.tasks.Task;
import org.morphodepot.work.tasks.TaskBook;

/** The practice depot of the workspace under test, as its people and its server see it. Any thread but the UI's. */
final class School {

    private final PracticeForge forge = Workbench.service(PracticeForge.class);
    private final Desk desk = Workbench.service(Desk.class);
    private final PracticeDepot depot;

    School() throws IOException {
        depot = forge.start();
    }

    Desk desk() {
        return desk;
    }

    String server() {
        return forge.address().toString();
    }

    String task(int number) {
        return server() + "/" + depot.depot() + "/issues/" + number;
    }

    /** Says yes on the page that asks for the code. */
    void approve(String code, String login) throws IOException {
        forge.approve(code, login);
    }

    /** Signs somebody in as the dialog does with a token. */
    void signIn(String login) throws IOException {
        desk.accounts().add(ForgeAddress.of(server()), token(login), () -> false);
    }

    /** Nobody reaches the server any more. */
    void unplug() throws IOException {
        forge.stop();
    }

    void plugIn() throws IOException {
        forge.start();
    }

    private Secret token(String login) {
        return Secret.of(depot.accounts().stream().filter(one -> one.login().equals(login)).findFirst().orElseThrow().token());
    }

    /** Starts a task of somebody on another computer, which keeps its things in a folder. */
    OtherComputer elsewhere(Path folder, String login, int issue) throws IOException {
        return new OtherComputer(folder, server(), token(login), ref(issue));
    }

    /** A new task like another one, of somebody: what is done to it is in nobody's way. */
    int copy(int issue, String login) throws IOException {
        Issue like = issues().get(issue);
        return issues().open(NewIssue.of(like.title(), like.body()).assignedTo(List.of(login)), Mark.random()).number();
    }

    /** Closes such a task and takes it from its segmenter, whose list shows what was closed lately, too. */
    void end(int task) throws IOException {
        issues().edit(task, IssueEdit.nothing().close().assignees(List.of()));
    }

    /** The tasks, seen by the director. */
    Issues issues() throws IOException {
        return desk.github(account("director")).issues(RepoName.of(depot.depot()));
    }

    TaskRef ref(int issue) {
        return new TaskRef(ForgeAddress.of(server()), RepoName.of(depot.depot()), issue);
    }

    Account account(String login) {
        return desk.accounts().all().stream().filter(one -> one.login().equals(login)).findFirst().orElseThrow();
    }

    boolean isActive(String login) {
        return desk.accounts().active().filter(one -> one.login().equals(login)).isPresent();
    }

    List<String> assigned() throws IOException {
        return TaskBook.of(desk).assignedToMe(desk.accounts().active().orElseThrow(), Progress.NONE).value().stream()
                .map(Task::title).sorted().toList();
    }

    /** The contribution to a task, as the server has it. */
    Optional<PullRequest> pull(String login, int issue) {
        try {
            return desk.github(account("director")).pulls(RepoName.of(depot.depot())).find(login, "issue-" + issue);
        } catch (IOException e) {
            throw new AssertionError("asking for the contribution", e);
        }
    }

    PullRequest pull(int number) throws IOException {
        return desk.github(account("director")).pulls(RepoName.of(depot.depot())).get(number);
    }

    /** Waits until the server has a contribution that is, or is no, draft. */
    PullRequest waitForPull(String login, int issue, boolean draft) {
        for (int i = 0; i < 120; i++) {
            Optional<PullRequest> found = pull(login, issue);
            if (found.filter(pull -> pull.draft() == draft).isPresent()) {
                return found.get();
            }
            Robot.pause(500);
        }
        throw new AssertionError("no " + (draft ? "draft" : "ready contribution") + " of " + login + ": " + pull(login, issue)
                + desk.queue().entries());
    }

    /** Files of the workspace that hold a token of somebody signed in, but for what the server itself keeps. */
    List<Path> leaks() throws IOException {
        List<String> tokens = new ArrayList<>();
        TokenVault vault = Workbench.service(TokenVault.class);
        for (TokenVault.Account one : vault.accounts()) {
            tokens.add(vault.token(one).orElseThrow().reveal());
        }
        Path workspace = Path.of(Platform.getInstanceLocation().getURL().getPath());
        try (Stream<Path> files = Files.walk(workspace)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.startsWith(workspace.resolve("practice")))
                    .filter(file -> holds(file, tokens)).toList();
        }
    }

    private static boolean holds(Path file, List<String> tokens) {
        try {
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return tokens.stream().anyMatch(content::contains);
        } catch (IOException e) {
            return false; // gone meanwhile
        }
    }
}
