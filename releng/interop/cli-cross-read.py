"""Reads each file that has a FILE.json from `info` with other people's readers and compares.
Usage: cli-cross-read.py UNU FOLDER"""

import hashlib
import json
import pathlib
import subprocess
import sys

import nrrd
import numpy
import SimpleITK
import zarr

UNU_TYPES = {"int8": "signed char", "uint8": "unsigned char", "int16": "short", "uint16": "unsigned short", "int32": "int",
             "uint32": "unsigned int", "float32": "float", "float64": "double"}


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def little(array, order):
    return array.astype(array.dtype.newbyteorder("<"), copy=False).tobytes(order=order)


def equal(name, found, expected):
    if found != expected:
        raise AssertionError(f"{name}: {found} instead of {expected}")


def close(name, found, expected):
    if not numpy.allclose(found, expected, rtol=1e-9, atol=1e-9):
        raise AssertionError(f"{name}: {found} instead of {expected}")


def by_pynrrd(path, info):
    array, header = nrrd.read(str(path), index_order="F")
    equal("type", array.dtype.name, info["type"])
    equal("size", list(array.shape), info["size"])
    equal("values", sha256(little(array, "F")), info["sha256"])
    equal("space", header["space"], info["space"])
    close("origin", header["space origin"], info["origin"])
    vectors = [v for v in header["space directions"] if not numpy.isnan(v).any()]
    close("directions", vectors, numpy.array(info["directions"]) * numpy.array(info["spacing"])[:, None])
    if "segments" in info:
        segments(array, header, info)


def segments(array, header, info):
    layers = array if array.ndim == 4 else array[numpy.newaxis]
    equal("layers", layers.shape[0], info["layers"])
    for n, segment in enumerate(info["segments"]):
        field = f"Segment{n}_"
        equal("id", header[field + "ID"], segment["id"])
        equal("name", header[field + "Name"], segment["name"])
        equal("label", int(header[field + "LabelValue"]), segment["label"])
        equal("layer", int(header[field + "Layer"]), segment["layer"])
        close("colour", [float(c) for c in header[field + "Color"].split()], segment["color"])
        where = numpy.nonzero(layers[segment["layer"]] == segment["label"])
        equal(f"voxels of {segment['name']}", len(where[0]), segment["voxels"])
        if segment["voxels"]:
            box = [int(f(axis)) for axis in where for f in (numpy.min, numpy.max)]
            equal(f"extent of {segment['name']}", box, segment["extent"])
            extent = [int(n) for n in header[field + "Extent"].split()]
            if any(extent[i] > box[i] or extent[i + 1] < box[i + 1] for i in (0, 2, 4)):
                raise AssertionError(f"{segment['name']}: 3D Slicer would cut it off at {extent}")
    equal("a segment more", f"Segment{len(info['segments'])}_ID" in header, False)


def by_unu(path, info, unu):
    head = subprocess.run([unu, "head", str(path)], check=True, capture_output=True, text=True).stdout
    fields = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line and not line.startswith("#"))
    equal("type", fields["type"], UNU_TYPES[info["type"]])
    equal("size", [int(s) for s in fields["sizes"].split()], info["size"])
    header = path.with_suffix(".unu.nhdr")
    subprocess.run([unu, "save", "-i", str(path), "-f", "nrrd", "-e", "raw", "-en", "little", "-o", str(header)], check=True)
    data = subprocess.run([unu, "data", str(header)], check=True, capture_output=True).stdout
    header.unlink()
    path.with_suffix(".unu.raw").unlink()
    equal("values", sha256(data), info["sha256"])


def by_itk(path, info):
    image = SimpleITK.ReadImage(str(path))
    array = SimpleITK.GetArrayViewFromImage(image)
    equal("type", array.dtype.name, info["type"])
    components = image.GetNumberOfComponentsPerPixel()
    equal("size", ([components] if components > 1 else []) + list(image.GetSize()), info["size"])
    equal("values", sha256(little(array, "C")), info["sha256"])
    close("spacing", image.GetSpacing(), info["spacing"])
    close("directions", numpy.reshape(image.GetDirection(), (3, 3)).T, info["directions"])
    close("origin", image.GetOrigin(), info["origin"])


def by_zarr_python(path, info):
    group = zarr.open_group(str(path), mode="r")
    attributes = dict(group.attrs)
    scales = attributes.get("ome", attributes)["multiscales"][0]
    equal("axes", [axis["name"] for axis in scales["axes"]], ["z", "y", "x"])
    equal("levels", len(scales["datasets"]), len(info["levels"]))
    for level, dataset in zip(info["levels"], scales["datasets"]):
        array = group[dataset["path"]]
        equal("size", list(array.shape)[::-1], level["size"])
        equal("type", array.dtype.name, info["type"])
        equal("chunk", list(array.chunks)[::-1], level["chunk"])
        equal("zarr", array.metadata.zarr_format, level["zarrFormat"])
    finest = scales["datasets"][0]
    equal("values", sha256(little(group[finest["path"]][...], "C")), info["sha256"])
    scale, *rest = finest["coordinateTransformations"]
    close("spacing", scale["scale"][::-1], info["spacing"])
    close("origin", rest[0]["translation"][::-1] if rest else [0, 0, 0], info["origin"])
    for coarse, fine in zip(scales["datasets"][1:], scales["datasets"]):
        mean, full = group[coarse["path"]][...].mean(), group[fine["path"]][...].mean()
        if abs(mean - full) > 0.02 * full:
            raise AssertionError(f"{coarse['path']}: mean {mean} instead of about {full}")


def main(unu, folder):
    nrrd_readers = {"pynrrd": by_pynrrd, "unu": lambda path, info: by_unu(path, info, unu), "SimpleITK": by_itk}
    passed = failed = 0
    for table in sorted(folder.glob("*.json")):
        path = table.with_suffix("")
        info = json.loads(table.read_text())
        for name, read in (nrrd_readers if path.suffix == ".nrrd" else {"zarr-python": by_zarr_python}).items():
            try:
                read(path, info)
                passed += 1
            except Exception as error:  # every kind of disagreement counts
                failed += 1
                print(f"{path.name} by {name}: {error}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
