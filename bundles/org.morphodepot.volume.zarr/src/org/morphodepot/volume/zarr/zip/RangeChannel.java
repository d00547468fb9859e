package org.morphodepot.volume.zarr.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.Map;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.spi.Store;

/** A file of a store as a channel; reads pages and keeps a few of them. One thread at a time. */
final class RangeChannel implements SeekableByteChannel {

    private static final int PAGE = 256 << 10;
    private static final int PAGES = 16;

    private final Store store;
    private final String key;
    private final long size;
    private final Map<Long, byte[]> pages = new LinkedHashMap<>(PAGES, 0.75f, true);
    private long position;

    RangeChannel(Store store, String key, long size) {
        this.store = store;
        this.key = key;
        this.size = size;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (position >= size) {
            return -1;
        }
        int done = 0;
        while (into.hasRemaining() && position < size) {
            byte[] page = page(position / PAGE);
            int from = (int) (position % PAGE);
            int count = Math.min(into.remaining(), page.length - from);
            into.put(page, from, count);
            position += count;
            done += count;
        }
        return done;
    }

    private byte[] page(long number) throws IOException {
        byte[] known = pages.get(number);
        if (known != null) {
            return known;
        }
        int length = (int) Math.min(PAGE, size - number * PAGE);
        byte[] page = store.read(key, number * PAGE, length).orElse(new byte[0]);
        if (page.length != length) {
            throw new VolumeException(Kind.MALFORMED, store.root() + "/" + key + " became shorter while it was read");
        }
        pages.put(number, page);
        if (pages.size() > PAGES) {
            pages.remove(pages.keySet().iterator().next());
        }
        return page;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        if (newPosition < 0) {
            throw new IOException("a place before the file");
        }
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        pages.clear();
    }
}
