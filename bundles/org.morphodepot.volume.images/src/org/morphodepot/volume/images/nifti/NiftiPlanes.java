package org.morphodepot.volume.images.nifti;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.Voxels;
import org.morphodepot.volume.images.plane.Faults;
import org.morphodepot.volume.images.plane.Planes;
import org.morphodepot.volume.images.plane.Samples;

/** The slices of a NIfTI file; of several times the first. */
record NiftiPlanes(NiftiHeader header, NiftiValues values, Faults faults) implements Planes {

    static NiftiPlanes of(NiftiHeader header, NiftiValues values, Faults faults) throws VolumeException {
        long plane = (long) header.size().x() * header.size().y() * header.scalar().bytes();
        if (plane > Integer.MAX_VALUE - 8) {
            throw faults.tooLarge("a single slice does not fit into memory");
        }
        return new NiftiPlanes(header, values, faults);
    }

    @Override
    public VoxelSize size() {
        return header.size();
    }

    @Override
    public VoxelType type() {
        return header.scalar().shownAs(header.slope() != 0);
    }

    @Override
    public String codec() {
        return values.codec();
    }

    @Override
    public byte[] read(int z) throws IOException {
        int count = size().x() * size().y();
        byte[] stored = new byte[count * header.scalar().bytes()];
        return faults.guarding(() -> {
            values.read(header.offset() + (long) z * stored.length, stored);
            if (header.scalar() == NiftiScalar.RGB24) {
                return brightness(stored, count);
            }
            if (header.order() == ByteOrder.BIG_ENDIAN) {
                Samples.swap(stored, header.scalar().bytes());
            }
            return header.slope() == 0 ? stored : scaled(stored);
        });
    }

    private static byte[] brightness(byte[] colors, int count) {
        byte[] grey = new byte[count];
        for (int i = 0; i < count; i++) {
            grey[i] = (byte) ((299 * (colors[3 * i] & 0xff) + 587 * (colors[3 * i + 1] & 0xff)
                    + 114 * (colors[3 * i + 2] & 0xff) + 500) / 1000);
        }
        return grey;
    }

    private byte[] scaled(byte[] stored) {
        Voxels voxels = new Voxels(header.scalar().type(), new VoxelSize(size().x(), size().y(), 1), stored);
        int count = size().x() * size().y();
        ByteBuffer out = ByteBuffer.allocate(count * type().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            double value = header.slope() * voxels.value(i) + header.intercept();
            if (type() == VoxelType.FLOAT64) {
                out.putDouble(value);
            } else {
                out.putFloat((float) value);
            }
        }
        return out.array();
    }

    @Override
    public void close() throws IOException {
        values.close();
    }
}
