"""check-ours FOLDER: compares each NAME.zarr and the labels of each NAME-in-image-N.zarr with NAME.seg.nrrd.
write FOLDER: writes label groups with ome-zarr-py, zarr-python and tensorstore, and what is in them.
check-theirs FOLDER: compares each NAME.seg.nrrd that was made of those groups.
plant OURS THEIRS: breaks copies of all of them, one thing at a time; the checks must notice."""

import json
import logging
import pathlib
import re
import shutil
import sys
import tempfile
import warnings

import nrrd
import numpy
import tensorstore
import zarr
from ome_zarr.format import FormatV04, FormatV05
from ome_zarr.io import parse_url
from ome_zarr.reader import Label, Reader
from ome_zarr.writer import write_image, write_labels


def equal(what, found, expected):
    if found != expected:
        raise AssertionError(f"{what}: {found} instead of {expected}")


def same_voxels(what, found, expected):
    found = numpy.asarray(found)
    equal(what + ", shape", found.shape, expected.shape)
    different = int((found.astype("i8") != expected.astype("i8")).sum())
    equal(what + ", different voxels", different, 0)


def segmentation(path):
    """Layers in use as z, y, x with the name and colour of each label, spacing and origin; by pynrrd."""
    array, header = nrrd.read(str(path), index_order="F")
    lines = path.read_bytes().split(b"\n\n")[0].decode()
    names = dict(re.findall(r"(?m)^(Segment\d+_Name):=(.*)$", lines))  # pynrrd drops umlauts
    stack = array if array.ndim == 4 else array[numpy.newaxis]
    segments = []
    while f"Segment{len(segments)}_ID" in header:
        field = f"Segment{len(segments)}_"
        rgb = [round(255 * float(c)) for c in header[field + "Color"].split()]
        segments.append((int(header[field + "Layer"]), int(header[field + "LabelValue"]), names[field + "Name"], rgb))
    layers = [(stack[n].T, {label: (name, rgb) for layer, label, name, rgb in segments if layer == n})
              for n in range(len(stack)) if stack[n].any() or len(stack) == 1]
    vectors = [v for v in header["space directions"] if v is not None and not numpy.isnan(v).any()]
    spacing = [float(numpy.linalg.norm(v)) for v in vectors]
    return layers, spacing[::-1], [float(n) for n in header["space origin"]][::-1]


def by_tensorstore(path):
    driver = "zarr3" if (path / "zarr.json").exists() else "zarr"
    spec = {"driver": driver, "kvstore": {"driver": "file", "path": str(path) + "/"}}
    return tensorstore.open(spec, open=True, read=True).result().read().result()


def ome(group):
    attributes = dict(group.attrs)
    return attributes.get("ome", attributes)


def check_label(path, node, layer, spacing, origin):
    voxels, segments = layer
    group = zarr.open_group(str(path), mode="r")
    attributes = ome(group)
    scales, label = attributes["multiscales"][0], attributes["image-label"]
    names = {p["label-value"]: p["name"] for p in label.get("properties", [])}
    colours = {c["label-value"]: c["rgba"] for c in label.get("colors", [])}
    equal("names", names, {n: name for n, (name, _) in segments.items()})
    equal("colours", colours, {n: rgb + [255] for n, (_, rgb) in segments.items()})
    finest = scales["datasets"][0]
    same_voxels("zarr-python", group[finest["path"]][...], voxels)
    same_voxels("tensorstore", by_tensorstore(path / finest["path"]), voxels)
    same_voxels("ome-zarr-py", node.data[0].compute(), voxels)
    equal("names of ome-zarr-py", {n: p["name"] for n, p in node.metadata.get("properties", {}).items()}, names)
    equal("colours of ome-zarr-py", {n: [round(255 * c) for c in rgba] for n, rgba in node.metadata["color"].items()}, colours)
    scale, shift = finest["coordinateTransformations"]
    if not numpy.allclose(scale["scale"], spacing) or not numpy.allclose(shift["translation"], origin):
        raise AssertionError(f"place: {scale} {shift} instead of {spacing} {origin}")
    known = set(numpy.unique(voxels)) | {0}
    for coarse in scales["datasets"][1:]:
        equal("labels of level " + coarse["path"], set(numpy.unique(group[coarse["path"]][...])) - known, set())


def check_ours(seg, root):
    """Where the labels are, in the order of the list, and one layer of the segmentation for each."""
    layers, spacing, origin = segmentation(seg)
    attributes = ome(zarr.open_group(str(root), mode="r"))
    nodes = {n.zarr.basename() if "image-label" not in attributes else "": n
             for n in Reader(parse_url(str(root)))() if any(isinstance(s, Label) for s in n.specs)}
    if "image-label" in attributes:
        paths = [root]
    else:
        within = root / "labels" if "multiscales" in attributes else root
        paths = [within / name for name in ome(zarr.open_group(str(within), mode="r"))["labels"]]
    equal("label images", len(paths), len(layers))
    for path, layer in zip(paths, layers):
        check_label(path, nodes["" if path == root else path.name], layer, spacing, origin)
    return len(layers)


