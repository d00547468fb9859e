"""read FOLDER: reads the arrays of FOLDER/table.tsv with zarr-python and tensorstore and compares.
write FOLDER: writes arrays of many kinds with zarr-python and their table."""

import csv
import hashlib
import itertools
import json
import pathlib
import sys
import warnings
from importlib.metadata import version

import numcodecs
import numcodecs.zarr3 as numcodecs_v3
import numpy
import tensorstore
import zarr
from zarr.codecs import BloscCodec, BytesCodec, Crc32cCodec, GzipCodec, ShardingCodec, TransposeCodec, ZstdCodec


def sha256(array):
    little = array.astype(array.dtype.newbyteorder("<"), copy=False)
    return hashlib.sha256(numpy.ascontiguousarray(little).tobytes()).hexdigest()


def by_zarr_python(path):
    return zarr.open_array(str(path), mode="r")[...]


def by_tensorstore(path):
    driver = "zarr3" if (path / "zarr.json").exists() else "zarr"
    spec = {"driver": driver, "kvstore": {"driver": "file", "path": str(path) + "/"}}
    return tensorstore.open(spec, open=True, read=True).result().read().result()


# Codecs and types that tensorstore has not, whoever wrote the file.
NOT_IN_TENSORSTORE = ("lz4-v2", "lz4-f8-v2", "lz4-v3", "lz4-f8-v3", "zlib-v3", "zlib-f8-v3", "lz4-sharded-v3",
                      "zlib-sharded-v3")


def read(folder):
    wrong = checked = skipped = 0
    with open(folder / "table.tsv", newline="") as table:
        for name, dtype, shape, expected in csv.reader(table, delimiter="\t"):
            for reader in (by_zarr_python, by_tensorstore):
                if reader is by_tensorstore and name.split(".")[0] in NOT_IN_TENSORSTORE:
                    skipped += 1
                    continue
                try:
                    array = reader(folder / name)
                    found = (array.dtype.name, ",".join(map(str, array.shape)), sha256(array))
                    problem = None if found == (dtype, shape, expected) else "found %s %s %s" % found
                except Exception as e:  # whatever the reader throws is a failure of the file
                    problem = repr(e)[:300]
                checked += 1
                if problem:
                    wrong += 1
                    print("DIFFERENT", reader.__name__, name, problem)
    wrong += metadata(folder)
    print("zarr-python %s and tensorstore %s: %d reads, %d different, %d without a codec in tensorstore"
          % (zarr.__version__, version("tensorstore"), checked, wrong, skipped))
    return wrong == 0


def metadata(folder):
    from ome_zarr_models import open_ome_zarr
    wrong = images = 0
    for image in sorted(folder.glob("*.zarr")):
        try:
            open_ome_zarr(zarr.open_group(str(image), mode="r"))
            images += 1
        except Exception as e:
            wrong += 1
            print("INVALID METADATA", image.name, str(e)[:500])
    print("ome-zarr-models: %d images valid, %d not" % (images, wrong))
    return wrong


