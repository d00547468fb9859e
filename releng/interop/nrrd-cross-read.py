"""Reads the files of a table with pynrrd, unu and SimpleITK and compares. Usage: nrrd-cross-read.py UNU FOLDER"""

import csv
import hashlib
import pathlib
import subprocess
import sys

import nrrd
import numpy
import SimpleITK

UNU_TYPES = {"int8": "signed char", "uint8": "unsigned char", "int16": "short", "uint16": "unsigned short", "int32": "int",
             "uint32": "unsigned int", "int64": "long long int", "uint64": "unsigned long long int", "float32": "float",
             "float64": "double"}


class NotForThisReader(Exception):
    """The reader has no images of this kind, whoever wrote the file."""


def sha256(values):
    return hashlib.sha256(values).hexdigest()


def little(array):
    return array.astype(array.dtype.newbyteorder("<"), copy=False).tobytes(order="F")


def close(name, found, expected):
    if not numpy.allclose(found, expected, rtol=1e-12, atol=1e-12):
        raise AssertionError(f"{name}: {found} instead of {expected}")


def equal(name, found, expected):
    if found != expected:
        raise AssertionError(f"{name}: {found} instead of {expected}")


def by_pynrrd(path, row):
    array, header = nrrd.read(str(path), index_order="F")
    equal("type", array.dtype.name, row["type"])
    equal("sizes", list(array.shape), row["sizes"])
    equal("values", sha256(little(array)), row["sha256"])
    if row["spacing"]:
        to_lps = [-1 if header["space"].startswith("right") else 1, -1 if "anterior" in header["space"] else 1, 1]
        vectors = [v * to_lps for v in header["space directions"] if not numpy.isnan(v).any()]
        close("directions", numpy.ravel(vectors), row["vectors"])
        close("origin", header.get("space origin", numpy.zeros(3)) * to_lps, row["origin"])


def by_unu(path, row, unu):
    head = subprocess.run([unu, "head", str(path)], check=True, capture_output=True, text=True).stdout
    fields = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line and not line.startswith("#"))
    equal("type", fields["type"], UNU_TYPES[row["type"]])
    equal("sizes", [int(s) for s in fields["sizes"].split()], row["sizes"])
    raw = path.with_suffix(".values")
    header = path.with_suffix(".unu.nhdr")
    subprocess.run([unu, "save", "-i", str(path), "-f", "nrrd", "-e", "raw", "-en", "little", "-o", str(header)], check=True)
    data = subprocess.run([unu, "data", str(header)], check=True, capture_output=True).stdout
    for made in (raw, header, path.with_suffix(".unu.raw")):
        made.unlink(missing_ok=True)
    equal("values", sha256(data), row["sha256"])


def by_itk(path, row):
    try:
        image = SimpleITK.ReadImage(str(path))
    except RuntimeError as error:
        if len(row["sizes"]) == 3:
            raise
        raise NotForThisReader() from error
    array = SimpleITK.GetArrayViewFromImage(image)
    equal("type", array.dtype.name, row["type"])
    components = image.GetNumberOfComponentsPerPixel()
    sizes = ([components] if components > 1 else []) + list(image.GetSize())
    equal("sizes", sizes, row["sizes"])
    equal("values", sha256(array.astype(array.dtype.newbyteorder("<"), copy=False).tobytes()), row["sha256"])
    if row["spacing"]:
        close("spacing", image.GetSpacing(), row["spacing"])
        close("directions", numpy.reshape(image.GetDirection(), (3, 3)).T.ravel(), row["directions"])
        close("origin", image.GetOrigin(), row["origin"])


def rows(folder):
    with open(folder / "table.tsv", newline="") as table:
        for file, kind, sizes, digest, spacing, directions, origin in csv.reader(table, delimiter="\t"):
            row = {"file": file, "type": kind, "sizes": [int(s) for s in sizes.split()], "sha256": digest}
            for name, text in (("spacing", spacing), ("directions", directions), ("origin", origin)):
                row[name] = [float(t) for t in text.split()]
            row["vectors"] = [d * row["spacing"][i // 3] for i, d in enumerate(row["directions"])]
            yield row


def main(unu, folder):
    passed = failed = skipped = 0
    readers = {"pynrrd": by_pynrrd, "unu": lambda path, row: by_unu(path, row, unu), "SimpleITK": by_itk}
    for row in rows(folder):
        for name, read in readers.items():
            try:
                read(folder / row["file"], row)
                passed += 1
            except NotForThisReader:
                skipped += 1
            except Exception as error:  # every kind of disagreement counts
                failed += 1
                print(f"{row['file']} by {name}: {error}")
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
