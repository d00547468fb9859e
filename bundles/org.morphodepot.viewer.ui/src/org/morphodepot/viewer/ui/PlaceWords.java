package org.morphodepot.viewer.ui;

import java.util.List;

import org.morphodepot.volume.Channel;
import org.morphodepot.volume.DatasetInfo.Choice;

/** What channels and times are called. */
final class PlaceWords {

    private PlaceWords() {
    }

    static String name(Choice choice) {
        return choice.isChannel() ? "Channel" : choice.isTime() ? "Time" : "Axis " + choice.name();
    }

    /** {@code 2 · GFP}, or {@code 2 of 3} when the file has no name for it. */
    static String place(Choice choice, List<Channel> channels, int place) {
        String name = place < channels.size() ? channels.get(place).name() : "";
        return name.isEmpty() ? place + 1 + " of " + choice.count() : place + 1 + " · " + name;
    }

    static String toolTip(Choice choice) {
        String what = choice.isChannel() ? "The channel that is shown; segments belong to all channels\nAlt+Up, Alt+Down"
                : choice.isTime() ? "The time that is shown; segments belong to all times\nAlt+Left, Alt+Right"
                : "The place on this axis that is shown; segments belong to all of them";
        return what;
    }
}
