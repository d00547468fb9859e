package org.morphodepot.volume.zarr.ngff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.Channel;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.zarr.metadata.Json;
import org.morphodepot.volume.zarr.metadata.Limits;

/** The {@code multiscales} metadata of a group: one image at several resolutions. */
public final class Multiscale {

    private static final String OLD_AXES = "tczyx";

    private final Json ome;
    private final Json image;
    private final List<Axis> axes;
    private final List<Json> datasets;
    private final List<String> paths = new ArrayList<>();

    private Multiscale(Json ome, Json image) throws VolumeException {
        this.ome = ome;
        this.image = image;
        if (image.find("coordinateSystems").isPresent()) {
            throw image.unsupported("this version of OME-Zarr is newer than 0.5 and not supported");
        }
        axes = readAxes(image);
        datasets = image.get("datasets").items();
        if (datasets.isEmpty()) {
            throw image.get("datasets").wrong("must not be empty");
        }
        if (datasets.size() > Limits.LEVELS) {
            throw new VolumeException(Kind.TOO_LARGE, image.file() + ": it has more than " + Limits.LEVELS + " levels");
        }
        for (Json dataset : datasets) {
            paths.add(path(dataset.get("path")));
        }
    }

    /** The {@code ome} object of version 0.5, else the attributes themselves. */
    public static Json ome(Json attributes) {
        return attributes.find("ome").filter(Json::isObject).orElse(attributes);
    }

    /** The first image of a group with these attributes; empty when the group has none. */
    public static Optional<Multiscale> of(Json attributes) throws VolumeException {
        Json ome = ome(attributes);
        Optional<Json> list = ome.find("multiscales");
        if (list.isEmpty()) {
            return Optional.empty();
        }
        List<Json> images = list.get().items();
        if (images.isEmpty()) {
            throw list.get().wrong("must not be empty");
        }
        return Optional.of(new Multiscale(ome, images.getFirst()));
    }

    private static List<Axis> readAxes(Json image) throws VolumeException {
        List<Axis> axes = new ArrayList<>();
        Optional<Json> list = image.find("axes");
        for (Json axis : list.isPresent() ? list.get().items() : List.<Json>of()) {
            axes.add(axis.isText() ? Axis.named(axis.text())
                    : new Axis(axis.get("name").text(), text(axis, "type"), text(axis, "unit")));
        }
        return axes;
    }

    private static String text(Json json, String key) throws VolumeException {
        Optional<Json> member = json.find(key);
        return member.isPresent() ? member.get().text() : "";
    }

    /** A plain path below the group that a file gives. */
    public static String path(Json json) throws VolumeException {
        List<String> parts = new ArrayList<>();
        for (String part : json.text().split("/")) {
            if (part.equals("..") || part.indexOf('\\') >= 0) {
                throw json.wrong("must stay inside its folder");
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /** Paths of the levels' arrays below the group, finest first. */
    public List<String> paths() {
        return List.copyOf(paths);
    }

    /** The axes of the arrays, slowest first; versions 0.1 and 0.2 mean t, c, z, y, x and have no names for them. */
    public List<Axis> axes(int rank) throws VolumeException {
        if (axes.isEmpty() && rank <= OLD_AXES.length()) {
            return OLD_AXES.substring(OLD_AXES.length() - rank).chars()
                    .mapToObj(c -> Axis.named(String.valueOf((char) c))).toList();
        }
        if (axes.size() != rank) {
            throw image.wrong("has " + axes.size() + " axes, but its arrays have " + rank);
        }
        return List.copyOf(axes);
    }

    /** Where a level lies within the image. */
    Placement placement(int level, int rank) throws VolumeException {
        return Placement.of(datasets.get(level), rank);
    }

    /** Where the image lies in space. */
    Placement placement(int rank) throws VolumeException {
        return Placement.of(image, rank);
    }

    /** What to throw when the metadata is not right. */
    VolumeException wrong(String problem) {
        return new VolumeException(Kind.MALFORMED, image.file() + ": " + problem);
    }

    /** Whether the values are labels, not intensities. */
    public boolean isLabel() {
        return ome.find("image-label").isPresent();
    }

    /** Names and colours of label values, as {@link LabelNames} says; none of an image that is no label. */
    public List<HeaderField> labels() {
        return ome.find("image-label").map(LabelNames::read).orElse(List.of());
    }

    /** What {@code omero} says about the channels. */
    public List<Channel> channels() {
        return OmeroChannels.of(ome);
    }
}