def all_ours(folder):
    checked = 0
    for root in sorted(folder.glob("*.zarr")):
        seg = folder / (re.sub(r"-in-image-\d$", "", root.stem) + ".seg.nrrd")
        try:
            checked += check_ours(seg, root)
        except (AssertionError, KeyError) as error:
            sys.exit(f"{root.name}: {error!r}")
    print(f"{checked} label images of ours agree with ome-zarr-py, zarr-python, tensorstore and pynrrd")
    if not checked:
        sys.exit("nothing was compared")


def blobs(seed, most, shape=(20, 33, 47)):
    """Boxes of labels, the last of them thin."""
    random = numpy.random.default_rng(seed)
    labels = numpy.zeros(shape, "i8")
    for n in range(1, 8):
        low = [random.integers(0, s - 4) for s in shape]
        labels[low[0]:low[0] + 9, low[1]:low[1] + 11, low[2]:low[2] + 13] = most * n // 7
    labels[:, 3, 5] = most
    return labels


def metadata(labels, seed):
    """Colours and names of what is there, as writers put them beside the labels."""
    random = numpy.random.default_rng(seed)
    values = [int(v) for v in numpy.unique(labels) if v]
    colours = [{"label-value": v, "rgba": [int(c) for c in random.integers(0, 256, 3)] + [255]} for v in values]
    properties = [{"label-value": v, "name": f"part {v} ü", "area (pixels)": 7} for v in values]
    return {"colors": colours, "properties": properties}


def write(folder):
    def expect(name, maps):
        """maps: voxels with their metadata, which may be empty."""
        numpy.savez(folder / (name + ".npz"), *[m for m, _ in maps])
        (folder / (name + ".json")).write_text(json.dumps([m for _, m in maps]))

    for name, fmt, version in (("ome-04", FormatV04(), 2), ("ome-05", FormatV05(), 3)):
        group = zarr.open_group(str(folder / (name + ".zarr")), mode="w", zarr_format=version)
        scale = {"z": 2.0, "y": 0.5, "x": 0.5}
        write_image(blobs(1, 60000).astype("u2"), group, axes="zyx", scale=scale, fmt=fmt, scaler=None,
                    scale_factors=[{"z": 1, "y": 2, "x": 2}])
        maps = []
        for label, kind, seed, most in (("cells", "u4", 2, 65535), ("nuclei", "u1", 3, 255), ("signed", "i8", 4, 9)):
            voxels = blobs(seed, most).astype(kind)
            beside = metadata(voxels, seed)
            write_labels(voxels, group, name=label, axes="zyx", scale=scale, fmt=fmt, scaler=None,
                         scale_factors=[{"z": 1, "y": 2, "x": 2}], label_metadata=beside)
            maps.append((voxels, beside))
        expect(name, maps)

    for name, version in (("tensorstore-v2", 2), ("tensorstore-v3", 3)):
        maps = []
        root = zarr.open_group(str(folder / (name + ".zarr")), mode="w", zarr_format=version)
        for label, kind, seed in (("a", "u2", 5), ("b", "i4", 6)):
            voxels = blobs(seed, 30000).astype(kind)
            image = root.create_group(label)
            array = {"shape": voxels.shape}
            if version == 2:
                array |= {"chunks": [8, 16, 16], "dtype": ">" + kind, "order": "F", "compressor": {"id": "zstd", "level": 3}}
            else:
                array |= {"data_type": voxels.dtype.name, "codecs": [
                    {"name": "sharding_indexed", "configuration": {"chunk_shape": [8, 16, 16], "index_location": "start",
                     "codecs": [{"name": "bytes", "configuration": {"endian": "little"}}, {"name": "blosc"}]}}],
                    "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": [16, 32, 32]}}}
            spec = {"driver": "zarr" if version == 2 else "zarr3", "create": True, "metadata": array,
                    "kvstore": {"driver": "file", "path": str(folder / (name + ".zarr") / label / "s0") + "/"}}
            tensorstore.open(spec).result()[...].write(voxels).result()
            axes = [{"name": n, "type": "space", "unit": "micrometer"} for n in "zyx"]
            scales = [{"axes": axes, "datasets": [{"path": "s0", "coordinateTransformations": [{"type": "scale",
                       "scale": [2.0, 0.5, 0.5]}]}]}]
            add(image, version, {"multiscales": scales, "image-label": {"source": {"image": "../../"}}})
            maps.append((voxels, {}))
        add(root, version, {"labels": ["a", "b"]})
        expect(name, maps)
    print("ome-zarr-py, zarr-python and tensorstore wrote 4 groups of labels")


