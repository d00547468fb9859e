package org.morphodepot.forge.internal.hub;

import java.io.IOException;
import java.util.List;

import org.morphodepot.forge.internal.state.Asset;
import org.morphodepot.forge.internal.state.Change;
import org.morphodepot.forge.internal.state.Comment;
import org.morphodepot.forge.internal.state.Invitation;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Milestone;
import org.morphodepot.forge.internal.state.Person;
import org.morphodepot.forge.internal.state.Release;
import org.morphodepot.forge.internal.state.Repo;
import org.morphodepot.forge.internal.state.Review;
import org.morphodepot.forge.internal.state.ReviewComment;
import org.morphodepot.forge.internal.state.Row;
import org.morphodepot.forge.internal.state.Team;
import org.morphodepot.forge.internal.state.Token;

/**
 * Deletes an account: what the person owned is gone, what they said and contributed elsewhere stays and is nobody's. The name
 * may be somebody else's later, who has nothing to do with it.
 */
public final class Leaving {

    /** Stands where somebody's login was; nobody can be called so. */
    public static final String GHOST = "ghost";

    private final Hub hub;
    private final Repositories repositories;

    public Leaving(Hub hub, Repositories repositories) {
        this.hub = hub;
        this.repositories = repositories;
    }

    public void delete(String login) throws IOException {
        hub.change((Change change) -> {
            Person person = hub.somebody(login);
            for (Repo repo : hub.store().list(Repo.class, one -> one.owner.equalsIgnoreCase(login))) {
                repositories.delete(repo);
            }
            removeAll(change, hub.store().list(Token.class, one -> one.login.equalsIgnoreCase(login)));
            removeAll(change, hub.store().list(Invitation.class,
                    one -> one.invitee.equalsIgnoreCase(login) || one.inviter.equalsIgnoreCase(login)));
            takeOut(person.login);
            forget(person.login);
            change.remove(person);
            return person;
        });
    }

    private static void removeAll(Change change, List<? extends Row> rows) {
        rows.forEach(change::remove);
    }

    /** From what others share with them. */
    private void takeOut(String login) throws IOException {
        for (Repo repo : hub.store().list(Repo.class, one -> one.collaborators.containsKey(login)
                || one.subscribers.contains(login))) {
            hub.update(repo, row -> {
                row.collaborators.remove(login);
                row.subscribers.remove(login);
            });
        }
        for (Person organisation : hub.store().list(Person.class, one -> one.people.containsKey(login))) {
            hub.update(organisation, row -> row.people.remove(login));
        }
        for (Team team : hub.store().list(Team.class, one -> one.members.contains(login))) {
            hub.update(team, row -> row.members.remove(login));
        }
    }

    /** In what stays. */
    private void forget(String login) throws IOException {
        for (Issue issue : hub.store().list(Issue.class, _ -> true)) {
            hub.update(issue, row -> forget(row, login));
        }
        for (Comment comment : hub.store().list(Comment.class, one -> login.equals(one.author))) {
            hub.update(comment, row -> row.author = GHOST);
        }
        for (Review review : hub.store().list(Review.class, one -> login.equals(one.author))) {
            hub.update(review, row -> row.author = GHOST);
        }
        for (ReviewComment comment : hub.store().list(ReviewComment.class, one -> login.equals(one.author))) {
            hub.update(comment, row -> row.author = GHOST);
        }
        for (Release release : hub.store().list(Release.class, one -> login.equals(one.author))) {
            hub.update(release, row -> row.author = GHOST);
        }
        for (Asset asset : hub.store().list(Asset.class, one -> login.equals(one.uploader))) {
            hub.update(asset, row -> row.uploader = GHOST);
        }
        for (Milestone milestone : hub.store().list(Milestone.class, one -> login.equals(one.creator))) {
            hub.update(milestone, row -> row.creator = GHOST);
        }
    }

    private static void forget(Issue row, String login) {
        row.author = ghostFor(row.author, login);
        row.closedBy = ghostFor(row.closedBy, login);
        row.assignees.remove(login);
        if (row.pull != null) {
            row.pull.headOwner = ghostFor(row.pull.headOwner, login);
            row.pull.mergedBy = ghostFor(row.pull.mergedBy, login);
            row.pull.reviewers.remove(login);
        }
    }

    private static String ghostFor(String name, String login) {
        return login.equals(name) ? GHOST : name;
    }
}
