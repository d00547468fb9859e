package org.morphodepot.volume.images.tiff;

import java.util.Map;
import java.util.OptionalDouble;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.images.plane.Faults;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;

/**
 * What a page of a TIFF file says about itself.
 *
 * @param index among all pages of the file
 * @param bits of one value
 * @param sampleFormat 1 unsigned, 2 signed, 3 real
 * @param start byte where the first strip begins; -1 for tiles
 */
record Page(int index, long width, long height, int bits, int sampleFormat, int samples, int photometric, int compression,
        boolean reduced, long start, String description, OptionalDouble xResolution, OptionalDouble yResolution) {

    private static final int RGB = 2;
    private static final Map<Integer, String> CODECS = Map.of(1, "raw", 2, "ccitt", 3, "ccitt", 4, "ccitt", 5, "lzw", 7, "jpeg",
            8, "deflate", 32946, "deflate", 32773, "packbits");

    static Page of(int index, Directory tags) {
        Tags in = new Tags(tags);
        return new Page(index, in.number(TIFF.TAG_IMAGE_WIDTH, 0), in.number(TIFF.TAG_IMAGE_HEIGHT, 0),
                (int) in.number(TIFF.TAG_BITS_PER_SAMPLE, 1), (int) in.number(TIFF.TAG_SAMPLE_FORMAT, 1),
                (int) in.number(TIFF.TAG_SAMPLES_PER_PIXEL, 1), (int) in.number(TIFF.TAG_PHOTOMETRIC_INTERPRETATION, 1),
                (int) in.number(TIFF.TAG_COMPRESSION, 1), (in.number(TIFF.TAG_SUBFILE_TYPE, 0) & 1) != 0,
                in.number(TIFF.TAG_STRIP_OFFSETS, -1), in.text(TIFF.TAG_IMAGE_DESCRIPTION), in.real(TIFF.TAG_X_RESOLUTION),
                in.real(TIFF.TAG_Y_RESOLUTION));
    }

    /** Whether both can be slices of one scan. */
    boolean isLike(Page other) {
        return width == other.width && height == other.height && bits == other.bits && sampleFormat == other.sampleFormat
                && samples == other.samples && reduced == other.reduced;
    }

    boolean isColor() {
        return photometric == RGB && samples >= 3;
    }

    String codec(Faults faults) throws VolumeException {
        String codec = CODECS.get(compression);
        if (codec == null) {
            throw faults.unsupported("its compression (TIFF code " + compression + ") is not read; save it uncompressed, or with"
                    + " LZW or Deflate");
        }
        return codec;
    }

    /** The type of its values as we give them out: half precision is widened. */
    VoxelType type(Faults faults) throws VolumeException {
        boolean signed = sampleFormat == 2;
        if (sampleFormat == 3) {
            return switch (bits) {
                case 16, 32 -> VoxelType.FLOAT32;
                case 64 -> VoxelType.FLOAT64;
                default -> throw unread(faults);
            };
        }
        return switch (bits) {
            case 1, 2, 4 -> VoxelType.UINT8;
            case 8 -> signed ? VoxelType.INT8 : VoxelType.UINT8;
            case 10, 12, 14, 16 -> signed ? VoxelType.INT16 : VoxelType.UINT16;
            case 32 -> signed ? VoxelType.INT32 : VoxelType.UINT32;
            default -> throw unread(faults);
        };
    }

    private VolumeException unread(Faults faults) {
        return faults.unsupported(
                "its values have " + bits + " bits, which is not read; 8, 16 and 32 bits and real numbers are");
    }

    /** Tags of a page by their numbers. */
    private record Tags(Directory directory) {

        private Object value(int tag) {
            Entry entry = directory.getEntryById(tag);
            return entry == null ? null : entry.getValue();
        }

        /** The first number of a tag. */
        long number(int tag, long otherwise) {
            return switch (value(tag)) {
                case Number number -> number.longValue();
                case short[] shorts when shorts.length > 0 -> shorts[0];
                case int[] ints when ints.length > 0 -> ints[0];
                case long[] longs when longs.length > 0 -> longs[0];
                case null, default -> otherwise;
            };
        }

        String text(int tag) {
            return switch (value(tag)) {
                case String text -> text;
                case String[] texts when texts.length > 0 -> texts[0];
                case null, default -> "";
            };
        }

        OptionalDouble real(int tag) {
            return value(tag) instanceof Number number ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
        }
    }
}
