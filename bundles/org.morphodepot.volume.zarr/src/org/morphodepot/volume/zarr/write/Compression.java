package org.morphodepot.volume.zarr.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.zarr.blosc.BloscWriter;
import org.morphodepot.volume.zarr.codec.Bytes;
import org.morphodepot.volume.zarr.codec.LittleEndian;
import org.morphodepot.volume.zarr.codec.Lz4;

import com.github.luben.zstd.Zstd;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** How to compress chunks, and how the metadata of both Zarr versions says so. Thread-safe. */
public enum Compression {
    NONE, GZIP, ZLIB, ZSTD, LZ4, BLOSC, BLOSC_ZSTD;

    private static final int DEFLATE_LEVEL = 1;
    private static final int ZSTD_LEVEL = 3;

    /** By its name on the command line, such as {@code blosc} (lz4 inside) or {@code blosc-zstd}. */
    public static Compression of(String name) throws VolumeException {
        for (Compression compression : values()) {
            if (compression.id().equals(name.toLowerCase(Locale.ROOT))
                    || compression == BLOSC && name.equals("blosc-lz4")) {
                return compression;
            }
        }
        throw new VolumeException(Kind.UNSUPPORTED, "unknown codec " + name + "; use one of "
                + String.join(", ", Arrays.stream(values()).map(Compression::id).toList()));
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stored form of a chunk of values of {@code size} bytes each. */
    byte[] encode(byte[] values, int size) {
        return switch (this) {
            case NONE -> values;
            case GZIP -> gzip(values);
            case ZLIB -> zlib(values);
            case ZSTD -> Zstd.compress(values, ZSTD_LEVEL);
            case LZ4 -> lz4(values);
            case BLOSC -> blosc(BloscWriter.lz4(size), values);
            case BLOSC_ZSTD -> blosc(BloscWriter.zstd(size, ZSTD_LEVEL), values);
        };
    }

    private static byte[] blosc(BloscWriter writer, byte[] values) {
        try (writer) {
            return writer.encode(Bytes.of(values));
        }
    }

    private static byte[] lz4(byte[] values) {
        byte[] block = Lz4.compressor().compress(values);
        byte[] stored = new byte[4 + block.length];
        LittleEndian.putInt(stored, 0, values.length);
        System.arraycopy(block, 0, stored, 4, block.length);
        return stored;
    }

    private static byte[] gzip(byte[] values) {
        ByteArrayOutputStream stored = new ByteArrayOutputStream(values.length / 2 + 64);
        try (GZIPOutputStream out = new GZIPOutputStream(stored, 1 << 16) {
            {
                def.setLevel(DEFLATE_LEVEL);
            }
        }) {
            out.write(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stored.toByteArray();
    }

    private static byte[] zlib(byte[] values) {
        ByteArrayOutputStream stored = new ByteArrayOutputStream(values.length / 2 + 64);
        try (Deflater deflater = new Deflater(DEFLATE_LEVEL);
                DeflaterOutputStream out = new DeflaterOutputStream(stored, deflater, 1 << 16)) {
            out.write(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stored.toByteArray();
    }

    /** The {@code compressor} of Zarr v2. */
    JsonElement v2() {
        return switch (this) {
            case NONE -> JsonNull.INSTANCE;
            case GZIP, ZLIB -> codec("id", id(), "level", DEFLATE_LEVEL);
            case ZSTD -> codec("id", id(), "level", ZSTD_LEVEL);
            case LZ4 -> codec("id", id(), "acceleration", 1);
            case BLOSC, BLOSC_ZSTD -> {
                JsonObject blosc = codec("id", "blosc", "clevel", this == BLOSC ? 5 : ZSTD_LEVEL);
                blosc.addProperty("cname", this == BLOSC ? "lz4" : "zstd");
                blosc.addProperty("shuffle", 1);
                blosc.addProperty("blocksize", 0);
                yield blosc;
            }
        };
    }

    /** The list of {@code codecs} of Zarr v3 for values of {@code size} bytes. */
    JsonArray v3(int size) {
        JsonArray codecs = new JsonArray();
        JsonObject endian = new JsonObject();
        endian.addProperty("endian", "little");
        codecs.add(named("bytes", endian));
        switch (this) {
            case NONE -> {
                // bytes only
            }
            case GZIP -> codecs.add(named("gzip", codec("level", DEFLATE_LEVEL)));
            case ZLIB -> codecs.add(named("numcodecs.zlib", codec("level", DEFLATE_LEVEL)));
            case LZ4 -> codecs.add(named("numcodecs.lz4", codec("acceleration", 1)));
            case ZSTD -> {
                JsonObject zstd = codec("level", ZSTD_LEVEL);
                zstd.addProperty("checksum", false);
                codecs.add(named("zstd", zstd));
            }
            case BLOSC, BLOSC_ZSTD -> codecs.add(named("blosc", bloscV3(size)));
        }
        return codecs;
    }

    private JsonObject bloscV3(int size) {
        JsonObject blosc = codec("clevel", this == BLOSC ? 5 : ZSTD_LEVEL);
        blosc.addProperty("cname", this == BLOSC ? "lz4" : "zstd");
        blosc.addProperty("shuffle", size > 1 ? "shuffle" : "noshuffle");
        blosc.addProperty("typesize", size);
        blosc.addProperty("blocksize", 0);
        return blosc;
    }

    private static JsonObject codec(Object... members) {
        JsonObject json = new JsonObject();
        for (List<Object> member = List.of(members); !member.isEmpty(); member = member.subList(2, member.size())) {
            String key = (String) member.get(0);
            switch (member.get(1)) {
                case Integer number -> json.addProperty(key, number);
                case Object text -> json.addProperty(key, text.toString());
            }
        }
        return json;
    }

    private static JsonObject named(String name, JsonObject configuration) {
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.add("configuration", configuration);
        return json;
    }
}
