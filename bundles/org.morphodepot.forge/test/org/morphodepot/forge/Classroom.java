package org.morphodepot.forge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.morphodepot.git.Author;
import org.morphodepot.git.CloneOrder;
import org.morphodepot.git.Clones;
import org.morphodepot.git.GitProgress;
import org.morphodepot.git.RemoteAddress;
import org.morphodepot.git.Secret;
import org.morphodepot.git.SignIn;
import org.morphodepot.git.WorkFolder;

/** A forge with the practice depot, its people as clients, and work folders. */
final class Classroom implements AutoCloseable {

    final Path folder;
    final Forge forge;
    final PracticeDepot depot;
    final Api director;
    final Api sam;
    final Api robin;
    final Api outsider;
    final Api nobody;
    private final List<Api> all = new ArrayList<>();

    Classroom(Path folder, Knobs knobs) throws Exception {
        this.folder = folder;
        forge = Forge.start(folder.resolve("forge"), 0, knobs);
        depot = PracticeDepot.in(forge);
        director = as("director");
        sam = as("sam");
        robin = as("robin");
        outsider = as("olga");
        nobody = new Api(forge, null);
        all.add(nobody);
    }

    private Api as(String login) {
        Api api = new Api(forge, account(login));
        all.add(api);
        return api;
    }

    Account account(String login) {
        return depot.accounts().stream().filter(one -> one.login().equals(login)).findFirst().orElseThrow();
    }

    SignIn signIn(String login) {
        return SignIn.with(Secret.of(account(login).token()));
    }

    String repo() {
        return "/repos/" + depot.depot();
    }

    RemoteAddress git(String fullName) {
        return RemoteAddress.of(forge.address() + "/" + fullName + ".git");
    }

    /** Forks for somebody and waits until git finds the fork. */
    String fork(Api api) throws Exception {
        String name = api.post(repo() + "/forks", "{}").is(202).text("full_name");
        for (int i = 0; i < 100 && nobody.ask("GET", "/" + name + ".git/info/refs?service=git-upload-pack", null).status() != 200;
                i++) {
            Thread.sleep(50);
        }
        return name;
    }

    /** Clones somebody's fork, commits a file on a branch, pushes it. */
    WorkFolder paint(String login, String fork, int issue, String content) throws Exception {
        Path place = folder.resolve(login + "-issue-" + issue);
        WorkFolder work = Files.exists(place) ? WorkFolder.open(place)
                : Clones.make(CloneOrder.newest(git(fork), place), signIn(login), GitProgress.NONE);
        if (!work.resumeBranch("issue-" + issue, "origin")) {
            work.startBranch("issue-" + issue, work.head());
        }
        return paint(login, fork, issue, content, work);
    }

    WorkFolder paint(String login, String fork, int issue, String content, WorkFolder work) throws Exception {
        Path place = work.folder();
        Files.writeString(place.resolve("issue-" + issue + ".seg.nrrd"), content);
        work.commitFile("issue-" + issue + ".seg.nrrd", "Edited issue-" + issue, new Author(login, login + "@example.org"));
        work.push("origin", "issue-" + issue, signIn(login), GitProgress.NONE);
        return work;
    }

    /** The draft pull request of a branch, as the contract words it. */
    Api.Answer draft(Api api, String login, int issue) throws Exception {
        return api.post(repo() + "/pulls", """
                {"title": "issue-%d", "body": "Fixes #%d", "head": "%s:issue-%d", "base": "main", "draft": true}
                """.formatted(issue, issue, login, issue));
    }

    @Override
    public void close() throws IOException {
        all.forEach(Api::close);
        forge.close();
    }
}
