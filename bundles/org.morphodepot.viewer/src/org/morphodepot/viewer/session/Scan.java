package org.morphodepot.viewer.session;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import org.morphodepot.viewer.SliceScene;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Channel;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VoxelSize;

/**
 * An opened scan.
 *
 * @param address what the user opened; the segmentation's address when {@code blank}
 * @param info what the file says about itself
 * @param volume the voxels; closing it closes the data set
 * @param blank there is no scan, only an empty volume for a segmentation opened alone
 * @param source what the volume is read from, when it has other channels or times
 * @param places index per axis that is not in space, such as {@code c} 1; 0 for axes not named
 */
public record Scan(Address address, DatasetInfo info, Volume volume, boolean blank, Optional<Dataset> source,
        Map<String, Integer> places) {

    public Scan {
        places = Map.copyOf(places);
    }

    /** The only one there is. */
    public Scan(Address address, DatasetInfo info, Volume volume, boolean blank) {
        this(address, info, volume, blank, Optional.empty(), Map.of());
    }

    /** The first channel and time of a file, or those asked for where it has them. */
    static Scan of(Address address, Dataset dataset, Map<String, Integer> wanted) throws IOException {
        Map<String, Integer> places = there(dataset.info(), wanted);
        return new Scan(address, dataset.info(), dataset.volume(places), false, Optional.of(dataset), places);
    }

    private static Map<String, Integer> there(DatasetInfo info, Map<String, Integer> wanted) {
        Map<String, Integer> places = new TreeMap<>();
        for (DatasetInfo.Choice choice : info.choices()) {
            int place = wanted.getOrDefault(choice.name(), 0);
            places.put(choice.name(), place >= 0 && place < choice.count() ? place : 0);
        }
        return places;
    }

    /** The places asked for that there are. */
    Map<String, Integer> there(Map<String, Integer> wanted) {
        return source.isPresent() ? there(info, wanted) : places;
    }

    /** The same scan at other places. */
    Scan at(Map<String, Integer> wanted) throws IOException {
        return source.isPresent() ? of(address, source.get(), wanted) : this;
    }

    /** What may be chosen; empty when there is one channel and one time. */
    public List<DatasetInfo.Choice> choices() {
        return source.isPresent() ? info.choices() : List.of();
    }

    /** What the file says about its channels, perhaps nothing. */
    public List<Channel> channels() {
        return source.map(Dataset::channels).orElse(List.of());
    }

    /** The colour of the channel shown; empty where there are no channels, or none that is more than grey. */
    public OptionalInt rgb() {
        boolean several = choices().stream().anyMatch(DatasetInfo.Choice::isChannel);
        int channel = channel();
        OptionalInt rgb = several && channel < channels().size() ? channels().get(channel).rgb() : OptionalInt.empty();
        boolean colour = rgb.isPresent() && rgb.getAsInt() != 0 && rgb.getAsInt() != SliceScene.WHITE;
        return colour ? rgb : OptionalInt.empty();
    }

    /** The name of the channel shown and its number, such as {@code GFP (2 of 3)}; empty where there is one channel. */
    public Optional<String> channelName() {
        int channel = channel();
        String name = channel < channels().size() ? channels().get(channel).name() : "";
        return choices().stream().filter(DatasetInfo.Choice::isChannel).findFirst().map(choice -> {
            String number = channel + 1 + " of " + choice.count();
            return name.isBlank() ? number : name + " (" + number + ")";
        });
    }

    /** The channel shown. */
    int channel() {
        return choices().stream().filter(DatasetInfo.Choice::isChannel).findFirst()
                .map(choice -> places.getOrDefault(choice.name(), 0)).orElse(0);
    }

    /** Voxels of level 0. */
    public VoxelSize size() {
        return volume.levels().getFirst().size();
    }
}
