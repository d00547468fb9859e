package org.morphodepot.work.tasks;

import java.util.List;

import org.morphodepot.github.Comment;
import org.morphodepot.github.Review;

/**
 * A task with all that was said about it.
 *
 * @param comments of the issue and of its contribution, oldest first
 * @param reviews of the contribution, oldest first
 */
public record Discussion(Task task, List<Comment> comments, List<Review> reviews) {

    public Discussion {
        comments = List.copyOf(comments);
        reviews = List.copyOf(reviews);
    }
}
