"""Compares the CSV of our segment statistics with SimpleITK's and VTK's filters, which 3D Slicer uses.   label-statistics.py FOLDER"""

import csv
import pathlib
import sys

import numpy
import SimpleITK
from vtkmodules.util.numpy_support import numpy_to_vtk
from vtkmodules.vtkCommonDataModel import vtkImageData
from vtkmodules.vtkFiltersCore import vtkMassProperties
from vtkmodules.vtkFiltersGeneral import vtkDiscreteMarchingCubes


MADE = ("cubes", "flat", "oblique")  # by StatisticsSamples
LOOSE = 5  # scattered voxels that touch at edges and corners
COMPARED = ("voxel_count", "volume_mm3", "centroid_ras", "feret_diameter_mm", "surface_area_mm2", "roundness", "flatness",
            "elongation", "principal_moments", "principal_axis_x", "principal_axis_y", "principal_axis_z", "obb_diameter_mm",
            "closed_surface_area_mm2", "closed_surface_volume_mm3", "min", "max", "mean", "median", "stdev")


def numbers(text):
    return [float(n) for n in text.split()]


def lps(text):
    n = numbers(text)
    return [-n[0], -n[1], n[2]]


def close(what, found, expected, tolerance=1e-6):
    if not numpy.allclose(found, expected, rtol=tolerance, atol=tolerance):
        raise AssertionError(f"{what}: {found} instead of {expected}")


def shape(row, label, f):
    close("voxels", int(row["voxel_count"]), f.GetNumberOfPixels(label))
    close("volume", float(row["volume_mm3"]), f.GetPhysicalSize(label))
    close("centroid", lps(row["centroid_ras"]), f.GetCentroid(label))
    close("feret", float(row["feret_diameter_mm"]), f.GetFeretDiameter(label))
    close("surface", float(row["surface_area_mm2"]), f.GetPerimeter(label))
    close("roundness", float(row["roundness"]), f.GetRoundness(label))
    moments = numpy.array(f.GetPrincipalMoments(label))
    close("moments", numbers(row["principal_moments"]), moments, 1e-5 * moments[2])
    if moments[0] > 1e-6 * moments[2]:  # ITK divides by rounding errors where a segment is a line
        close("flatness", float(row["flatness"]), f.GetFlatness(label), 1e-5)
        close("elongation", float(row["elongation"]), f.GetElongation(label), 1e-5)
        axes = numpy.reshape(f.GetPrincipalAxes(label), (3, 3))
        for axis, name in zip(axes, "xyz"):
            ours = numpy.array(lps(row["principal_axis_" + name]))
            gaps = numpy.diff(moments) / moments[2]
            if gaps.min() > 1e-3:  # axes of equal moments are any axes
                close("axis", abs(ours @ axis), 1, 1e-5)
        if numpy.diff(moments).min() > 1e-3 * moments[2]:
            close("box", numbers(row["obb_diameter_mm"]), f.GetOrientedBoundingBoxSize(label), 1e-4)


def values(row, label, f, array):
    close("min", float(row["min"]), f.GetMinimum(label))
    close("max", float(row["max"]), f.GetMaximum(label))
    close("mean", float(row["mean"]), f.GetMean(label))
    close("deviation", float(row["stdev"]), f.GetStandardDeviation(label), 1e-5)
    close("median", float(row["median"]), numpy.median(array))


def closed_surface(row, mask, spacing, tolerance):
    """Both cut cubes in the same places, but choose other triangles where several are possible."""
    padded = numpy.pad(mask.astype(numpy.uint8), 1)
    image = vtkImageData()
    image.SetDimensions(padded.shape[::-1])
    image.SetSpacing(spacing)
    image.GetPointData().SetScalars(numpy_to_vtk(padded.ravel()))
    cubes = vtkDiscreteMarchingCubes()
    cubes.SetInputData(image)
    cubes.GenerateValues(1, 1, 1)
    cubes.Update()
    if cubes.GetOutput().GetNumberOfCells() > 0:
        mass = vtkMassProperties()
        mass.SetInputData(cubes.GetOutput())
        close("closed surface area", float(row["closed_surface_area_mm2"]) / mass.GetSurfaceArea(), 1, tolerance)
        close("closed surface volume", float(row["closed_surface_volume_mm3"]) / mass.GetVolume(), 1, tolerance)


def measured(table):
    """The rows of a table with what SimpleITK and VTK measured, each as something that compares a row."""
    image = SimpleITK.ReadImage(str(table.with_suffix(".seg.nrrd")))
    with open(table, newline="") as lines:  # now: making an array of an image drops what its header says
        rows = [(row, int(image.GetMetaData(f"Segment{n}_LabelValue"))) for n, row in enumerate(csv.DictReader(lines))]
    shapes = SimpleITK.LabelShapeStatisticsImageFilter()
    shapes.ComputeFeretDiameterOn()
    shapes.ComputePerimeterOn()
    shapes.ComputeOrientedBoundingBoxOn()
    shapes.Execute(image)
    labels = SimpleITK.GetArrayFromImage(image)
    grey = None
    if table.with_suffix(".scan.nrrd").exists():
        scan = SimpleITK.ReadImage(str(table.with_suffix(".scan.nrrd")))
        scan.CopyInformation(image)
        greys = SimpleITK.LabelIntensityStatisticsImageFilter()
        greys.Execute(image, scan)
        grey = SimpleITK.GetArrayFromImage(scan)
    made = table.stem in MADE

    def compare(row, label):
        shape(row, label, shapes)
        loose = made and label == LOOSE
        closed_surface(row, labels == label, image.GetSpacing(), 0.05 if loose else 0.003 if made else 0.01)
        if grey is not None:
            values(row, label, greys, grey[labels == label])

    return rows, compare


def planted(table):
    """Each number of the second segment a little wrong; how many of those that nobody notices."""
    rows, compare = measured(table)
    row, label = rows[1]
    missed = []
    for column in COMPARED:
        wrong = dict(row)
        wrong[column] = " ".join(str(n * 1.02 + 1e-3) for n in numbers(row[column]))
        if column == "voxel_count":
            wrong[column] = str(int(row[column]) + 1)
        try:
            compare(wrong, label)
            missed.append(column)
        except AssertionError:
            pass
    print(f"{len(COMPARED) - len(missed)} of {len(COMPARED)} planted faults were noticed")
    return missed


def main(folder):
    compared = 0
    for table in sorted(folder.glob("*.csv")):
        rows, compare = measured(table)
        for row, label in rows:
            try:
                compare(row, label)
                compared += 1
            except AssertionError as error:
                sys.exit(f"{table.stem}, {row['Segment']}: {error}")
        print(f"{table.stem}: {len(rows)} segments")
    print(f"{compared} segments agree with SimpleITK {SimpleITK.Version_VersionString()} and VTK")
    missed = planted(folder / "flat.csv")
    if not compared or missed:
        sys.exit(f"nothing was compared, or not noticed: {missed}")


main(pathlib.Path(sys.argv[1]))
