package org.morphodepot.volume.zarr.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.zarr.array.Workers;

/**
 * Collects chunks to shards, one row of shards at a time. A finished row is noted in the journal with a digest of its
 * values; a row that an earlier write has noted, and whose shards are all there and whole, is not written again, but its
 * values are compared by their digest.
 */
final class ShardRows implements ChunkSink {

    private final PyramidPlan plan;
    private final int index;
    private final Destination destination;
    private final WriteJournal journal;
    private final int threads;
    private final int[] perShard = new int[3];
    private final Map<Shard, ShardFile> open = new ConcurrentHashMap<>();
    private final AtomicLong digest = new AtomicLong();
    private Optional<WriteJournal.Row> kept = Optional.empty();
    private long[] leading;
    private int chunkRow;

    /** The place of a shard along z, y, x. */
    private record Shard(int z, int y, int x) {
    }

    ShardRows(PyramidPlan plan, int index, Destination destination, WriteJournal journal, int threads) {
        this.plan = plan;
        this.index = index;
        this.destination = destination;
        this.journal = journal;
        this.threads = threads;
        Arrays.setAll(perShard, i -> level().shard()[i] / level().chunk()[i]);
    }

    private PyramidPlan.Level level() {
        return plan.levels().get(index);
    }

    @Override
    public void begin(long[] lead, int row) throws IOException {
        leading = lead;
        chunkRow = row;
        if (row % perShard[0] == 0) {
            digest.set(0);
            kept = journal.row(name());
            if (kept.isPresent() && !isWhole(kept.get())) {
                kept = Optional.empty();
            }
        }
    }

    /** What the journal calls the current row of shards. */
    private String name() {
        return index + "/" + plan.axes().number(leading) + "/" + chunkRow / perShard[0];
    }

    private boolean isWhole(WriteJournal.Row row) throws IOException {
        List<Shard> shards = new ArrayList<>();
        for (int y = 0; y < across(1); y++) {
            for (int x = 0; x < across(2); x++) {
                shards.add(new Shard(chunkRow / perShard[0], y, x));
            }
        }
        KeptShards found = new KeptShards(destination, ShardFormat.index(chunks()));
        AtomicLong whole = new AtomicLong();
        Workers.run(shards.size(), threads, i -> whole.addAndGet(found.isWhole(key(shards.get(i))) ? 1 : 0));
        return whole.get() == row.shards();
    }

    /** Shards along an axis. */
    private int across(int axis) {
        return (level().size()[axis] - 1) / level().shard()[axis] + 1;
    }

    private int chunks() {
        return perShard[0] * perShard[1] * perShard[2];
    }

    /** The order in which chunks are seen does not matter. */
    @Override
    public boolean sees(int[] chunk, byte[] values) {
        CRC32C sum = new CRC32C();
        sum.update(values);
        long place = ((long) chunk[0] << 42) + ((long) chunk[1] << 21) + chunk[2];
        long mixed = (sum.getValue() + (place << 32 ^ place >>> 32)) * 0x9e3779b97f4a7c15L;
        digest.addAndGet(mixed ^ mixed >>> 29);
        return kept.isEmpty();
    }

    @Override
    public void put(int[] chunk, byte[] stored) throws IOException {
        Shard place = new Shard(chunk[0] / perShard[0], chunk[1] / perShard[1], chunk[2] / perShard[2]);
        int position = (chunk[0] % perShard[0] * perShard[1] + chunk[1] % perShard[1]) * perShard[2]
                + chunk[2] % perShard[2];
        shard(place).put(position, stored);
    }

    private ShardFile shard(Shard place) throws IOException {
        ShardFile shard = open.get(place);
        if (shard != null) {
            return shard;
        }
        ShardFile fresh = new ShardFile(destination.scratch(), chunks());
        ShardFile other = open.putIfAbsent(place, fresh);
        if (other != null) {
            fresh.delete();
        }
        return other == null ? fresh : other;
    }

    @Override
    public void end() throws IOException {
        boolean last = (chunkRow + 1) * level().chunk()[0] >= level().size()[0];
        if (!last && (chunkRow + 1) % perShard[0] != 0) {
            return;
        }
        if (kept.isPresent()) {
            compare(kept.get());
            return;
        }
        List<Shard> shards = List.copyOf(open.keySet());
        Workers.run(shards.size(), threads, i -> {
            destination.adopt(key(shards.get(i)), open.get(shards.get(i)).finish());
            open.remove(shards.get(i));
        });
        journal.add(name(), new WriteJournal.Row(digest.get(), shards.size()));
    }

    private void compare(WriteJournal.Row row) throws VolumeException {
        if (row.digest() != digest.get()) {
            throw new VolumeException(Kind.MALFORMED, "the scan is not the one that was being written before;"
                    + " start again without going on (without --resume)");
        }
    }

    private String key(Shard shard) {
        return index + "/" + plan.keys().key(plan.axes().perAxis(leading, new long[] {shard.z(), shard.y(), shard.x()}));
    }

    @Override
    public void close() throws IOException {
        for (ShardFile shard : open.values()) {
            shard.delete();
        }
        open.clear();
    }
}
