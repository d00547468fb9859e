package org.morphodepot.volume.io;

import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.Deflater;

/**
 * The buffers and compressors of one {@link ParallelGzipOutputStream}, reused. Uniform blocks are compressed once: most
 * of a segmentation is background, and looking costs a hundredth of deflating. Where the values are noise, as in a scan,
 * little is searched for repetitions: zlib's level 6 takes nearly four times as long as its level 3 there and saves nothing.
 */
final class DeflateBlocks {

    private static final int QUICK = 3;

    private final int level;
    private final Queue<DeflateBlock> free = new ConcurrentLinkedQueue<>();
    private final Queue<Deflater> idle = new ConcurrentLinkedQueue<>();
    private final Queue<Deflater> idleQuick = new ConcurrentLinkedQueue<>();
    private final ConcurrentHashMap<Uniform, byte[]> known = new ConcurrentHashMap<>();

    /** What decides the compressed form of a block of one byte value. */
    private record Uniform(byte value, int dictionary, int end, boolean last) {
    }

    DeflateBlocks(int level) {
        this.level = level;
    }

    DeflateBlock first() {
        DeflateBlock block = take();
        block.start();
        return block;
    }

    DeflateBlock after(DeflateBlock before) {
        DeflateBlock block = take();
        block.startAfter(before);
        return block;
    }

    private DeflateBlock take() {
        DeflateBlock block = free.poll();
        return block == null ? new DeflateBlock() : block;
    }

    void recycle(DeflateBlock block) {
        free.add(block);
    }

    /** Compresses; called on the worker threads. */
    DeflateBlock deflate(DeflateBlock block, boolean last) {
        if (!block.isUniform()) {
            compress(block, last);
            return block;
        }
        Uniform key = new Uniform(block.firstByte(), block.dictionary(), block.end(), last);
        byte[] bytes = known.get(key);
        if (bytes == null) {
            compress(block, last);
            known.put(key, block.compressed());
        } else {
            block.takeCompressed(bytes);
        }
        return block;
    }

    private void compress(DeflateBlock block, boolean last) {
        Deflater quick = take(idleQuick, Math.min(QUICK, level));
        try {
            if (block.isNoise(quick)) {
                block.deflate(quick, last);
                return;
            }
        } finally {
            idleQuick.add(quick);
        }
        Deflater thorough = take(idle, level);
        try {
            block.deflate(thorough, last);
        } finally {
            idle.add(thorough);
        }
    }

    private static Deflater take(Queue<Deflater> queue, int level) {
        Deflater deflater = queue.poll();
        return deflater == null ? new Deflater(level, true) : deflater;
    }

    /** Frees native memory; no worker may run any more. */
    void free() {
        idleQuick.forEach(Deflater::end);
        idle.forEach(Deflater::end);
    }
}
