package org.morphodepot.volume.nrrd;

import java.io.IOException;
import java.util.List;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.nrrd.data.RawValues;
import org.morphodepot.volume.nrrd.file.Faults;
import org.morphodepot.volume.nrrd.header.NrrdHeader;

/**
 * Where the voxels of the three-axis view are among the values of the file. Axes that are not spatial are held at 0:
 * the first component, layer or time.
 *
 * @param size voxels along x, y, z; 1 for axes the file lacks
 * @param strides values from one voxel to the next along x, y, z
 * @param bytes of one value
 */
record ArrayLayout(VoxelSize size, long[] strides, int bytes) {

    /** Longest stretch read in one go when voxels are not next to each other in the file. */
    private static final int LONGEST_RUN = 4 << 20;

    static ArrayLayout of(NrrdHeader header, Faults faults) throws VolumeException {
        int[] sides = {1, 1, 1};
        long[] strides = {header.values(), header.values(), header.values()};
        List<Integer> spatial = header.axes().spatial();
        for (int i = 0; i < spatial.size(); i++) {
            long size = header.sizes().get(spatial.get(i));
            if (size > Integer.MAX_VALUE) {
                throw faults.tooLarge("it has " + size + " voxels along one axis; the most that can be shown is"
                        + " 2147483647");
            }
            sides[i] = (int) size;
            strides[i] = header.sizes().subList(0, spatial.get(i)).stream().reduce(1L, (a, b) -> a * b);
        }
        return new ArrayLayout(new VoxelSize(sides[0], sides[1], sides[2]), strides, header.type().bytes());
    }

    /** A chunk of full rows, then full slices, that spans at most about {@code most} bytes of the file. */
    VoxelSize contiguousChunk(long most) {
        int[] side = {1, 1, 1};
        for (int axis = 0; axis < 3; axis++) {
            side[axis] = (int) Math.max(1, Math.min(size.get(axis), most / bytes / strides[axis]));
            if (side[axis] < size.get(axis)) {
                break;
            }
        }
        return new VoxelSize(side[0], side[1], side[2]);
    }

    /** The values of {@code box} after one read of everything from its first voxel to its last. */
    byte[] readAtOnce(RawValues values, VoxelBox box) throws IOException {
        long start = offset(box.x0(), box.y0(), box.z0());
        long end = offset(box.x1() - 1, box.y1() - 1, box.z1() - 1) + bytes;
        byte[] span = new byte[Math.toIntExact(end - start)];
        values.read(start, span, 0, span.length);
        return read(new Window(span, start, values.isLittleEndian()), box);
    }

    /** The values of {@code box}, x fastest, in the order of bytes that {@code values} has. */
    byte[] read(RawValues values, VoxelBox box) throws IOException {
        byte[] into = new byte[Math.toIntExact(box.voxels() * bytes)];
        boolean fullRows = strides[0] == 1 && box.width() == size.x() && strides[1] == size.x();
        boolean fullSlices = fullRows && box.height() == size.y() && strides[2] == strides[1] * size.y();
        int row = box.width() * bytes;
        if (fullSlices) {
            values.read(offset(0, 0, box.z0()), into, 0, into.length);
            return into;
        }
        int at = 0;
        for (int z = box.z0(); z < box.z1(); z++) {
            if (fullRows) {
                values.read(offset(0, box.y0(), z), into, at, row * box.height());
                at += row * box.height();
                continue;
            }
            for (int y = box.y0(); y < box.y1(); y++) {
                readRow(values, offset(box.x0(), y, z), box.width(), into, at);
                at += row;
            }
        }
        return into;
    }

    private long offset(int x, int y, int z) {
        return (x * strides[0] + y * strides[1] + z * strides[2]) * bytes;
    }

    private void readRow(RawValues values, long offset, int count, byte[] into, int at) throws IOException {
        if (strides[0] == 1) {
            values.read(offset, into, at, count * bytes);
            return;
        }
        long step = strides[0] * bytes;
        int group = (int) Math.max(1, Math.min(count, LONGEST_RUN / step));
        byte[] run = new byte[(int) ((group - 1) * step) + bytes];
        for (int first = 0; first < count; first += group) {
            int n = Math.min(group, count - first);
            values.read(offset + first * step, run, 0, (int) ((n - 1) * step) + bytes);
            for (int i = 0; i < n; i++) {
                System.arraycopy(run, (int) (i * step), into, at + (first + i) * bytes, bytes);
            }
        }
    }

    /** A stretch of the file in memory. */
    private record Window(byte[] span, long start, boolean isLittleEndian) implements RawValues {

        @Override
        public void read(long offset, byte[] into, int at, int length) {
            System.arraycopy(span, (int) (offset - start), into, at, length);
        }

        @Override
        public boolean isLocal() {
            return true;
        }

        @Override
        public void close() {
            // nothing is held open
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArrayLayout l && size.equals(l.size) && bytes == l.bytes
                && java.util.Arrays.equals(strides, l.strides);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(strides) + 31 * size.hashCode() + bytes;
    }
}
