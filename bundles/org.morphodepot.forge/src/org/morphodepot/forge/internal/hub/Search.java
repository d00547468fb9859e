package org.morphodepot.forge.internal.hub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.morphodepot.forge.internal.http.Doc;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Repo;

/** GitHub's search language, the part with qualifiers and words. New things are found only after the lag. */
public final class Search {

    private static final Pattern TERM = Pattern.compile("(-?)(?:([a-z-]+):)?(?:\"([^\"]*)\"|(\\S+))");
    private static final int LONGEST = 256;

    private record Term(boolean not, String key, String value) {
    }

    private final Hub hub;

    public Search(Hub hub) {
        this.hub = hub;
    }

    public List<Repo> repositories(String query, String login) {
        List<Term> terms = terms(query, login);
        String fork = terms.stream().filter(term -> "fork".equals(term.key())).map(Term::value).findFirst().orElse("false");
        List<Repo> found = new ArrayList<>(hub.store().list(Repo.class, repo -> hub.rights(repo, login).mayRead()
                && hub.isPast(repo.searchable) && (!repo.isFork() || !fork.equals("false"))
                && (repo.isFork() || !fork.equals("only"))
                && terms.stream().allMatch(term -> matches(repo, term) != term.not())));
        found.sort(Comparator.comparing((Repo repo) -> repo.updated).reversed());
        return found;
    }

    public List<Issue> issues(String query, String login) {
        List<Term> terms = terms(query, login);
        Instant known = hub.instant().minus(hub.knobs().searchLag());
        List<Issue> found = new ArrayList<>(hub.store().list(Issue.class, issue -> hub.rights(repo(issue), login).mayRead()
                && !Instant.parse(issue.created).isAfter(known)
                && terms.stream().allMatch(term -> matches(issue, term) != term.not())));
        found.sort(Comparator.comparing((Issue issue) -> issue.created).reversed());
        return found;
    }

    private Repo repo(Issue issue) {
        return hub.repo(issue.repo).orElseThrow();
    }

    private List<Term> terms(String query, String login) {
        if (query.length() > LONGEST) {
            throw Problem.invalidBecause("Search", "The search is longer than 256 characters.");
        }
        List<Term> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(query);
        while (matcher.find()) {
            String value = matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
            value = value.equals("@me") && login != null ? login : value;
            terms.add(new Term(!matcher.group(1).isEmpty(), matcher.group(2), value));
            checkRepo(terms.getLast(), login);
        }
        return terms;
    }

    private void checkRepo(Term term, String login) {
        if ("repo".equals(term.key()) && hub.store().list(Repo.class, repo -> repo.fullName().equalsIgnoreCase(term.value())
                && hub.rights(repo, login).mayRead()).isEmpty()) {
            throw Problem.invalid(Doc.with("message", "The listed users and repositories cannot be searched either because the"
                    + " resources do not exist or you do not have permission to view them.").put("resource", "Search")
                    .put("field", "q").put("code", "invalid"));
        }
    }

    private static boolean matches(Repo repo, Term term) {
        String value = term.value().toLowerCase(Locale.ROOT);
        return switch (String.valueOf(term.key())) {
            case "topic" -> repo.topics.contains(value);
            case "user", "org", "owner" -> repo.owner.equalsIgnoreCase(value);
            case "repo" -> repo.fullName().equalsIgnoreCase(value);
            case "is" -> value.equals("private") == repo.isPrivate;
            case "archived" -> repo.archived == value.equals("true");
            case "fork", "in", "sort" -> !term.not();
            default -> (repo.name + " " + repo.description).toLowerCase(Locale.ROOT).contains(value);
        };
    }

    private boolean matches(Issue issue, Term term) {
        String value = term.value();
        return switch (String.valueOf(term.key())) {
            case "repo" -> repo(issue).fullName().equalsIgnoreCase(value);
            case "user", "org", "owner" -> repo(issue).owner.equalsIgnoreCase(value);
            case "is", "type", "state" -> is(issue, value);
            case "assignee" -> issue.assignees.stream().anyMatch(value::equalsIgnoreCase);
            case "author" -> issue.author.equalsIgnoreCase(value);
            case "label" -> issue.labels.stream().anyMatch(value::equalsIgnoreCase);
            case "draft" -> issue.pull != null && issue.pull.draft == value.equals("true");
            case "head" -> issue.pull != null && issue.pull.headBranch.equals(value);
            case "involves" -> issue.author.equalsIgnoreCase(value) || issue.assignees.stream().anyMatch(value::equalsIgnoreCase);
            case "archived", "in", "sort" -> !term.not();
            default -> (issue.title + " " + issue.body).toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
        };
    }

    private static boolean is(Issue issue, String value) {
        return switch (value) {
            case "issue" -> issue.pull == null;
            case "pr", "pull-request" -> issue.pull != null;
            case "open", "closed" -> issue.state.equals(value);
            case "merged" -> issue.pull != null && issue.pull.merged != null;
            case "unmerged" -> issue.pull != null && issue.pull.merged == null;
            case "draft" -> issue.pull != null && issue.pull.draft;
            default -> true;
        };
    }
}