def write(folder):
    rows = []
    values = numpy.random.default_rng(5).integers(0, 40, (40, 36, 50)).astype("u2") * 7 + numpy.arange(50, dtype="u2")
    values[:20, :20, :20] = 0

    def add(name, array, data):
        array[...] = data
        stored = zarr.open_array(str(folder / name), mode="r")[...]
        rows.append((name, stored.dtype.name, ",".join(map(str, stored.shape)), sha256(stored)))

    def v3(name, data, chunks, **how):
        how.setdefault("fill_value", 0)
        add(name, zarr.create_array(str(folder / name), shape=data.shape, chunks=chunks, dtype=data.dtype, zarr_format=3,
                                    **how), data)

    def codecs(name, data, chunks, pipeline):
        add(name, zarr.create(store=str(folder / name), shape=data.shape, chunks=chunks, dtype=data.dtype, zarr_format=3,
                              codecs=pipeline, fill_value=0), data)

    def v2(name, data, chunks, **how):
        add(name, zarr.create(store=str(folder / name), shape=data.shape, chunks=chunks, dtype=data.dtype, zarr_format=2,
                              fill_value=0, **how), data)

    for cname, shuffle in itertools.product(("blosclz", "lz4", "lz4hc", "zlib", "zstd"), (0, 1, 2)):
        for dtype in ("u1", "<u2", ">i4", "<f8"):
            v2("blosc-%s-%d-%s" % (cname, shuffle, dtype[-2:]), values.astype(dtype), (17, 16, 20),
               compressor=numcodecs.Blosc(cname, 5, shuffle))
    for codec in (numcodecs.Zlib(3), numcodecs.GZip(3), numcodecs.Zstd(3), numcodecs.BZ2(3), numcodecs.LZ4(), None):
        for order in "CF":
            v2("v2-%s-%s" % (codec.codec_id if codec else "raw", order), values.astype(">u2"), (16, 20, 33),
               compressor=codec, order=order)
    for n, filters in enumerate(([numcodecs.Delta("<i4")], [numcodecs.Delta("<i4", astype="<i2")], [numcodecs.Shuffle(4)],
                                 [numcodecs.Delta("<i4"), numcodecs.Shuffle(4)], [numcodecs.CRC32()], [numcodecs.Adler32()],
                                 [numcodecs.Fletcher32()], [numcodecs.FixedScaleOffset(3, 2, "<i4", "<i4")])):
        v2("v2-filter-%d" % n, values.astype("<i4"), (16, 20, 33), filters=filters, compressor=numcodecs.Zlib(1), order="C")
    floats = values.astype("<f4") / 7
    v2("v2-filter-float", floats, (16, 20, 33), compressor=None, order="F",
       filters=[numcodecs.FixedScaleOffset(100, 10, "<f4", "<i2")])
    v2("v2-bitround", floats, (16, 20, 33), filters=[numcodecs.BitRound(5)], compressor=numcodecs.Zstd(1), order="C")

    for endian in ("little", "big"):
        codecs("v3-" + endian, values.astype("i4"), (16, 20, 33), [BytesCodec(endian=endian), GzipCodec()])
    for order in itertools.permutations(range(3)):
        name = "".join(map(str, order))
        codecs("v3-transpose-" + name, values, (16, 20, 33),
               [TransposeCodec(order=order), BytesCodec(endian="big"), BloscCodec(), Crc32cCodec()])
        # zarr-python wants the inner sides to divide the shard both before and after the transpose
        inner = ShardingCodec(chunk_shape=(4, 2, 8), codecs=[TransposeCodec(order=(1, 2, 0)), BytesCodec(), ZstdCodec()],
                              index_location="start")
        codecs("v3-sharded-transposed-" + name, values, (8, 24, 40), [TransposeCodec(order=order), inner])
        codecs("v3-sharded-transposed-zstd-" + name, values, (8, 24, 40), [TransposeCodec(order=order), inner, ZstdCodec()])
    nested = ShardingCodec(chunk_shape=(4, 12, 10), codecs=[BytesCodec(), Crc32cCodec()])
    codecs("v3-sharded-nested", values, (16, 24, 40), [ShardingCodec(chunk_shape=(8, 12, 20), codecs=[nested])])
    codecs("v3-sharded-nested-gzip", values, (16, 24, 40),
           [ShardingCodec(chunk_shape=(8, 12, 20), codecs=[nested, GzipCodec()], index_location="start"), Crc32cCodec()])
    for dtype in ("bool", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f2", "f4", "f8"):
        v3("v3-sharded-" + dtype, values.astype(dtype), (8, 12, 10), shards=(16, 24, 20))
    for name, codec in (("zlib", numcodecs_v3.Zlib(level=2)), ("bz2", numcodecs_v3.BZ2(level=2)), ("lz4", numcodecs_v3.LZ4()),
                        ("gzip", numcodecs_v3.GZip(level=2)), ("zstd", numcodecs_v3.Zstd(level=2)),
                        ("blosc", numcodecs_v3.Blosc(cname="blosclz")), ("crc32", numcodecs_v3.CRC32()),
                        ("adler32", numcodecs_v3.Adler32()), ("fletcher32", numcodecs_v3.Fletcher32()),
                        ("shuffle", numcodecs_v3.Shuffle(elementsize=2))):
        v3("v3-numcodecs-" + name, values, (16, 20, 33), compressors=[codec])
    v3("v3-numcodecs-delta", values.astype("i4"), (16, 20, 33), filters=[numcodecs_v3.Delta(dtype="<i4")])
    v3("v3-numcodecs-fixedscaleoffset", floats, (16, 20, 33),
       filters=[numcodecs_v3.FixedScaleOffset(offset=100, scale=10, dtype="<f4", astype="<i2")])
    v3("v3-rank0", numpy.array(7, "u2"), ())
    for fill in (0.5, float("nan"), float("inf"), -float("inf")):
        v3("v3-fill-%s" % fill, floats[:0], (16, 20, 33), fill_value=fill)
        array = zarr.create_array(str(folder / ("v3-empty-%s" % fill)), shape=(3, 4, 5), chunks=(2, 2, 2), dtype="f4",
                                  fill_value=fill)
        rows.append((array.store_path.store.root.name, "float32", "3,4,5", sha256(array[...])))
    rows += types_and_orders(folder, values)
    rows += missing_chunks(folder)
    rows += by_tensorstore_written(folder, values)
    rows += n5(folder, values)
    with open(folder / "table.tsv", "w") as table:
        table.writelines("\t".join(row) + "\n" for row in rows)
    print("zarr-python and tensorstore wrote %d arrays" % len(rows))
    return True


def row(folder, name, reader=by_zarr_python):
    """What another reader finds in an array."""
    stored = reader(folder / name)
    return name, stored.dtype.name, ",".join(map(str, stored.shape)), sha256(stored)


def types_and_orders(folder, values):
    """Every core data type of Zarr v2 in both byte orders and orders of axes, with both separators."""
    rows = []
    wide = ("i2", "u2", "i4", "u4", "i8", "u8", "f2", "f4", "f8")
    kinds = ["|b1", "|i1", "|u1"] + [order + kind for order in "<>" for kind in wide]
    for n, kind in enumerate(kinds):
        name = "v2-type-%s-%d" % (kind[1:], n)
        array = zarr.create(store=str(folder / name), shape=values.shape, chunks=(17, 16, 20), dtype=kind, zarr_format=2,
                            fill_value=0, order="CF"[n % 2], dimension_separator="./"[n // 2 % 2],
                            compressor=numcodecs.Zstd(1))
        array[...] = values.astype(kind)
        rows.append(row(folder, name))
    return rows


# The forms of a fill value, as JSON, by data type.
FILLS = {"bool": ["true", "false"], "int8": ["-128"], "uint8": ["255"], "int16": ["-32768"], "uint16": ["65535"],
         "int32": ["-2147483648"], "uint32": ["4294967295"], "int64": ["-9223372036854775808"],
         "uint64": ["18446744073709551615"],
         "float16": ["0.5", '"NaN"', '"Infinity"', '"-Infinity"', "-0.0", '"0x7e01"'],
         "float32": ["0.1", '"NaN"', '"Infinity"', '"-Infinity"', "-0.0", "1e-40", '"0x7fc12345"'],
         "float64": ["0.1", '"NaN"', '"Infinity"', '"-Infinity"', "-0.0", "5e-324", '"0x7ff8000000012345"']}


def missing_chunks(folder):
    """Arrays and shards where only some chunks are stored, with every form of fill value."""
    rows = []
    for dtype, forms in FILLS.items():
        for n, form in enumerate(forms):
            for kind in ("v2", "v3", "v3-shards"):
                if kind == "v2" and "0x" in form:
                    continue  # only Zarr v3 has them
                name = "missing-%s-%s-%d" % (kind, dtype, n)
                version = 2 if kind == "v2" else 3
                zarr.create_array(str(folder / name), shape=(6, 7, 9), chunks=(2, 2, 3), dtype=dtype, zarr_format=version,
                                  shards=(4, 4, 6) if kind == "v3-shards" else None)
                document = folder / name / (".zarray" if version == 2 else "zarr.json")
                text = json.dumps(json.loads(document.read_text()) | {"fill_value": "FILL"})
                document.write_text(text.replace('"FILL"', form))
                array = zarr.open_array(str(folder / name), mode="r+")
                array[:2, :2, :3] = numpy.ones((2, 2, 3), dtype)
                array[4:, 4:, 6:] = numpy.ones((2, 3, 3), dtype)
                # zarr-python makes one NaN of all of them
                rows.append(row(folder, name, by_tensorstore if "0x" in form else by_zarr_python))
    for n, dtype in enumerate(("<u2", ">f4", "|b1")):  # null means that nothing is promised; zero is what all give
        name = "missing-v2-null-%d" % n
        zarr.create(store=str(folder / name), shape=(5, 6, 7), chunks=(2, 2, 3), dtype=dtype, zarr_format=2, fill_value=0)
        document = folder / name / ".zarray"
        document.write_text(json.dumps(json.loads(document.read_text()) | {"fill_value": None}))
        rows.append(row(folder, name))
    return rows


def by_tensorstore_written(folder, values):
    """Zarr v2 and v3 that tensorstore writes: every type, every codec it has, shards with the index at either end."""
    rows = []

    def write(name, driver, metadata, data):
        spec = {"driver": driver, "kvstore": {"driver": "file", "path": str(folder / name) + "/"}, "create": True,
                "metadata": metadata | {"shape": data.shape}}
        tensorstore.open(spec).result()[...].write(data).result()
        rows.append((name, data.dtype.name, ",".join(map(str, data.shape)), sha256(data)))

    def v3(name, data, codecs, chunk=(16, 20, 33)):
        write("ts-v3-" + name, "zarr3", {"data_type": data.dtype.name, "codecs": codecs, "chunk_grid": {
            "name": "regular", "configuration": {"chunk_shape": chunk}}}, data)

    def bytes_codec(dtype, endian="little"):
        return {"name": "bytes"} if numpy.dtype(dtype).itemsize == 1 else {"name": "bytes", "configuration": {"endian": endian}}

    for dtype in FILLS:
        data = values.astype(dtype)
        for endian in ("little", "big"):
            v3("%s-%s" % (dtype, endian), data, [bytes_codec(dtype, endian), {"name": "zstd", "configuration": {"level": 1}}])
        blosc = {"id": "blosc", "cname": "zstd", "clevel": 3, "shuffle": 2, "blocksize": 0}
        write("ts-v2-" + dtype, "zarr", {"chunks": [16, 20, 33], "dtype": data.dtype.newbyteorder(">").str, "order": "F",
                                         "compressor": blosc}, data)
    for name, codec in (("gzip", {"name": "gzip", "configuration": {"level": 5}}), ("crc32c", {"name": "crc32c"}),
                        ("blosc", {"name": "blosc", "configuration": {"cname": "lz4", "clevel": 5, "shuffle": "bitshuffle",
                                                                      "typesize": 2, "blocksize": 0}})):
        v3(name, values, [{"name": "transpose", "configuration": {"order": [2, 0, 1]}}, bytes_codec("u2"), codec])
    for compressor in ("zlib", "bz2", "gzip", "zstd"):
        write("ts-v2-" + compressor, "zarr", {"chunks": [16, 20, 33], "dtype": "<u2", "dimension_separator": "/",
                                              "compressor": {"id": compressor, "level": 1}}, values)
    sparse = values.copy()
    sparse[:, 16:, :20] = 0
    for location in ("start", "end"):
        for index, codecs in (("crc", [bytes_codec("u8"), {"name": "crc32c"}]), ("plain", [bytes_codec("u8", "big")])):
            v3("shards-%s-%s" % (location, index), sparse, [{"name": "sharding_indexed", "configuration": {
                "chunk_shape": [8, 8, 10], "codecs": [bytes_codec("u2"), {"name": "zstd", "configuration": {"level": 1}}],
                "index_codecs": codecs, "index_location": location}}], chunk=(16, 16, 20))
    return rows


def n5(folder, values):
    """N5 data sets, whose axes tensorstore counts as the file does: the fastest first."""
    rows = []

    def add(name, dtype, compression):
        data = values.astype(dtype)
        spec = {"driver": "n5", "kvstore": {"driver": "file", "path": str(folder / name) + "/"}, "create": True,
                "metadata": {"dimensions": data.shape[::-1], "blockSize": [20, 17, 16], "dataType": data.dtype.name,
                             "compression": compression}}
        tensorstore.open(spec).result()[...].write(data.T).result()
        rows.append((name, data.dtype.name, ",".join(map(str, data.shape)), sha256(data)))

    for dtype in ("u1", "u2", "u4", "u8", "i1", "i2", "i4", "i8", "f4", "f8"):
        add("n5-" + dtype, dtype, {"type": "gzip"})
        for shuffle in range(3):
            add("n5-blosc-%s-%d" % (dtype, shuffle), dtype,
                {"type": "blosc", "cname": "lz4", "clevel": 5, "shuffle": shuffle, "blocksize": 0})
    for compression in ({"type": "raw"}, {"type": "gzip", "useZlib": True}, {"type": "bzip2"}, {"type": "xz"},
                        {"type": "zstd"}):
        add("n5-%s%s" % (compression["type"], len(compression)), "u2", compression)
    return rows


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.exit(0 if {"read": read, "write": write}[sys.argv[1]](pathlib.Path(sys.argv[2])) else 1)
