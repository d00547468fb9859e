package org.morphodepot.project.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.morphodepot.label.Segmentation;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.Sessions;
import org.morphodepot.viewer.session.SessionsListener;
import org.morphodepot.work.review.Picture;
import org.morphodepot.work.review.Picture.Shown;
import org.morphodepot.work.review.Review;

/**
 * Which editors show contributions. A contribution is known by the file of its picture; when its editor comes to the front, so
 * does it in the views of this bundle. UI thread only, but for what sessions tell.
 */
final class OpenReviews implements SessionsListener {

    private final Sessions sessions;
    private final Display display;
    private final Map<Path, OpenedReview> byPicture = new HashMap<>();
    private final Set<Session> prepared = new HashSet<>();
    private final List<Runnable> listeners = new ArrayList<>();

    OpenReviews(Sessions sessions, Display display) {
        this.sessions = sessions;
        this.display = display;
        sessions.addListener(this);
    }

    /** Remembers a contribution before its editor opens, or when a restored editor shows it already. */
    void add(Review review) {
        byPicture.put(key(review.picture()), new OpenedReview(review));
        later();
    }

    /** The session in front, when it shows a contribution. */
    Optional<Session> session() {
        return sessions.active().filter(session -> session.file().map(OpenReviews::key).filter(byPicture::containsKey)
                .isPresent());
    }

    /** The contribution in front. */
    Optional<OpenedReview> front() {
        return session().flatMap(Session::file).map(file -> byPicture.get(key(file)));
    }

    /** Which of base, contribution and difference are seen. */
    Set<Shown> shown() {
        return session().map(session -> Picture.shown(session.labelling().current())).orElse(Set.of());
    }

    void show(Set<Shown> parts) {
        session().ifPresent(session -> session.change(labelling -> labelling.show(
                Picture.showing(labelling.current(), parts))).thenRun(this::later));
    }

    void follow(Control part, Runnable listener) {
        listeners.add(listener);
        part.addDisposeListener(_ -> listeners.remove(listener));
        listener.run();
    }

    /** Tells that something about the contribution in front changed. */
    void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    @Override
    public void activated(Optional<Session> session) {
        later();
    }

    @Override
    public void closed(Session session) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                prepared.remove(session);
                forget(session);
            });
        }
    }

    /** A comparison holds two segmentations: without an editor it goes. */
    private void forget(Session session) {
        session.file().map(OpenReviews::key).filter(file -> sessions.all().stream()
                .noneMatch(other -> other.file().map(OpenReviews::key).filter(file::equals).isPresent()))
                .ifPresent(byPicture::remove);
    }

    private void later() {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                session().filter(prepared::add).ifPresent(this::prepare);
                tell();
            });
        }
    }

    /** Visibility is not part of a file: a picture opens with everything seen at once. */
    private void prepare(Session session) {
        session.change(labelling -> {
            Segmentation picture = labelling.current();
            labelling.show(Picture.showing(picture, Set.of(Shown.CONTRIBUTION, Shown.DIFFERENCE)));
        }).thenRun(this::later);
        front().ifPresent(review -> review.go(1, Optional.of(session)));
    }

    static Path key(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
