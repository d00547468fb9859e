package org.morphodepot.volume.zarr.metadata;

import java.util.Optional;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.zarr.blosc.Blosc;
import org.morphodepot.volume.zarr.codec.ByteCodec;
import org.morphodepot.volume.zarr.codec.ByteShuffle;
import org.morphodepot.volume.zarr.codec.Checksum;
import org.morphodepot.volume.zarr.codec.Deflated;
import org.morphodepot.volume.zarr.codec.Delta;
import org.morphodepot.volume.zarr.codec.Elements;
import org.morphodepot.volume.zarr.codec.FixedScaleOffset;
import org.morphodepot.volume.zarr.codec.Gzip;
import org.morphodepot.volume.zarr.codec.Lz4;
import org.morphodepot.volume.zarr.codec.Streamed;
import org.morphodepot.volume.zarr.codec.Unchanged;
import org.morphodepot.volume.zarr.codec.Zstandard;

/**
 * Makes codecs from their names and settings, as numcodecs and the Zarr v3 registry spell them.
 *
 * @param bigEndian byte order of the values that filters see; empty when their own types tell it (Zarr v2)
 */
record ByteCodecs(Optional<Boolean> bigEndian) {

    /** The codec {@code name} with settings that may be an empty object. */
    ByteCodec codec(String name, Json settings) throws VolumeException {
        return switch (name) {
            case "zlib" -> new Deflated();
            case "gzip" -> new Gzip();
            case "zstd" -> new Zstandard();
            case "blosc" -> new Blosc();
            case "lz4" -> new Lz4();
            case "bz2" -> new Streamed("bz2", in -> new BZip2CompressorInputStream(in, true));
            case "crc32", "crc32c", "adler32", "fletcher32" -> checksum(name, settings);
            case "shuffle" -> new ByteShuffle(elementSize(settings));
            case "delta", "fixedscaleoffset", "bitround" -> filter(name, settings);
            default -> throw settings.unsupported("the codec " + name + " is not supported");
        };
    }

    /** Whether the codec works on values, not on bytes. */
    static boolean isFilter(String name) {
        return name.equals("delta") || name.equals("fixedscaleoffset") || name.equals("bitround");
    }

    private static ByteCodec checksum(String name, Json settings) throws VolumeException {
        boolean first = name.equals("crc32") || name.equals("adler32");
        Optional<Json> location = settings.find("location");
        if (location.isPresent()) {
            first = location.get().text().equals("start");
        }
        return new Checksum(Checksum.Kind.valueOf(name.toUpperCase(java.util.Locale.ROOT)), first);
    }

    private static int elementSize(Json settings) throws VolumeException {
        Optional<Json> size = settings.find("elementsize");
        long bytes = size.isPresent() ? size.get().integer() : 4;
        if (bytes < 1 || bytes > 1 << 16) {
            throw settings.wrong("must have an elementsize between 1 and 65536");
        }
        return (int) bytes;
    }

    private ByteCodec filter(String name, Json settings) throws VolumeException {
        if (name.equals("bitround")) {
            return new Unchanged(name);
        }
        Elements decoded = elements(settings.get("dtype"));
        Optional<Json> astype = settings.find("astype");
        Elements stored = astype.isPresent() ? elements(astype.get()) : decoded;
        if (name.equals("delta")) {
            return new Delta(decoded, stored);
        }
        double scale = settings.get("scale").number();
        double offset = settings.get("offset").number();
        if (scale == 0 || !Double.isFinite(scale) || !Double.isFinite(offset)) {
            throw settings.wrong("must have a finite offset and a scale other than 0");
        }
        return new FixedScaleOffset(decoded, stored, scale, offset);
    }

    private Elements elements(Json dtype) throws VolumeException {
        ElementType type = ElementType.ofNumpy(dtype);
        if (type.voxel().isEmpty()) {
            throw dtype.unsupported("filters on values of type " + type.word() + " are not supported");
        }
        return type.elements(bigEndian.orElse(type.bigEndian()));
    }
}
