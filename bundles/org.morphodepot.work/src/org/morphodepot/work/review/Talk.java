package org.morphodepot.work.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.morphodepot.github.Comment;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Mark;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.Review.Verdict;
import org.morphodepot.github.client.GitHub;

/** What is said about one contribution. */
final class Talk {

    private static final String HIDDEN = "(?s)<!--.*?(-->|$)";

    private Talk() {
    }

    /** Comments and reviews, oldest first; people who deleted their account are ghosts. */
    static List<Said> of(GitHub github, PullRequest pull) throws GitHubException {
        List<Said> all = new ArrayList<>();
        for (Comment comment : github.issues(pull.repo()).comments(pull.number())) {
            all.add(new Said(comment.author(), visible(comment.body()), comment.created(), Optional.empty(), comment.url()));
        }
        for (org.morphodepot.github.Review review : github.reviews(pull.repo(), pull.number()).list()) {
            if (review.verdict() != Verdict.PENDING) {
                all.add(new Said(review.author(), visible(review.body()), review.submitted().orElse(Instant.EPOCH),
                        Optional.of(review.verdict()), review.url()));
            }
        }
        all.sort(Comparator.comparing(Said::when));
        return List.copyOf(all);
    }

    private static String visible(String body) {
        return body.replaceAll(HIDDEN, "").strip();
    }

    /**
     * The mark of something said about one state of a contribution: the same words a second time, after an answer that got
     * lost, are found instead of said again.
     */
    static Mark mark(String what, PullRequest pull, String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(String.join("\n", what, pull.repo().toString(),
                    String.valueOf(pull.number()), pull.head().commit(), text).getBytes(StandardCharsets.UTF_8));
            return new Mark("review-" + HexFormat.of().formatHex(hash, 0, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