def add(group, version, attributes):
    group.attrs.update({"ome": {"version": "0.5"} | attributes} if version == 3 else attributes)


def check_theirs(seg, expected):
    layers, _, _ = segmentation(seg)
    voxels = numpy.load(expected.with_suffix(".npz"))
    beside = json.loads(expected.with_suffix(".json").read_text())
    equal("layers", len(layers), len(beside))
    for (found, segments), key, said in zip(layers, voxels.files, beside):
        same_voxels("voxels", found, voxels[key])
        values = {int(v) for v in numpy.unique(voxels[key]) if v}
        equal("segments", set(segments), values)
        if said:
            equal("names", {n: name for n, (name, _) in segments.items()},
                  {p["label-value"]: p["name"] for p in said["properties"]})
            equal("colours", {n: rgb for n, (_, rgb) in segments.items()},
                  {c["label-value"]: c["rgba"][:3] for c in said["colors"]})
    return len(layers)


def all_theirs(folder):
    checked = 0
    for seg in sorted(folder.glob("*.seg.nrrd")):
        try:
            checked += check_theirs(seg, folder / seg.name.removesuffix(".seg.nrrd"))
        except AssertionError as error:
            sys.exit(f"{seg.name}: {error}")
    print(f"{checked} label images of theirs were imported with every voxel, name and colour")
    if not checked:
        sys.exit("nothing was compared")


def edited(group, change):
    attributes = json.loads(json.dumps(dict(group.attrs)))
    change(attributes.get("ome", attributes))
    group.attrs.update(attributes)


def voxel(array):
    array[1, 2, 3] = array[1, 2, 3] + 1


OUR_FAULTS = {
    "a voxel": lambda root: voxel(zarr.open_array(str(root / "layer-2/0"), mode="r+")),
    "a coarse voxel": lambda root: zarr.open_array(str(root / "layer-1/1"), mode="r+").__setitem__((0, 0, 0), 99),
    "a name": lambda root: edited(zarr.open_group(str(root / "layer-2")), lambda a: a["image-label"]["properties"][1]
                                  .__setitem__("name", "other")),
    "a colour": lambda root: edited(zarr.open_group(str(root / "layer-1")), lambda a: a["image-label"]["colors"][0]["rgba"]
                                    .__setitem__(2, a["image-label"]["colors"][0]["rgba"][2] ^ 1)),
    "a layer": lambda root: edited(zarr.open_group(str(root)), lambda a: a["labels"].pop()),
    "the place": lambda root: edited(zarr.open_group(str(root / "layer-1")), lambda a: a["multiscales"][0]["datasets"][0]
                                     ["coordinateTransformations"][1]["translation"].__setitem__(0, 1.5)),
}


def resaved(seg, change):
    array, header = nrrd.read(str(seg), index_order="F")
    change(array, header)
    nrrd.write(str(seg), array, header, index_order="F")


def wrong_voxel(array, header):
    array[1, 5, 6, 7] += 1


THEIR_FAULTS = {
    "a voxel": lambda seg: resaved(seg, wrong_voxel),
    "a name": lambda seg: resaved(seg, lambda a, h: h.__setitem__("Segment2_Name", "other")),
    "a colour": lambda seg: resaved(seg, lambda a, h: h.__setitem__("Segment2_Color", "0.5 0 0.25")),
    "a layer": lambda seg: resaved(seg, lambda a, h: h.__setitem__("Segment0_Layer", "1")),
}


def plant(ours, theirs):
    noticed = 0
    with tempfile.TemporaryDirectory() as scratch:
        for fault, break_it in OUR_FAULTS.items():
            root = pathlib.Path(scratch) / "layered.zarr"
            shutil.copytree(ours / "layered.zarr", root)
            break_it(root)
            noticed += is_noticed(fault, lambda: check_ours(ours / "layered.seg.nrrd", root))
            shutil.rmtree(root)
        for fault, break_it in THEIR_FAULTS.items():
            seg = pathlib.Path(scratch) / "ome-05.seg.nrrd"
            shutil.copy(theirs / seg.name, seg)
            break_it(seg)
            noticed += is_noticed(fault, lambda: check_theirs(seg, theirs / "ome-05"))
    planted = len(OUR_FAULTS) + len(THEIR_FAULTS)
    print(f"{noticed} of {planted} planted faults were noticed")
    if noticed < planted:
        sys.exit(1)


def is_noticed(fault, check):
    try:
        check()
    except AssertionError:
        return True
    print("NOT NOTICED:", fault)
    return False


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    logging.getLogger("ome_zarr").setLevel(logging.ERROR)
    {"check-ours": all_ours, "write": write, "check-theirs": all_theirs, "plant": plant}[sys.argv[1]](
        *map(pathlib.Path, sys.argv[2:]))
