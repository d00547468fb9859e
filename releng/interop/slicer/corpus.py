"""Files as seen in depots that the real ones do not cover, made with Slicer or rewritten as other versions and programs write them."""

import gzip

import numpy
from slicer import vtkMRMLSegmentationNode, vtkMRMLSegmentEditorNode, vtkOrientedImageData
from vtkmodules.vtkCommonCore import VTK_UNSIGNED_CHAR

from scene import array

# a scan turned in space, with flat voxels, far from the middle; right-anterior-superior
TURNED = "0.36;-0.16;0;-120;0.12;0.48;0;75.5;0;0;1.2;-300;0;0;0;1;0;{};0;{};0;{};"


def made(slicer, data, out):
    """Names and paths, and whether to edit them."""
    four_layers(slicer, out / "four-layers.seg.nrrd")
    outside(slicer, out / "outside.seg.nrrd")
    many(slicer, out / "many-segments.seg.nrrd")
    far(slicer, out / "big-offset.seg.nrrd")
    empty(slicer, out / "empty-segments.seg.nrrd", 3)
    empty(slicer, out / "no-segments.seg.nrrd", 0)
    for name in ("four-layers", "outside", "many-segments", "big-offset", "empty-segments", "no-segments"):
        yield name, out / f"{name}.seg.nrrd", True
    (out / "negative-offset.seg.nrrd").write_bytes(padded((out / "many-segments.seg.nrrd").read_bytes()))
    yield "negative-offset", out / "negative-offset.seg.nrrd", True
    for name, rewrite in REWRITES.items():
        path = out / f"{name}.seg.nrrd"
        path.write_bytes(rewrite((out / "four-layers.seg.nrrd").read_bytes()))
        yield name, path, True


def on(slicer, i, j, k):
    node = slicer.add(vtkMRMLSegmentationNode)
    node.GetSegmentation().SetConversionParameter("Reference image geometry", TURNED.format(i - 1, j - 1, k - 1))
    return node


def four_layers(slicer, path):
    """Five segments, four of which share voxels."""
    node = on(slicer, 70, 50, 40)
    editor = slicer.editor(node, overwrite=vtkMRMLSegmentEditorNode.OverwriteNone)
    for n in range(5):
        segment = node.GetSegmentation().AddEmptySegment("", f"femur {'left' if n % 2 else 'right'}", [n / 5, 1 - n / 5, 0.3])
        slicer.paint(editor, segment, [5 * n, 30 + 5 * n, 4, 20 + n, 3 * n, 20] if n < 4 else [60, 69, 40, 49, 30, 39])
    finish(slicer, node, path)


def outside(slicer, path):
    """A segment that reaches out of the scan on one side: the offset is negative."""
    node = on(slicer, 60, 50, 30)
    editor = slicer.editor(node)
    inside = node.GetSegmentation().AddEmptySegment("", "inside", [1, 0, 0])
    slicer.paint(editor, inside, [10, 30, 10, 30, 5, 20])
    beyond = node.GetSegmentation().AddEmptySegment("", "beyond", [0, 1, 0])
    image = vtkOrientedImageData()
    image.DeepCopy(node.GetSegmentation().GetSegment(inside).GetRepresentation("Binary labelmap"))
    image.SetExtent(-7, 8, -12, 5, 0, 9)
    image.AllocateScalars(VTK_UNSIGNED_CHAR, 1)
    array(image)[:] = 1
    slicer.segmentations.SetBinaryLabelmapToSegment(image, node, beyond)
    finish(slicer, node, path)


def many(slicer, path):
    """94 segments, twenty of one name, one with a label above 255, one without voxels."""
    node = on(slicer, 96, 40, 12)
    editor = slicer.editor(node)
    for n in range(94):
        name = "metatarsal bone" if n < 20 else f"rib {n}/L, ✓"
        segment = node.GetSegmentation().AddEmptySegment(f"Segment_{n}", name, [n / 94, 0.4, 1 - n / 94])
        node.GetSegmentation().GetSegment(segment).SetTag("Origin.Note", f"a:b {n}")
        if n != 50:
            slicer.paint(editor, segment, [n, n + 1, n % 30, n % 30 + 9, n % 7, n % 7 + 4])
    finish(slicer, node, path)


