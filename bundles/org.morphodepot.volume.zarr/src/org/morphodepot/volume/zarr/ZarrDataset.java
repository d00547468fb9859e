package org.morphodepot.volume.zarr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.morphodepot.volume.Channel;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.zarr.array.ArrayValues;
import org.morphodepot.volume.zarr.array.ZarrArray;

/** An opened image or array; owns its store. */
public final class ZarrDataset implements Dataset {

    private final Store store;
    private final ZarrImage image;
    private final DatasetInfo info;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** The data set of an image in {@code store}, which it closes. */
    public ZarrDataset(Store store, ZarrImage image) {
        this.store = store;
        this.image = image;
        this.info = image.info();
    }

    @Override
    public DatasetInfo info() {
        return info;
    }

    /** Whether the file says that its values are labels. */
    boolean isLabel() {
        return image.isLabel();
    }

    @Override
    public List<Channel> channels() {
        return image.channels();
    }

    @Override
    public Volume volume() throws IOException {
        return volume(Map.of());
    }

    @Override
    public Volume volume(Map<String, Integer> places) throws IOException {
        long[] index = new long[image.arrays().getFirst().rank()];
        for (Map.Entry<String, Integer> entry : places.entrySet()) {
            int axis = image.axisNames().indexOf(entry.getKey());
            boolean inside = axis >= 0 && entry.getValue() >= 0
                    && entry.getValue() < image.arrays().getFirst().shape()[axis];
            if (!inside) {
                throw new VolumeException(Kind.NOT_FOUND,
                        store.root() + " has no " + entry.getKey() + " " + entry.getValue());
            }
            index[axis] = entry.getValue();
        }
        return new ZarrVolume(this, store.root().name(), image, levels(), index);
    }

    private List<ZarrArray> levels() throws VolumeException {
        List<ZarrArray> levels = new ArrayList<>();
        for (int i = 0; i < image.arrays().size(); i++) {
            levels.add(level(i));
        }
        return levels;
    }

    private ZarrArray level(int index) throws VolumeException {
        return new ZarrArray(store, image.paths().get(index), image.arrays().get(index));
    }

    @Override
    public void values(ValueSink sink, Progress progress) throws IOException {
        new ArrayValues(level(0), ArrayValues.usualMemory()).stream(sink, progress);
    }

    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            store.close();
        }
    }
}
