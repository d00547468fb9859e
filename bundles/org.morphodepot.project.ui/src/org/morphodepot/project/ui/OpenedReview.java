package org.morphodepot.project.ui;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.morphodepot.label.Segment;
import org.morphodepot.viewer.session.Look;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.work.Place;
import org.morphodepot.work.review.PlacedComment;
import org.morphodepot.work.review.PlacedComments;
import org.morphodepot.work.review.Review;
import org.morphodepot.work.review.Said;
import org.morphodepot.work.review.Spot;

/** A contribution that is open in an editor: which of its differences is looked at, and what was answered. UI thread only. */
final class OpenedReview {

    /** Voxels around a difference that are shown with it, at least. */
    private static final int AROUND = 20;

    /** Voxels on each side that a comment about no difference shows. */
    private static final int NEAR = 8;

    private final Review review;
    private Optional<String> structure = Optional.empty();
    private int position = -1;
    private Optional<String> outcome = Optional.empty();
    private boolean busy;
    private String draft = "";
    private List<Said> said;
    private Optional<PlacedComment> comment = Optional.empty();

    OpenedReview(Review review) {
        this.review = review;
        said = review.said();
    }

    /** What was said so far. */
    List<Said> said() {
        return said;
    }

    void said(List<Said> news) {
        said = news;
    }

    Review review() {
        return review;
    }

    /** The differences that next and previous walk through: of one structure, or all. */
    List<Spot> spots() {
        return review.comparison().spots().stream().filter(spot -> structure.map(spot::concerns).orElse(true)).toList();
    }

    /** Id of the structure that is looked at; empty for all. */
    Optional<String> structure() {
        return structure;
    }

    void look(Optional<String> segmentId) {
        if (!segmentId.equals(structure)) {
            structure = segmentId;
            position = -1;
        }
    }

    /** Index of the difference that is looked at; -1 before the first. */
    int position() {
        return position;
    }

    Optional<Spot> spot() {
        List<Spot> spots = spots();
        return position >= 0 && position < spots.size() ? Optional.of(spots.get(position)) : Optional.empty();
    }

    /** Goes on by a number of differences, around at the ends; the views follow. */
    void go(int steps, Optional<Session> session) {
        List<Spot> spots = spots();
        if (!spots.isEmpty()) {
            position = position < 0 && steps > 0 ? 0 : Math.floorMod(Math.max(position, 0) + steps, spots.size());
            Spot spot = spots.get(position);
            session.ifPresent(shown -> shown.update(view -> view.withFrame(Optional.of(around(spot.box())))
                    .withCrosshair(spot.at())));
        }
    }

    /** What was said about places, oldest first. */
    PlacedComments comments() {
        return PlacedComments.of(said);
    }

    /** The comment whose place was looked at last. */
    Optional<PlacedComment> comment() {
        return comment.filter(comments().all()::contains);
    }

    /** Goes to the place of the next comment, or of the one before; around at the ends. */
    void goToComment(int steps, Optional<Session> session) {
        comment = steps > 0 ? comments().next(comment()) : comments().previous(comment());
        comment.map(PlacedComment::place).ifPresent(place -> session.ifPresent(
                shown -> Look.at(shown, place.box(), place.focus(), place.zoom())));
    }

    /** What a comment about what is looked at speaks of: the difference around the crosshair, else what is near. */
    Place place(Session session) {
        VoxelPoint at = session.view().crosshair();
        Optional<Spot> here = spot().filter(spot -> spot.box().contains(at));
        Optional<Segment> about = here.flatMap(spot -> spot.after().or(spot::before));
        VoxelBox near = VoxelBox.at(at).grow(NEAR).intersect(session.scan().size().box());
        Place place = new Place(here.map(Spot::box).orElse(near), at, Optional.empty(), OptionalDouble.empty(),
                Optional.empty()).in(session.volume().geometry());
        return about.map(segment -> place.about(segment.id(), segment.name())).orElse(place);
    }

    private static VoxelBox around(VoxelBox box) {
        int longest = Math.max(box.width(), Math.max(box.height(), box.depth()));
        return box.grow(Math.max(AROUND, longest / 2));
    }

    /** What came of an answer; empty while there is none. */
    Optional<String> outcome() {
        return outcome;
    }

    void answered(String what) {
        outcome = Optional.of(what);
    }

    /** Whether an answer is on its way. */
    boolean isBusy() {
        return busy;
    }

    void busy(boolean now) {
        busy = now;
    }

    /** What was typed and not sent yet. */
    String draft() {
        return draft;
    }

    void draft(String text) {
        draft = text;
    }
}
