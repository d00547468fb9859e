"""3D Slicer without its window: a MRML scene, the storage nodes and the segment editor of slicer-core, and what is in a
segmentation as Slicer sees it. Places are left-posterior-superior millimetres, boxes are first and last voxel along i, j, k."""

import hashlib

import numpy
from slicer import (vtkMRMLScalarVolumeNode, vtkMRMLScene, vtkMRMLSegmentationNode, vtkMRMLSegmentationStorageNode,
                    vtkMRMLSegmentEditorNode, vtkMRMLVolumeArchetypeStorageNode, vtkOrientedImageData,
                    vtkOrientedImageDataResample, vtkSlicerApplicationLogic, vtkSlicerSegmentationsModuleLogic,
                    vtkSlicerSegmentEditorLogic)
from vtkmodules.util.numpy_support import vtk_to_numpy
from vtkmodules.vtkCommonCore import vtkObject
from vtkmodules.vtkCommonMath import vtkMatrix4x4

LABELMAP = "Binary labelmap"
# what Slicer remarks on files of other programs, and reads them
TOLERATED = ("floating point scalar type and will be cast", "Segment extent is missing",
             "ReferenceImageExtentOffset attribute was not found")
LPS = numpy.diag([-1.0, -1, 1, 1])


class Slicer:
    """A scene with its logics. Nodes live until clear()."""

    def __init__(self):
        vtkObject.GlobalWarningDisplayOff()
        self.scene = vtkMRMLScene()
        self.application = vtkSlicerApplicationLogic()
        self.application.SetMRMLScene(self.scene)
        self.segmentations = vtkSlicerSegmentationsModuleLogic()
        self.segmentations.SetMRMLScene(self.scene)
        self.segmentations.SetMRMLApplicationLogic(self.application)
        self.application.SetModuleLogic("Segmentations", self.segmentations)

    def clear(self):
        self.scene.Clear(1)

    def add(self, kind):
        node = kind()
        self.scene.AddNode(node)
        return node

    def load(self, path, kind=vtkMRMLSegmentationNode, storage=vtkMRMLSegmentationStorageNode):
        node, reader = self.add(kind), self.add(storage)
        reader.SetFileName(str(path))
        node.SetAndObserveStorageNodeID(reader.GetID())
        said = reader.GetUserMessages()
        if not reader.ReadData(node):
            raise AssertionError(f"Slicer cannot read {path}: {said.GetAllMessagesAsString()}")
        wrong = [line for line in said.GetAllMessagesAsString().splitlines() if line and not any(t in line for t in TOLERATED)]
        if wrong:
            raise AssertionError(f"Slicer on {path}: {' '.join(wrong)}")
        node.SetName(str(path).rsplit("/", 1)[-1].split(".")[0])
        return node

    def load_volume(self, path):
        return self.load(path, vtkMRMLScalarVolumeNode, vtkMRMLVolumeArchetypeStorageNode)

    def save(self, node, path, crop=False):
        """As the extension saves: Slicer's storage node, compressed."""
        writer = self.add(vtkMRMLSegmentationStorageNode)
        writer.SetFileName(str(path))
        writer.SetUseCompression(1)
        writer.SetCropToMinimumExtent(crop)
        if not writer.WriteData(node):
            raise AssertionError(f"Slicer cannot write {path}: {writer.GetUserMessages().GetAllMessagesAsString()}")

    def editor(self, node, volume=None, overwrite=vtkMRMLSegmentEditorNode.OverwriteAllSegments):
        """The segment editor on a segmentation; without a scan on a blank one, as Slicer does."""
        settings = self.add(vtkMRMLSegmentEditorNode)
        settings.SetOverwriteMode(overwrite)
        editor = vtkSlicerSegmentEditorLogic()
        editor.SetMRMLScene(self.scene)
        editor.SetSegmentEditorNode(settings)
        editor.SetSegmentationNode(node)
        if volume:
            editor.SetSourceVolumeNode(volume)
        else:
            editor.CreateAndSetBlankSourceVolumeIfNeeded()
        editor.UpdateReferenceGeometryImage()
        return editor

    def paint(self, editor, segment, box, add=True):
        """Paints or erases a box of voxels of the reference geometry."""
        editor.GetSegmentEditorNode().SetSelectedSegmentID(segment)
        editor.ResetModifierLabelmapToDefault()
        paint = editor.GetModifierLabelmap()
        extent = paint.GetExtent()
        values = array(paint)
        k, j, i = (slice(box[2 * a] - extent[2 * a], box[2 * a + 1] + 1 - extent[2 * a]) for a in (2, 1, 0))
        values[k, j, i] = 1
        paint.Modified()
        mode = editor.ModificationModeAdd if add else editor.ModificationModeRemove
        editor.ModifySegmentByLabelmap(editor.GetSegmentationNode(), segment, paint, mode, False, False)

    def oriented(self, volume):
        """The voxels of a scan as an oriented image."""
        return self.segmentations.CreateOrientedImageDataFromVolumeNode(volume)

    def resampled(self, segment, reference):
        """The voxels of one segment on another grid, nearest neighbours."""
        one, moved = vtkOrientedImageData(), vtkOrientedImageData()
        one.DeepCopy(segment.GetRepresentation(LABELMAP))
        array(one)[:] = array(one) == segment.GetLabelValue()
        vtkOrientedImageDataResample.ResampleOrientedImageToReferenceOrientedImage(one, reference, moved, False)
        return moved


