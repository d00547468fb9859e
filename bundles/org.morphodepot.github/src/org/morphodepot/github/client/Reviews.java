package org.morphodepot.github.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Mark;
import org.morphodepot.github.NewReview;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Review;
import org.morphodepot.github.ReviewComment;
import org.morphodepot.github.internal.Api;
import org.morphodepot.github.internal.Once;
import org.morphodepot.github.internal.Route;
import org.morphodepot.github.internal.json.PullJson;

/** Reviews of one pull request. */
public final class Reviews {

    private final Api api;
    private final RepoName repo;
    private final int pull;

    Reviews(Api api, RepoName repo, int pull) {
        this.api = api;
        this.repo = repo;
        this.pull = pull;
    }

    /** Oldest first. */
    public List<Review> list() throws GitHubException {
        return api.list(Route.in(repo, "pulls", pull, "reviews"), PullJson::review);
    }

    /** Remarks on lines of files. */
    public List<ReviewComment> comments() throws GitHubException {
        return api.list(Route.in(repo, "pulls", pull, "comments"), PullJson::reviewComment);
    }

    /**
     * Hands in a review, or finds the one that was handed in with the same mark before. Nobody can approve an own pull
     * request or request changes of it ({@code VALIDATION}): comment instead.
     */
    public Review submit(NewReview review, Mark mark) throws GitHubException {
        return Once.make(() -> find(review, mark),
                () -> PullJson.review(api.change("POST", Route.in(repo, "pulls", pull, "reviews"), body(review, mark))));
    }

    private Optional<Review> find(NewReview review, Mark mark) throws GitHubException {
        return list().stream().filter(r -> mark.isIn(r.body()) && r.verdict() != Review.Verdict.PENDING)
                .filter(r -> r.verdict() == review.event().verdict() || r.verdict() == Review.Verdict.DISMISSED).findFirst();
    }

    private static Map<String, Object> body(NewReview review, Mark mark) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("event", review.event().name());
        body.put("body", mark.stamp(review.body()));
        if (!review.commit().isEmpty()) {
            body.put("commit_id", review.commit());
        }
        if (!review.comments().isEmpty()) {
            body.put("comments", review.comments().stream()
                    .map(c -> Map.of("path", c.path(), "line", c.line(), "side", "RIGHT", "body", c.body())).toList());
        }
        return body;
    }

    /** Asks people for a review; the author of the pull request cannot be asked. */
    public void request(List<String> logins) throws GitHubException {
        api.change("POST", Route.in(repo, "pulls", pull, "requested_reviewers"), Map.of("reviewers", logins));
    }
}
