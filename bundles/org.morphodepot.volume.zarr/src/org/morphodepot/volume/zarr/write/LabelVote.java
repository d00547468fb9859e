package org.morphodepot.volume.zarr.write;

import org.morphodepot.volume.VoxelType;

/**
 * The most frequent label, for label maps: no label is made up between two others. Background (0) only wins when less
 * than a quarter of the voxels are labelled, so that structures one voxel thin stay visible; on a tie the smaller label
 * wins.
 */
public final class LabelVote implements Reduction {

    @Override
    public String name() {
        return "mode";
    }

    @Override
    public byte[] reduce(VoxelType type, byte[] values, int[] count, int[] factor) {
        int[] reduced = Reduction.reduced(count, factor);
        byte[] out = new byte[reduced[0] * reduced[1] * reduced[2] * type.bytes()];
        long[][] rows = new long[4][count[2]];
        long[] row = new long[reduced[2]];
        int to = 0;
        for (int z = 0; z < count[0]; z += factor[0]) {
            for (int y = 0; y < count[1]; y += factor[1]) {
                int n = 0;
                for (int sz = z; sz < Math.min(count[0], z + factor[0]); sz++) {
                    for (int sy = y; sy < Math.min(count[1], y + factor[1]); sy++) {
                        Rows.read(type, values, (sz * count[1] + sy) * count[2] * type.bytes(), rows[n++], count[2]);
                    }
                }
                for (int x = 0; x < row.length; x++) {
                    row[x] = winner(rows, n, x * factor[2], Math.min(count[2], (x + 1) * factor[2]));
                }
                Rows.write(type, row, out, to, row.length);
                to += row.length * type.bytes();
            }
        }
        return out;
    }

    private static long winner(long[][] rows, int n, int x0, int x1) {
        long first = rows[0][x0];
        long winner = 0;
        int most = 0;
        int labelled = 0;
        boolean uniform = true;
        for (int r = 0; r < n; r++) {
            for (int x = x0; x < x1; x++) {
                uniform &= rows[r][x] == first;
                labelled += rows[r][x] == 0 ? 0 : 1;
            }
        }
        if (uniform || 4 * labelled < n * (x1 - x0)) {
            return uniform ? first : 0;
        }
        for (int r = 0; r < n; r++) {
            for (int x = x0; x < x1; x++) {
                int votes = rows[r][x] == 0 ? 0 : votes(rows, n, x0, x1, rows[r][x]);
                if (votes > most || votes == most && votes > 0 && Long.compareUnsigned(rows[r][x], winner) < 0) {
                    most = votes;
                    winner = rows[r][x];
                }
            }
        }
        return winner;
    }

    private static int votes(long[][] rows, int n, int x0, int x1, long label) {
        int votes = 0;
        for (int r = 0; r < n; r++) {
            for (int x = x0; x < x1; x++) {
                votes += rows[r][x] == label ? 1 : 0;
            }
        }
        return votes;
    }
}