def array(image):
    """Voxels as k, j, i; a view."""
    i, j, k = image.GetDimensions()
    return vtk_to_numpy(image.GetPointData().GetScalars()).reshape(k, j, i)


def tags(segment):
    """All tags; Slicer lists them only when it prints a segment."""
    lines = str(segment).split("  Tags:\n", 1)[-1].splitlines() if "  Tags:\n" in str(segment) else []
    return dict(line.strip().split(": ", 1) for line in lines if ": " in line)


def matrix_of(source):
    """From voxel indices to left-posterior-superior, of an oriented image or a volume node."""
    matrix = vtkMatrix4x4()
    (source.GetImageToWorldMatrix if hasattr(source, "GetImageToWorldMatrix") else source.GetIJKToRASMatrix)(matrix)
    return LPS @ numpy.array([[matrix.GetElement(r, c) for c in range(4)] for r in range(4)])


def voxels(segment):
    image = segment.GetRepresentation(LABELMAP)
    if image is None or min(image.GetDimensions()) < 1:
        return {"voxels": 0}
    return place(array(image) == segment.GetLabelValue(), matrix_of(image), image.GetExtent()[::2])


def place(mask, matrix, start=(0, 0, 0)):
    """Where voxels are: their number, the places of the first and last corner, a hash of their pattern in that box."""
    if not mask.any():
        return {"voxels": 0}
    box = []
    for axis in (2, 1, 0):
        used = numpy.flatnonzero(mask.any(axis=tuple(a for a in range(3) if a != axis)))
        box.append((int(used[0]), int(used[-1])))
    tight = mask[tuple(slice(a, b + 1) for a, b in reversed(box))]
    corners = [(matrix @ [*(start[a] + box[a][end] for a in range(3)), 1])[:3].round(6).tolist() for end in (0, 1)]
    return {"voxels": int(mask.sum()), "first": corners[0], "last": corners[1], "size": list(tight.shape[::-1]),
            "pattern": hashlib.sha256(numpy.packbits(tight).tobytes()).hexdigest()[:16]}


def facts(node):
    """What Slicer finds in a segmentation."""
    segmentation = node.GetSegmentation()
    segments = []
    for n in range(segmentation.GetNumberOfSegments()):
        segment, name = segmentation.GetNthSegment(n), segmentation.GetNthSegmentID(n)
        segments.append({"id": name, "name": segment.GetName(), "color": [round(c, 6) for c in segment.GetColor()],
                         "nameAuto": segment.GetNameAutoGenerated(), "colorAuto": segment.GetColorAutoGenerated(),
                         "layer": segmentation.GetLayerIndex(name), "label": segment.GetLabelValue(), "tags": tags(segment),
                         **voxels(segment)})
    return {"segments": segments, "layers": segmentation.GetNumberOfLayers(), "source": segmentation.GetSourceRepresentationName(),
            "parameters": segmentation.SerializeAllConversionParameters(), "reference": reference(node)}


def reference(node):
    """The numbers of the reference image geometry: 16 of the matrix to right-anterior-superior, 6 of the extent."""
    text = node.GetSegmentation().GetConversionParameter("Reference image geometry") or ""
    return [float(number) for number in text.split(";") if number]
