package org.morphodepot.volume.zarr.ngff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.morphodepot.volume.Channel;
import org.morphodepot.volume.DisplayRange;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.zarr.metadata.Json;

/**
 * The {@code omero} metadata of an image: names, colours and windows of channels. They only help to show it, so what makes no
 * sense counts as not there.
 */
final class OmeroChannels {

    /** More are not looked at. */
    private static final int MOST = 4096;
    private static final int LONGEST_NAME = 80;

    private OmeroChannels() {
    }

    static List<Channel> of(Json ome) {
        List<Channel> channels = new ArrayList<>();
        Optional<Json> list = ome.find("omero").flatMap(o -> o.find("channels")).filter(Json::isArray);
        try {
            List<Json> items = list.isPresent() ? list.get().items() : List.of();
            for (Json item : items.subList(0, Math.min(MOST, items.size()))) {
                channels.add(new Channel(name(item), color(item), window(item)));
            }
        } catch (VolumeException e) {
            return List.copyOf(channels);
        }
        return List.copyOf(channels);
    }

    private static String name(Json channel) {
        String name = text(channel, "label").strip().replaceAll("\\p{Cntrl}", " ");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static OptionalInt color(Json channel) {
        String hex = text(channel, "color");
        return hex.matches("#?[0-9a-fA-F]{6}") ? OptionalInt.of(Integer.parseInt(hex.substring(hex.length() - 6), 16))
                : OptionalInt.empty();
    }

    private static String text(Json json, String key) {
        try {
            Optional<Json> member = json.isObject() ? json.find(key).filter(Json::isText) : Optional.empty();
            return member.isPresent() ? member.get().text() : "";
        } catch (VolumeException e) {
            return "";
        }
    }

    private static Optional<DisplayRange> window(Json channel) {
        try {
            Optional<Json> window = channel.isObject() ? channel.find("window").filter(Json::isObject) : Optional.empty();
            if (window.isEmpty()) {
                return Optional.empty();
            }
            double low = bound(window.get(), "start", "min");
            double high = bound(window.get(), "end", "max");
            return low < high && Double.isFinite(high - low) ? Optional.of(new DisplayRange(low, high)) : Optional.empty();
        } catch (VolumeException e) {
            return Optional.empty();
        }
    }

    private static double bound(Json window, String key, String other) throws VolumeException {
        return window.find(key).isPresent() ? window.get(key).number() : window.get(other).number();
    }
}