def far(slicer, path):
    """A small structure at the far end of a large scan, cropped."""
    node = on(slicer, 300, 280, 400)
    segment = node.GetSegmentation().AddEmptySegment("", "tooth", [1, 1, 0])
    slicer.paint(slicer.editor(node), segment, [270, 290, 240, 262, 371, 398])
    finish(slicer, node, path, crop=True)


def empty(slicer, path, segments):
    """Nothing painted: a file of one voxel."""
    node = on(slicer, 40, 30, 20)
    for n in range(segments):
        node.GetSegmentation().AddEmptySegment("", f"to do {n}", [0.2, n / 3, 1])
    finish(slicer, node, path)


def finish(slicer, node, path, crop=False):
    slicer.save(node, path, crop)
    slicer.clear()


def retyped(name, dtype, endian="little", encoding="gzip"):
    """The same values in another type."""
    def rewrite(file):
        header, _, data = file.partition(b"\n\n")
        values = numpy.frombuffer(gzip.decompress(data), numpy.uint8).astype(dtype).tobytes()
        header = header.replace(b"type: unsigned char", f"type: {name}\nendian: {endian}".encode())
        header = header.replace(b"encoding: gzip", f"encoding: {encoding}".encode())
        return header + b"\n\n" + (gzip.compress(values, 3) if encoding == "gzip" else values)
    return rewrite


def without(*keys):
    """Without some fields of the segments, as old versions wrote."""
    def rewrite(file):
        header, end, data = file.partition(b"\n\n")
        kept = [line for line in header.split(b"\n") if not any(f"_{key}:=".encode() in line for key in keys)]
        return b"\n".join(kept) + end + data
    return rewrite


def padded(file):
    """With empty voxels in front of the scan: 3, 5 and 2 along i, j, k."""
    header, _, data = file.partition(b"\n\n")
    lines = dict(line.split(":=" if ":=" in line else ": ", 1) for line in header.decode().split("\n") if ":" in line and line[0] != "#")
    i, j, k = map(int, lines["sizes"].split())
    values = numpy.zeros((k + 2, j + 5, i + 3), numpy.uint8)
    values[2:, 5:, 3:] = numpy.frombuffer(gzip.decompress(data), numpy.uint8).reshape(k, j, i)
    axes = numpy.array([[float(n) for n in v.strip("()").split(",")] for v in lines["space directions"].split()])
    origin = numpy.array([float(n) for n in lines["space origin"].strip("()").split(",")]) - numpy.array([3, 5, 2]) @ axes
    lines["sizes"] = f"{i + 3} {j + 5} {k + 2}"
    lines["space origin"] = "(" + ",".join(repr(float(n)) for n in origin) + ")"
    lines["Segmentation_ReferenceImageExtentOffset"] = "-3 -5 -2"
    for key in [key for key in lines if key.endswith("_Extent")]:
        lines[key] = f"3 {i + 2} 5 {j + 4} 2 {k + 1}"
    text = "NRRD0004\n" + "\n".join(f"{key}{':=' if key.startswith('Segment') else ': '}{value}" for key, value in lines.items())
    return text.encode() + b"\n\n" + gzip.compress(values.tobytes(), 3)


REWRITES = {
    "float": retyped("float", "<f4"), "double": retyped("double", "<f8"), "short": retyped("short", "<i2"),
    "unsigned-short": retyped("unsigned short", "<u2"), "big-endian": retyped("unsigned short", ">u2", "big"),
    "raw": retyped("short", "<i2", encoding="raw"), "without-extents": without("Extent"),
    "without-offset": without("ReferenceImageExtentOffset"), "without-tags": without("Tags"),
    "without-origins": without("NameAutoGenerated", "ColorAutoGenerated"),
}
