package org.morphodepot.volume;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file says about itself, for any number of axes, fastest axis first.
 *
 * @param format {@code ome-zarr}, {@code zarr}, {@code nrrd}, …
 * @param type name of the scalar type; usually a {@link VoxelType#id()}, else the file's own word
 * @param size values per axis of level 0
 * @param geometry of the three spatial axes, when there are three
 * @param space the file's word for its coordinate system, such as {@code left-posterior-superior}; empty when it has none
 * @param axes axis names fastest first, such as {@code x y z c t}; empty when unknown
 * @param levels finest first
 * @param fields header in file order (NRRD: the first is the first line, without a value), else what other formats tell
 */
public record DatasetInfo(String format, String type, List<Long> size, Optional<Geometry> geometry, String space,
        List<String> axes, List<LevelInfo> levels, List<HeaderField> fields) {

    /**
     * An axis on which one place is shown at a time, such as channel or time.
     *
     * @param name as in {@link DatasetInfo#axes}
     * @param count number of places, at least 2
     */
    public record Choice(String name, long count) {

        /** Whether it goes through the channels of a {@link Dataset}. */
        public boolean isChannel() {
            return name.equalsIgnoreCase("c") || name.equalsIgnoreCase("channel");
        }

        /** Whether it goes through time. */
        public boolean isTime() {
            return name.equalsIgnoreCase("t") || name.equalsIgnoreCase("time");
        }
    }

    /** What a user may choose; empty when there is one scan. The values go to {@link Dataset#volume(java.util.Map)}. */
    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < Math.min(axes.size(), size.size()); i++) {
            if (!axes.get(i).matches("(?i)[xyz]?") && size.get(i) > 1) {
                choices.add(new Choice(axes.get(i), size.get(i)));
            }
        }
        return List.copyOf(choices);
    }
}
