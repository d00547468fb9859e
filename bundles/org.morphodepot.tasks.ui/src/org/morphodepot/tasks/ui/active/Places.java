package org.morphodepot.tasks.ui.active;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.morphodepot.label.Segment;
import org.morphodepot.viewer.session.Look;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.work.Place;

/** Places of comments in the slices: where somebody looks as a place to be told, and the slices at a place. Any thread. */
public final class Places {

    private Places() {
    }

    /** The crosshair, with the zoom of the axial view and the selected structure. */
    public static Place here(Session session) {
        Place place = Place.at(session.view().crosshair()).in(session.volume().geometry());
        OptionalDouble zoom = Look.zoom(session);
        Place seen = zoom.isPresent() ? place.withZoom(zoom.getAsDouble()) : place;
        Optional<Segment> segment = session.labelling().active().flatMap(session.labelling().current()::segment);
        return segment.map(one -> seen.about(one.id(), one.name())).orElse(seen);
    }

    /** All views at a place, its structure selected where it is there. A place outside of the scan is not shown. */
    public static void show(Session session, Place place) {
        Look.at(session, place.box(), place.focus(), place.zoom());
        place.structure().ifPresent(wanted -> session.change(labelling -> labelling.current().segments().stream()
                .filter(segment -> segment.id().equals(wanted.id()) && segment.name().equals(wanted.name())).findFirst()
                .map(Segment::id).ifPresent(labelling::activate)));
    }

    /** For people, such as {@code voxel 12, 6, 40, left eye}; of a box the first and the last voxel. */
    public static String words(Place place) {
        VoxelBox box = place.box();
        boolean one = box.equals(VoxelBox.at(place.focus()));
        String where = (one ? "voxel " : "voxels ") + IntStream.range(0, 3)
                .mapToObj(axis -> box.min(axis) + (one ? "" : "\u2013" + (box.max(axis) - 1))).collect(Collectors.joining(", "));
        return where + place.structure().map(structure -> ", " + structure.name()).orElse("");
    }
}
