package org.morphodepot.forge.internal.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.morphodepot.forge.internal.git.GitView;
import org.morphodepot.forge.internal.git.Merging;
import org.morphodepot.forge.internal.http.Doc;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.state.Label;
import org.morphodepot.forge.internal.state.Person;
import org.morphodepot.forge.internal.state.Repo;
import org.morphodepot.forge.internal.state.Row;

/** Making, forking and syncing repositories. */
public final class Repositories {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final Hub hub;

    public Repositories(Hub hub) {
        this.hub = hub;
    }

    /** Makes an empty repository; with {@code readme} it begins with a commit. */
    public Repo create(String owner, String name, String description, boolean isPrivate, boolean readme) throws IOException {
        if (name == null || !NAME.matcher(name).matches() || name.matches("\\.+") || name.endsWith(".git")) {
            throw Problem.invalid("Repository", "name", "invalid");
        }
        if (hub.repo(owner, name).isPresent()) {
            throw Problem.invalid(Doc.with("resource", "Repository").put("code", "custom").put("field", "name")
                    .put("message", "name already exists on this account"));
        }
        return hub.change(change -> {
            Repo repo = fresh(change.nextId(), owner, name);
            repo.network = repo.id;
            repo.description = description;
            repo.isPrivate = isPrivate;
            for (String[] label : new String[][] { { "bug", "d73a4a" }, { "enhancement", "a2eeef" }, { "question", "d876e3" } }) {
                repo.labels.add(new Label(change.nextId(), label[0], label[1], null));
            }
            hub.git().create(repo);
            change.put(repo);
            if (readme) {
                commit(repo, owner, repo.defaultBranch, "Initial commit",
                        Map.of("README.md", ("# " + name + "\n").getBytes(StandardCharsets.UTF_8)));
            }
            return repo;
        });
    }

    private Repo fresh(long id, String owner, String name) {
        Repo repo = new Repo();
        repo.id = id;
        repo.owner = owner;
        repo.name = name;
        repo.created = hub.now();
        repo.updated = repo.created;
        repo.pushed = repo.created;
        repo.searchable = hub.in(hub.knobs().searchLag());
        return repo;
    }

    /** Commits files onto a branch as somebody, as the web page does. */
    public ObjectId commit(Repo repo, String login, String branch, String message, Map<String, byte[]> files)
            throws IOException {
        try (GitView view = hub.open(repo)) {
            Optional<ObjectId> head = view.branch(branch);
            ObjectId tree = Merging.treeWith(view.repository(), head.orElse(null), files);
            PersonIdent author = ident(login);
            ObjectId commit = Merging.commit(view.repository(), tree, head.map(List::of).orElse(List.of()), message, author,
                    author);
            if (!Merging.move(view.repository(), "refs/heads/" + branch, head.orElse(null), commit)) {
                throw new Problem(409, branch + " moved meanwhile");
            }
            return commit;
        }
    }

    public PersonIdent ident(String login) {
        Optional<Person> person = hub.person(login);
        return Merging.person(person.map(one -> one.name).orElse(login),
                person.map(Repositories::email).orElse(login + "@users.noreply.github.localhost"), hub.instant());
    }

    public static String email(Person person) {
        return person.email != null ? person.email : person.id + "+" + person.login + "@users.noreply.github.localhost";
    }

    /**
     * Forks for somebody. A fork that is there already is the answer; a name that is taken gets a number. Git finds the fork
     * some time later.
     */
    public Repo fork(Repo from, String login, String wantedName, boolean defaultBranchOnly) throws IOException {
        Optional<Repo> there = hub.store().list(Repo.class, repo -> repo.network == from.network
                && repo.owner.equalsIgnoreCase(login)).stream().findFirst();
        if (there.isPresent()) {
            return there.get();
        }
        try (GitView view = hub.open(from)) {
            if (view.branches().isEmpty()) {
                throw Problem.forbidden("The repository exists, but it contains no Git content. Empty repositories cannot"
                        + " be forked.");
            }
        }
        return hub.change(change -> {
            Repo fork = fresh(change.nextId(), login, freeName(login, wantedName == null ? from.name : wantedName));
            fork.parent = from.id;
            fork.source = from.source == 0 ? from.id : from.source;
            fork.network = from.network;
            fork.description = from.description;
            fork.isPrivate = from.isPrivate;
            fork.defaultBranch = from.defaultBranch;
            fork.hasIssues = false;
            fork.ready = hub.in(hub.knobs().forkDelay());
            fork.labels = new ArrayList<>(from.labels);
            hub.git().fork(from, fork, defaultBranchOnly);
            change.put(fork);
            return fork;
        });
    }

    private String freeName(String owner, String wanted) {
        String name = wanted;
        for (int i = 1; hub.repo(owner, name).isPresent(); i++) {
            name = wanted + "-" + i;
        }
        return name;
    }

    /** What a sync of a fork's branch did: {@code none}, {@code fast-forward} or {@code merge}. */
    public String sync(Repo fork, String branch, String login) throws IOException {
        Repo parent = hub.repo(fork.parent).orElseThrow(() -> new Problem(422, "Repository is not a fork"));
        try (GitView view = hub.open(fork); GitView upstream = hub.open(parent)) {
            ObjectId theirs = upstream.branch(branch)
                    .orElseThrow(() -> new Problem(422, "Branch not found in the upstream repository"));
            Optional<ObjectId> ours = view.branch(branch);
            if (ours.isPresent() && view.contains(ours.get(), theirs)) {
                return "none";
            }
            boolean forward = ours.isEmpty() || view.contains(theirs, ours.get());
            ObjectId next = forward ? theirs : merged(view, ours.get(), theirs, branch, login);
            if (!Merging.move(view.repository(), "refs/heads/" + branch, ours.orElse(null), next)) {
                throw new Problem(409, "There was a conflict: the branch moved meanwhile");
            }
            return forward ? "fast-forward" : "merge";
        }
    }

    private ObjectId merged(GitView view, ObjectId ours, ObjectId theirs, String branch, String login) throws IOException {
        ObjectId tree = Merging.tree(view.repository(), ours, theirs)
                .orElseThrow(() -> new Problem(409, "There are merge conflicts"));
        return Merging.commit(view.repository(), tree, List.of(ours, theirs), "Merge branch '" + branch + "' of upstream",
                ident(login), ident(login));
    }

    /** Ask for the fork of a network that somebody has. */
    public Optional<Repo> forkOf(Repo root, String login) {
        return hub.store().list(Repo.class, repo -> repo.network == root.network && repo.owner.equalsIgnoreCase(login))
                .stream().findFirst();
    }

    /** Its forks stay and become those of what it was forked from. */
    public void delete(Repo repo) throws IOException {
        hub.change(change -> {
            List<Row> gone = new ArrayList<>(hub.issues(repo));
            gone.add(repo);
            gone.forEach(change::remove);
            for (Repo fork : hub.forks(repo)) {
                hub.update(fork, row -> {
                    row.parent = repo.parent;
                    row.source = repo.source;
                });
            }
            return repo;
        });
    }

    /** Notes that commits came in. */
    public Repo touch(Repo repo) throws IOException {
        return hub.update(hub.repo(repo.id).orElseThrow(), row -> {
            row.pushed = hub.now();
            row.updated = row.pushed;
        });
    }
}
