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


LOOSE = 5  # scattered voxels that touch at edges and corners


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


def main(folder):
    compared = 0
    for table in sorted(folder.glob("*.csv")):
        image = SimpleITK.ReadImage(str(table.with_suffix(".seg.nrrd")))
        scan = SimpleITK.ReadImage(str(table.with_suffix(".scan.nrrd")))
        scan.CopyInformation(image)
        shapes = SimpleITK.LabelShapeStatisticsImageFilter()
        shapes.ComputeFeretDiameterOn()
        shapes.ComputePerimeterOn()
        shapes.ComputeOrientedBoundingBoxOn()
        shapes.Execute(image)
        greys = SimpleITK.LabelIntensityStatisticsImageFilter()
        greys.Execute(image, scan)
        labels, grey = SimpleITK.GetArrayViewFromImage(image), SimpleITK.GetArrayViewFromImage(scan)
        with open(table, newline="") as lines:
            for label, row in enumerate(csv.DictReader(lines), 1):
                try:
                    shape(row, label, shapes)
                    closed_surface(row, labels == label, image.GetSpacing(), 0.05 if label == LOOSE else 0.003)
                    values(row, label, greys, grey[labels == label])
                    compared += 1
                except AssertionError as error:
                    sys.exit(f"{table.stem}, segment {label}: {error}")
    print(f"{compared} segments agree with SimpleITK {SimpleITK.Version_VersionString()} and VTK")
    if not compared:
        sys.exit("nothing was compared")


main(pathlib.Path(sys.argv[1]))
