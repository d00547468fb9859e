"""Prints small blosc frames made by c-blosc (numcodecs) for the tests of bundle org.morphodepot.volume.zarr.

usage: python releng/interop/zarr-golden-frames.py > bundles/org.morphodepot.volume.zarr/test-resources/blosc-frames.tsv
needs: numpy, numcodecs. Columns: compressor, shuffle (0 none, 1 bytes, 2 bits), values, frame in base64.
Value i of "elements N" is (i * 7 % 251 + i // 50 * 300) in N little-endian bytes, 300 of them.
"""
import base64

import numpy as np
from numcodecs import Blosc


def row(compressor, shuffle, values, frame):
    print(compressor, shuffle, values, base64.b64encode(frame).decode(), sep="\t")


def elements(size):
    i = np.arange(300, dtype="u8")
    return (i * 7 % 251 + i // 50 * 300).astype("<u%d" % size)


def text(length):
    return bytes((j * j * 31 >> 3) & 255 for j in range(length))


for compressor in ("blosclz", "lz4", "lz4hc", "zlib", "zstd"):
    for shuffle in (0, 1, 2):
        row(compressor, shuffle, "elements 2", Blosc(compressor, 5, shuffle, blocksize=256).encode(elements(2)))
for size in (1, 4, 8):
    row("lz4", 1, "elements %d" % size, Blosc("lz4", 5, 1, blocksize=128 * size).encode(elements(size)))
    row("zstd", 2, "elements %d" % size, Blosc("zstd", 5, 2, blocksize=128 * size).encode(elements(size)))
far = text(300) + bytes(11000) + text(300)
row("blosclz", 0, "far", Blosc("blosclz", 9, 0).encode(np.frombuffer(far, "u1")))
row("lz4", 0, "text", Blosc("lz4", 5, 0).encode(np.frombuffer(text(100), "u1")))
