package org.morphodepot.volume.zarr;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volume;

/** SHA-256 of values as little-endian bytes, fastest axis first. */
final class Digest {

    private Digest() {
    }

    static String of(Dataset dataset) throws IOException {
        MessageDigest digest = sha256();
        dataset.values(digest::update, Progress.NONE);
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** Of level 0, put together from its chunks. */
    static String ofChunks(Volume volume) throws IOException {
        return of(levelBytes(volume, volume.levels().getFirst()));
    }

    /** All values of a level. */
    static byte[] levelBytes(Volume volume, Level level) throws IOException {
        int size = volume.type().bytes();
        byte[] all = new byte[Math.toIntExact(level.size().voxels() * size)];
        for (int z = 0; z < level.chunks(2); z++) {
            for (int y = 0; y < level.chunks(1); y++) {
                for (int x = 0; x < level.chunks(0); x++) {
                    copy(volume.read(new ChunkKey(level.index(), x, y, z)), level, size, all);
                }
            }
        }
        return all;
    }

    private static void copy(Chunk chunk, Level level, int size, byte[] all) {
        byte[] bytes = chunk.voxels().bytes();
        int row = chunk.box().width() * size;
        int from = 0;
        for (int z = chunk.box().z0(); z < chunk.box().z1(); z++) {
            for (int y = chunk.box().y0(); y < chunk.box().y1(); y++) {
                int to = ((z * level.size().y() + y) * level.size().x() + chunk.box().x0()) * size;
                System.arraycopy(bytes, from, all, to, row);
                from += row;
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
