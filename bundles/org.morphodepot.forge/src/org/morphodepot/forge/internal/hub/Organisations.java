package org.morphodepot.forge.internal.hub;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.state.Change;
import org.morphodepot.forge.internal.state.Person;
import org.morphodepot.forge.internal.state.Repo;
import org.morphodepot.forge.internal.state.Team;

/** Organisations: who belongs to them, their teams, and what that allows in their repositories. */
public final class Organisations {

    /** The roles of people in an organisation. */
    public static final String OWNER = "admin";
    public static final String MEMBER = "member";

    private final Hub hub;

    public Organisations(Hub hub) {
        this.hub = hub;
    }

    /** The organisation of that name; not there when it is somebody's. */
    public Person organisation(String login) {
        return hub.person(login).filter(one -> one.organisation).orElseThrow(Problem::notFound);
    }

    /** What somebody is in an organisation: {@link #OWNER}, {@link #MEMBER}, or empty. */
    public Optional<String> role(String organisation, String login) {
        return login == null ? Optional.empty() : hub.person(organisation).flatMap(one -> one.people.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(login)).map(entry -> entry.getValue()).findFirst());
    }

    public boolean isOwner(String organisation, String login) {
        return role(organisation, login).filter(OWNER::equals).isPresent();
    }

    /** The organisations that somebody belongs to. */
    public List<Person> of(String login) {
        return hub.store().list(Person.class, one -> role(one.login, login).isPresent());
    }

    /** What membership and teams allow somebody in a repository; nothing in those of persons. */
    Rights rights(Repo repo, String login) {
        Optional<String> role = role(repo.owner, login);
        if (role.isEmpty()) {
            return Rights.NONE;
        }
        if (role.get().equals(OWNER)) {
            return Rights.ADMIN;
        }
        Rights best = base(repo.owner);
        for (Team team : teams(repo)) {
            Rights granted = Rights.named(repo.teams.get(team.slug));
            if (has(team, login) && granted.compareTo(best) > 0) {
                best = granted;
            }
        }
        return best;
    }

    private Rights base(String organisation) {
        String permission = hub.somebody(organisation).basePermission;
        return permission.equals("none") ? Rights.NONE : Rights.named(permission);
    }

    /** Everybody to whom membership or a team gives rights in a repository. */
    Set<String> people(Repo repo) {
        Set<String> people = new LinkedHashSet<>(hub.person(repo.owner).filter(one -> one.organisation)
                .map(one -> one.people.keySet()).orElse(Set.of()));
        people.removeIf(login -> !rights(repo, login).mayRead());
        return people;
    }

    public List<Team> teams(String organisation) {
        return hub.store().list(Team.class, team -> team.organisation.equalsIgnoreCase(organisation));
    }

    public Team team(String organisation, String slug) {
        return teams(organisation).stream().filter(team -> team.slug.equals(slug)).findFirst().orElseThrow(Problem::notFound);
    }

    /** The teams that have rights in a repository. */
    public List<Team> teams(Repo repo) {
        return repo.teams.isEmpty() ? List.of()
                : teams(repo.owner).stream().filter(team -> repo.teams.containsKey(team.slug)).toList();
    }

    public static boolean has(Team team, String login) {
        return team.members.stream().anyMatch(login::equalsIgnoreCase);
    }

    public Team makeTeam(String organisation, String name, String description, String by) throws IOException {
        if (role(organisation, by).isEmpty()) {
            throw Problem.forbidden("You must be a member of the organization to create a team.");
        }
        String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        if (name.isBlank() || teams(organisation).stream().anyMatch(team -> team.slug.equals(slug))) {
            throw Problem.invalid("Team", "name", name.isBlank() ? "missing_field" : "already_exists");
        }
        return hub.change(change -> {
            Team team = new Team();
            team.id = change.nextId();
            team.organisation = organisation(organisation).login;
            team.name = name;
            team.slug = slug;
            team.description = description;
            team.members.add(by);
            change.put(team);
            return team;
        });
    }

    /** Makes an organisation, or gives the one that is there these people. */
    public Person make(String login, String name, List<String> owners, List<String> members) throws IOException {
        return hub.change((Change change) -> {
            Person made = hub.person(login).map(change::edit).orElseGet(Person::new);
            if (made.login != null && !made.organisation) {
                throw new IOException(login + " is a person. Choose another name for the organisation.");
            }
            made.id = made.login == null ? change.nextId() : made.id;
            made.created = made.login == null ? hub.now() : made.created;
            made.login = login;
            made.name = name;
            made.organisation = true;
            made.people.clear();
            members.forEach(one -> made.people.put(hub.somebody(one).login, MEMBER));
            owners.forEach(one -> made.people.put(hub.somebody(one).login, OWNER));
            change.put(made);
            return made;
        });
    }

    /** Gives a repository to an organisation; who had it stays somebody who may do everything there. */
    public Repo transfer(Repo repo, String to, String by) throws IOException {
        Person organisation = hub.person(to).filter(one -> one.organisation && role(to, by).isPresent())
                .orElseThrow(() -> Problem.invalid("Repository", "new_owner", "invalid"));
        if (hub.repo(organisation.login, repo.name).isPresent()) {
            throw Problem.invalid("Repository", "name", "already_exists");
        }
        return hub.change(_ -> {
            for (var issue : new ArrayList<>(hub.issues(repo))) {
                if (issue.pull != null && issue.pull.headRepo == repo.id) {
                    hub.update(issue, row -> row.pull.headOwner = organisation.login);
                }
            }
            return hub.update(repo, row -> {
                row.collaborators.put(row.owner, "admin");
                row.owner = organisation.login;
                row.updated = hub.now();
            });
        });
    }
}
