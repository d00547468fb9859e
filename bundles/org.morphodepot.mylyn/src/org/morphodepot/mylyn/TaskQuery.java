package org.morphodepot.mylyn;

import java.util.Locale;
import java.util.Optional;

import org.eclipse.mylyn.tasks.core.IRepositoryQuery;
import org.morphodepot.github.RepoName;
import org.morphodepot.work.tasks.Task;

/**
 * Which tasks a list holds.
 *
 * @param depot of {@link Kind#DEPOT}, else empty
 * @param text tasks must have this in title, number or structures; empty for all
 * @param assignee tasks must be assigned to that login; empty for all
 * @param finished whether merged and closed tasks are wanted
 */
public record TaskQuery(Kind kind, Optional<RepoName> depot, String text, String assignee, boolean finished) {

    /** Where the tasks come from. */
    public enum Kind {
        ASSIGNED("Assigned to me"), MY_PULLS("My contributions"), TO_REVIEW("To review"), DEPOT("All tasks of a depot");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public TaskQuery {
        if ((kind == Kind.DEPOT) != depot.isPresent()) {
            throw new IllegalArgumentException("Tasks of a depot need a depot, others have none");
        }
    }

    public static TaskQuery assignedToMe() {
        return new TaskQuery(Kind.ASSIGNED, Optional.empty(), "", "", true);
    }

    public static TaskQuery myPulls() {
        return new TaskQuery(Kind.MY_PULLS, Optional.empty(), "", "", false);
    }

    public static TaskQuery toReview() {
        return new TaskQuery(Kind.TO_REVIEW, Optional.empty(), "", "", false);
    }

    public static TaskQuery ofDepot(RepoName depot) {
        return new TaskQuery(Kind.DEPOT, Optional.of(depot), "", "", true);
    }

    /** A custom one: only tasks with the text, the assignee, or that are open. */
    public TaskQuery only(String withText, String assignedTo, boolean alsoFinished) {
        return new TaskQuery(kind, depot, withText, assignedTo, alsoFinished);
    }

    /** Its name for people. */
    public String words() {
        String all = depot.map(name -> "Tasks of " + name).orElse(kind.words());
        return all + (text.isEmpty() ? "" : " with \u201c" + text + "\u201d") + (assignee.isEmpty() ? "" : " of " + assignee);
    }

    boolean wants(Task task) {
        return (finished || !task.state().isOver()) && (assignee.isEmpty() || task.isAssignedTo(assignee))
                && (text.isEmpty() || (task.title() + " #" + task.ref().number() + " " + task.structures())
                        .toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
    }

    void into(IRepositoryQuery query) {
        query.setSummary(words());
        query.setAttribute("kind", kind.name());
        query.setAttribute("depot", depot.map(RepoName::toString).orElse(null));
        query.setAttribute("text", text);
        query.setAttribute("assignee", assignee);
        query.setAttribute("finished", Boolean.toString(finished));
    }

    /** Empty when it is of a newer version of this program. */
    static Optional<TaskQuery> of(IRepositoryQuery query) {
        try {
            Optional<RepoName> depot = Optional.ofNullable(query.getAttribute("depot")).filter(name -> !name.isEmpty())
                    .map(RepoName::of);
            return Optional.of(new TaskQuery(Kind.valueOf(String.valueOf(query.getAttribute("kind"))), depot,
                    text(query, "text"), text(query, "assignee"), Boolean.parseBoolean(query.getAttribute("finished"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(IRepositoryQuery query, String name) {
        String value = query.getAttribute(name);
        return value == null ? "" : value;
    }
}
