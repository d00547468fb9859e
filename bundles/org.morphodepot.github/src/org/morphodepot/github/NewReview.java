package org.morphodepot.github;

import java.util.List;

/**
 * A review to hand in.
 *
 * @param body may be empty only when approving
 * @param commit the commit that was looked at, or empty for the newest
 * @param comments on lines of text files; segmentations have none
 */
public record NewReview(Event event, String body, String commit, List<OnLine> comments) {

    public NewReview {
        comments = List.copyOf(comments);
        if (body.isBlank() && event != Event.APPROVE) {
            throw new IllegalArgumentException("Please write what to change: GitHub takes no such review without a text.");
        }
    }

    /** What the review does. */
    public enum Event {
        APPROVE, REQUEST_CHANGES, COMMENT;

        /** The verdict such a review has afterwards. */
        public Review.Verdict verdict() {
            return switch (this) {
                case APPROVE -> Review.Verdict.APPROVED;
                case REQUEST_CHANGES -> Review.Verdict.CHANGES_REQUESTED;
                case COMMENT -> Review.Verdict.COMMENTED;
            };
        }
    }

    /** A remark at a line of a text file. */
    public record OnLine(String path, int line, String body) {
    }

    public static NewReview approve(String body) {
        return new NewReview(Event.APPROVE, body, "", List.of());
    }

    public static NewReview requestChanges(String body) {
        return new NewReview(Event.REQUEST_CHANGES, body, "", List.of());
    }

    public static NewReview comment(String body) {
        return new NewReview(Event.COMMENT, body, "", List.of());
    }

    public NewReview at(String commitId) {
        return new NewReview(event, body, commitId, comments);
    }

    public NewReview with(List<OnLine> remarks) {
        return new NewReview(event, body, commit, remarks);
    }
}
