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
import org.morphodepot.github.Person;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Review.Verdict;
import org.morphodepot.github.ReviewComment;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.work.Place;

/** What is said about one contribution. Blocks. */
public final class Talk {

    private Talk() {
    }

    /** Comments, reviews and remarks on the file, oldest first; people who deleted their account are ghosts. */
    public static List<Said> of(GitHub github, RepoName depot, int pull) throws GitHubException {
        List<Said> all = new ArrayList<>();
        for (Comment comment : github.issues(depot).comments(pull)) {
            all.add(said(comment.author(), comment.body(), comment.created(), Optional.empty(), comment.url()));
        }
        for (org.morphodepot.github.Review review : github.reviews(depot, pull).list()) {
            if (review.verdict() != Verdict.PENDING) {
                all.add(said(review.author(), review.body(), review.submitted().orElse(Instant.EPOCH),
                        Optional.of(review.verdict()), review.url()));
            }
        }
        for (ReviewComment remark : github.reviews(depot, pull).comments()) {
            all.add(said(remark.author(), remark.body(), remark.created(), Optional.empty(), remark.url()));
        }
        all.sort(Comparator.comparing(Said::when));
        return List.copyOf(all);
    }

    private static Said said(Person author, String body, Instant when, Optional<Verdict> verdict, String url) {
        return new Said(author, Place.visible(body), Place.split(body), when, verdict, url);
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
