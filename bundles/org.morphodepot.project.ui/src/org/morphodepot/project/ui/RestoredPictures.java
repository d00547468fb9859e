package org.morphodepot.project.ui;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.ui.Background;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.work.review.PictureFile;
import org.morphodepot.work.review.Review;

/** Editors of contributions that outlived a restart: the contribution is asked for and compared again. UI thread only. */
final class RestoredPictures {

    private final OpenReviews reviews;
    private final Director director;
    private final Map<Path, String> words = new HashMap<>();
    private final Map<Path, Review> newer = new HashMap<>();

    RestoredPictures(OpenReviews reviews, Director director) {
        this.reviews = reviews;
        this.director = director;
    }

    /**
     * What to say while the contribution of a picture is not known, with a link where the person can do something; empty when
     * the session shows no picture. Asks for the contribution, once.
     */
    Optional<String> look(Session session) {
        Optional<Path> file = session.file().map(OpenReviews::key);
        Optional<PictureFile> picture = file.flatMap(this::picture);
        if (picture.isEmpty()) {
            return Optional.empty();
        }
        if (!words.containsKey(file.get())) {
            ask(file.get(), picture.get());
        }
        return Optional.of(words.get(file.get()));
    }

    private Optional<PictureFile> picture(Path file) {
        return director.account().flatMap(account -> PictureFile.of(director.desk(), account, file));
    }

    /** What the link does: opens the newer work, or asks again. */
    void go(Session session) {
        session.file().map(OpenReviews::key).ifPresent(file -> {
            words.remove(file);
            Review found = newer.remove(file);
            if (found != null) {
                OpenReview.show(found);
            }
            reviews.tell();
        });
    }

    private void ask(Path file, PictureFile picture) {
        words.put(file, "Comparing contribution #" + picture.pull() + " again…");
        Background.asked("Compare contribution #" + picture.pull() + " again", progress -> Review.open(director.desk(),
                director.account().orElseThrow(), picture.depot(), picture.pull(), progress),
                review -> found(file, review), failure -> say(file, failure.getMessage() + " <a>Try again</a>"),
                () -> say(file, "It was not compared again. <a>Compare now</a>"));
    }

    private void found(Path file, Review review) {
        if (OpenReviews.key(review.picture()).equals(file)) {
            words.remove(file);
            reviews.add(review);
        } else {
            newer.put(file, review);
            say(file, "Contribution #" + review.pull().number() + " has newer work than what is shown here. <a>Open it</a>");
        }
    }

    private void say(Path file, String what) {
        words.put(file, what);
        reviews.tell();
    }
}
