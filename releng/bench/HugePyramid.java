import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.cache.ChunkCache;
import org.morphodepot.volume.cache.ChunkState;
import org.morphodepot.volume.spi.Store;
import org.morphodepot.volume.spi.StoreProvider;

/**
 * Opens an OME-Zarr pyramid that a store makes up while it is read, and travels through it: {@code HugePyramid SIDE TRAVELS}.
 * Run it with the heap that must do. Prints the time to open, to the first slices, per place, and the heap in use.
 */
public final class HugePyramid {

    private static final int CHUNK = 64;

    public static void main(String[] arguments) throws Exception {
        long side = Long.parseLong(arguments[0]);
        int travels = Integer.parseInt(arguments[1]);
        Volumes volumes = Volumes.fromClassPath();
        volumes.addStore(new Provider(side));
        long start = System.nanoTime();
        try (Dataset dataset = volumes.open(Address.of("made:/huge.zarr")); Volume volume = dataset.volume();
                ChunkCache cache = new ChunkCache(Runtime.getRuntime().maxMemory() / 2)) {
            System.out.printf("%d^3 voxels, %.2f TB, %d levels; open %.3f s%n", side, 2e-12 * side * side * side,
                    volume.levels().size(), since(start));
            Random random = new Random(1);
            double longest = 0;
            double sum = 0;
            long used = 0;
            for (int i = 0; i <= travels; i++) {
                long at = System.nanoTime();
                int level = i == 0 ? Math.max(0, volume.levels().size() - 4) : random.nextInt(3);
                show(cache, volume, volume.levels().get(level), random);
                sum += since(at);
                longest = Math.max(longest, since(at));
                used = Math.max(used, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
                if (i == 0) {
                    System.out.printf("first slices %.3f s%n", since(start));
                }
            }
            System.out.printf("%d places: mean %.3f s, longest %.3f s; heap in use at most %d of %d MB%n", travels,
                    sum / (travels + 1), longest, used >> 20, Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Waits for three windows of about 800 x 600 voxels around a place. */
    private static void show(ChunkCache cache, Volume volume, Level level, Random random) throws InterruptedException {
        int[] middle = {random.nextInt(level.chunks(0)), random.nextInt(level.chunks(1)), random.nextInt(level.chunks(2))};
        List<ChunkKey> keys = new ArrayList<>();
        for (int axis = 0; axis < 3; axis++) {
            for (int a = -6; a <= 6; a++) {
                for (int b = -5; b <= 5; b++) {
                    int[] at = middle.clone();
                    at[(axis + 1) % 3] += a;
                    at[(axis + 2) % 3] += b;
                    if (at[0] >= 0 && at[1] >= 0 && at[2] >= 0 && at[0] < level.chunks(0) && at[1] < level.chunks(1)
                            && at[2] < level.chunks(2)) {
                        keys.add(new ChunkKey(level.index(), at[0], at[1], at[2]));
                    }
                }
            }
        }
        Semaphore arrived = new Semaphore(0);
        java.util.function.Consumer<ChunkCache.Loaded> listener = _ -> arrived.release();
        cache.addListener(listener);
        cache.want(HugePyramid.class, volume, keys.stream().distinct().toList());
        while (keys.stream().anyMatch(key -> !(cache.peek(volume, key) instanceof ChunkState.Ready))) {
            arrived.acquire();
            arrived.drainPermits();
        }
        cache.removeListener(listener);
    }

    /** Stores of one pyramid. */
    private record Provider(long side) implements StoreProvider {

        @Override
        public boolean serves(Address address) {
            return address.uri().getScheme().equals("made");
        }

        @Override
        public Store open(Address address) {
            return new Made(address, side);
        }
    }

    /** Metadata and chunks out of nothing. */
    private record Made(Address root, long side) implements Store {

        private int levels() {
            int levels = 1;
            for (long n = side; n > 128; n = (n + 1) / 2) {
                levels++;
            }
            return levels;
        }

        @Override
        public Optional<byte[]> read(String key) {
            if (key.equals(".zattrs")) {
                StringBuilder datasets = new StringBuilder();
                for (int i = 0; i < levels(); i++) {
                    datasets.append(i == 0 ? "" : ",").append("{'path':'").append(i).append(
                            "','coordinateTransformations':[{'type':'scale','scale':[").append(1L << i).append(',')
                            .append(1L << i).append(',').append(1L << i).append("]}]}");
                }
                return json("{'multiscales':[{'version':'0.4','axes':[{'name':'z','type':'space'},{'name':'y','type':'space'},"
                        + "{'name':'x','type':'space'}],'datasets':[" + datasets + "]}]}");
            }
            if (key.matches("\\d+/\\.zarray")) {
                long n = side;
                for (int i = Integer.parseInt(key.substring(0, key.indexOf('/'))); i > 0; i--) {
                    n = (n + 1) / 2;
                }
                return json("{'zarr_format':2,'shape':[" + n + "," + n + "," + n + "],'chunks':[64,64,64],'dtype':'<u2',"
                        + "'compressor':null,'fill_value':0,'filters':null,'order':'C','dimension_separator':'/'}");
            }
            if (!key.matches("\\d+/\\d+/\\d+/\\d+")) {
                return Optional.empty();
            }
            byte[] chunk = new byte[2 * CHUNK * CHUNK * CHUNK];
            Arrays.fill(chunk, (byte) key.hashCode());
            return Optional.of(chunk);
        }

        private static Optional<byte[]> json(String text) {
            return Optional.of(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Optional<byte[]> read(String key, long offset, int length) {
            return read(key).map(bytes -> Arrays.copyOfRange(bytes, (int) Math.min(offset, bytes.length),
                    (int) Math.min(bytes.length, offset + length)));
        }

        @Override
        public Optional<byte[]> readTail(String key, int length) {
            return read(key).map(bytes -> Arrays.copyOfRange(bytes, Math.max(0, bytes.length - length), bytes.length));
        }

        @Override
        public Optional<Long> size(String key) {
            return read(key).map(bytes -> (long) bytes.length);
        }

        @Override
        public Optional<List<String>> list(String prefix) {
            return Optional.empty();
        }

        @Override
        public void write(String key, byte[] bytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
