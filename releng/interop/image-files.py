"""Writes TIFF, slices, DICOM and NIfTI with programs we did not write, and lists those that come with Python packages, with
what is in them according to those programs. Usage: image-files.py FOLDER   (writes FOLDER/expected.json)"""

import hashlib
import json
import pathlib
import sys
import warnings

import imageio.v3 as imageio
import nibabel
import numpy
import pydicom
import SimpleITK
import tifffile
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian, RLELossless, generate_uid

warnings.filterwarnings("ignore")
out = pathlib.Path(sys.argv[1])
out.mkdir(parents=True, exist_ok=True)
files = []
PLAIN = ["uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64"]


def little(array):
    return numpy.ascontiguousarray(array).astype(array.dtype.newbyteorder("<"), copy=False).tobytes()


def smooth(shape, dtype):
    """Values of the whole range of a type that compress a little."""
    z, y, x = numpy.indices(shape)
    a = numpy.sin(x / 7.0) + numpy.cos(y / 5.0) + z / 3.0
    if numpy.issubdtype(dtype, numpy.integer):
        limits = numpy.iinfo(dtype)
        low, high = max(limits.min, -(2**40)), min(limits.max, 2**40)
        a = numpy.clip((a - a.min()) / (a.max() - a.min()) * (high - low) + low, low, high)
    return a.astype(dtype)


def expect(path, array, **more):
    """array is z, y, x."""
    files.append({"path": str(path), "type": array.dtype.name, "size": list(array.shape[::-1]),
                  "sha256": hashlib.sha256(little(array)).hexdigest(), **more})


def tiffs():
    folder = out / "tiff"
    folder.mkdir(exist_ok=True)
    for dtype in PLAIN:
        data = smooth((4, 70, 90), numpy.dtype(dtype))
        for codec in (None, "lzw", "zlib", "packbits"):
            for tile in (None, (32, 48)):
                for big in (False, True):
                    for order in "<>":
                        for predictor in (False, True):
                            if predictor and codec not in ("lzw", "zlib"):
                                continue
                            name = f"{dtype}-{codec}-{'tiles' if tile else 'strips'}-{'big' if big else 'classic'}" \
                                   f"-{'le' if order == '<' else 'be'}{'-predictor' if predictor else ''}.tif"
                            tifffile.imwrite(folder / name, data, compression=codec, tile=tile, bigtiff=big, byteorder=order,
                                             predictor=predictor or None, photometric="minisblack", metadata=None)
                            expect(folder / name, data, spacing=None)
    half = smooth((3, 40, 50), numpy.float16)
    tifffile.imwrite(folder / "half.tif", half, photometric="minisblack", metadata=None)
    expect(folder / "half.tif", half.astype(numpy.float32), spacing=None)
    hyperstacks(folder)
    refused(folder)


def hyperstacks(folder):
    data = smooth((5, 30, 40), numpy.uint16)
    tifffile.imwrite(folder / "imagej.tif", data, imagej=True, resolution=(1 / 0.04, 1 / 0.05),
                     metadata={"spacing": 0.06, "unit": "mm", "axes": "ZYX"})
    expect(folder / "imagej.tif", data, spacing=[0.04, 0.05, 0.06])
    channels = smooth((5 * 2, 30, 40), numpy.uint16).reshape(5, 2, 30, 40)
    tifffile.imwrite(folder / "imagej-channels.tif", channels, imagej=True, resolution=(2, 2),
                     metadata={"spacing": 1.5, "unit": "um", "axes": "ZCYX"})
    expect(folder / "imagej-channels.tif", channels[:, 0], spacing=[0.0005, 0.0005, 0.0015])
    behind(folder)
    for axes in ("ZYX", "CZYX", "ZCYX", "TZCYX"):
        shape = [{"Z": 5, "C": 2, "T": 3, "Y": 30, "X": 40}[a] for a in axes]
        array = smooth((int(numpy.prod(shape[:-2])), 30, 40), numpy.uint16).reshape(shape)
        tifffile.imwrite(folder / f"ome-{axes}.ome.tif", array, ome=True, photometric="minisblack",
                         metadata={"axes": axes, "PhysicalSizeX": 4, "PhysicalSizeY": 5, "PhysicalSizeZ": 6})
        first = array[tuple(slice(None) if a in "ZYX" else 0 for a in axes)]
        expect(folder / f"ome-{axes}.ome.tif", first, spacing=[0.004, 0.005, 0.006])
    colors = numpy.stack([smooth((3, 20, 30), numpy.uint8), 255 - smooth((3, 20, 30), numpy.uint8),
                          numpy.full((3, 20, 30), 7, numpy.uint8)], axis=-1)
    tifffile.imwrite(folder / "colors.tif", colors, photometric="rgb", compression="lzw", metadata=None)
    weights = colors.astype(numpy.int64) @ numpy.array([299, 587, 114])
    expect(folder / "colors.tif", ((weights + 500) // 1000).astype(numpy.uint8), spacing=None)


def behind(folder):
    """One page, the other slices follow: as ImageJ saves stacks of more than 4 GB."""
    for order in "<>":
        data = smooth((6, 30, 40), numpy.uint16)
        name = folder / f"imagej-behind-{'le' if order == '<' else 'be'}.tif"
        text = "ImageJ=1.53t\nimages=6\nslices=6\nunit=micron\nspacing=3.0\nloop=false\n"
        tifffile.imwrite(name, data[0], byteorder=order, description=text, metadata=None, resolution=(0.5, 0.5),
                         photometric="minisblack")
        with tifffile.TiffFile(name) as tiff:
            start = tiff.pages[0].dataoffsets[0]
        bytes_ = name.read_bytes()
        name.write_bytes(bytes_[:start] + data.astype(data.dtype.newbyteorder(order)).tobytes())
        expect(name, data, spacing=[0.002, 0.002, 0.003])


def refused(folder):
    data = smooth((2, 30, 40), numpy.uint16)
    tifffile.imwrite(folder / "zstd.tif", data, compression="zstd", metadata=None)
    files.append({"path": str(folder / "zstd.tif"), "refused": "compression"})
    tifffile.imwrite(folder / "long.tif", data.astype(numpy.int64), metadata=None, photometric="minisblack")
    files.append({"path": str(folder / "long.tif"), "refused": "64 bits"})


def slices():
    for ending, dtype in (("tif", "uint16"), ("tif", "float32"), ("png", "uint8"), ("png", "uint16"), ("bmp", "uint8")):
        folder = out / f"slices-{ending}-{dtype}"
        folder.mkdir(exist_ok=True)
        data = smooth((12, 33, 44), numpy.dtype(dtype))
        for z, plane in enumerate(data):
            imageio.imwrite(folder / f"skull {z}.{ending}", plane)
        (folder / "notes.txt").write_text("not a slice")
        imageio.imwrite(folder / "preview.png", numpy.zeros((5, 5), numpy.uint8))
        expect(folder, data, spacing=None)
    folder = out / "slices-jpg"
    folder.mkdir(exist_ok=True)
    for z in range(3):
        imageio.imwrite(folder / f"s{z:03}.jpg", smooth((3, 33, 44), numpy.uint8)[z])
    read = numpy.stack([imageio.imread(folder / f"s{z:03}.jpg") for z in range(3)])
    files.append({"path": str(folder), "type": "uint8", "size": list(read.shape[::-1]), "spacing": None,
                  "near": float(read.mean())})


def dicom_file(path, plane, z, positions, orientation, syntax, signed, slope, intercept, extra):
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.2"
    meta.MediaStorageSOPInstanceUID = generate_uid()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian if syntax == RLELossless else syntax
    d = FileDataset(str(path), {}, file_meta=meta, preamble=b"\0" * 128)
    d.SOPClassUID, d.SOPInstanceUID = meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID
    d.Modality, d.SeriesInstanceUID, d.InstanceNumber = "CT", extra.get("series", "1.2.3.4"), z + 1
    d.ImagePositionPatient, d.ImageOrientationPatient = [float(p) for p in positions[z]], orientation
    d.PixelSpacing, d.SliceThickness = [0.7, 0.5], 9
    d.Rows, d.Columns = plane.shape
    d.SamplesPerPixel, d.PhotometricInterpretation = 1, "MONOCHROME2"
    d.BitsAllocated = plane.dtype.itemsize * 8
    d.BitsStored = extra.get("stored", d.BitsAllocated)
    d.HighBit, d.PixelRepresentation = d.BitsStored - 1, int(signed)
    d.RescaleSlope, d.RescaleIntercept = slope, intercept
    d.PixelData = plane.tobytes()
    if syntax == RLELossless:
        d.compress(RLELossless)
    d.save_as(path, enforce_file_format=True)


def dicoms():
    oblique = [0.8, 0.6, 0, 0, 0, -1]
    normal = numpy.cross(oblique[:3], oblique[3:])
    kinds = {
        "plain": ("int16", ExplicitVRLittleEndian, 1, -1024, {}, "int32"),
        "twelve": ("uint16", ExplicitVRLittleEndian, 1, -1024, {"stored": 12}, "int16"),
        "implicit": ("uint16", ImplicitVRLittleEndian, 1, 0, {}, "uint16"),
        "rle": ("uint16", RLELossless, 1, 0, {}, "uint16"),
        "rle8": ("uint8", RLELossless, 2, 1, {}, "uint16"),
        "real": ("uint16", ExplicitVRLittleEndian, 0.25, 0.5, {}, "float32"),
    }
    for name, (dtype, syntax, slope, intercept, extra, result) in kinds.items():
        folder = out / f"dicom-{name}"
        folder.mkdir(exist_ok=True)
        data = smooth((7, 21, 35), numpy.dtype(dtype))
        if "stored" in extra:
            data = data >> (16 - extra["stored"])
        positions = [numpy.array([10.0, -20.0, 30.0]) + normal * 1.25 * z for z in range(7)]
        for z in range(7):  # names against the order of positions
            dicom_file(folder / f"im{99 - z}.dcm", data[z], z, positions, oblique, syntax, dtype.startswith("i"), slope,
                       intercept, extra)
        (folder / "readme.txt").write_text("not a slice")
        other = folder / "x.dcm"
        dicom_file(other, data[0][:5, :6].copy(), 0, positions, oblique, syntax, dtype.startswith("i"), 1, 0,
                   {**extra, "series": "9.9"})
        values = (data.astype(numpy.float64) * slope + intercept).astype(result)
        expect(folder, values, spacing=[0.5, 0.7, 1.25], directions=[*oblique, *normal], origin=[10, -20, 30])
    written_by_itk()
    folder = out / "dicom-gap"
    folder.mkdir(exist_ok=True)
    data = smooth((7, 21, 35), numpy.dtype("int16"))
    positions = [[0, 0, 2.0 * z] for z in range(7)]
    for z in (0, 1, 2, 4, 5, 6):
        dicom_file(folder / f"{z}", data[z], z, positions, [1, 0, 0, 0, 1, 0], ExplicitVRLittleEndian, True, 1, 0, {})
    files.append({"path": str(folder), "refused": "missing"})


def written_by_itk():
    folder = out / "dicom-itk"
    folder.mkdir(exist_ok=True)
    data = smooth((5, 20, 30), numpy.int16)
    image = SimpleITK.GetImageFromArray(data)
    writer = SimpleITK.ImageFileWriter()
    writer.KeepOriginalImageUIDOn()
    for z in range(5):
        plane = image[:, :, z]
        plane.SetMetaData("0008|0060", "CT")
        plane.SetMetaData("0020|000e", "1.2.826.0.1.3680043.2.1125.7")
        plane.SetMetaData("0020|0032", f"0\\0\\{-3 * z}")
        plane.SetMetaData("0020|0037", "1\\0\\0\\0\\1\\0")
        plane.SetMetaData("0020|0013", str(z))
        plane.SetSpacing([0.25, 0.5])
        writer.SetFileName(str(folder / f"{z}.dcm"))
        writer.Execute(plane)
    read = SimpleITK.ReadImage(SimpleITK.ImageSeriesReader.GetGDCMSeriesFileNames(str(folder)))
    expect(folder, SimpleITK.GetArrayFromImage(read), spacing=[0.25, 0.5, 3], origin=list(read.GetOrigin()),
           directions=[1, 0, 0, 0, 1, 0, 0, 0, 1])


def real_dicoms():
    """Single files that come with pydicom, made by scanners and other programs."""
    folder = pathlib.Path(pydicom.data.__file__).parent / "test_files"
    for path in sorted(folder.glob("*.dcm")):
        try:
            d = pydicom.dcmread(path)
            if d.file_meta.TransferSyntaxUID not in (ExplicitVRLittleEndian, ImplicitVRLittleEndian, RLELossless,
                                                     "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.4.57",
                                                     "1.2.840.10008.1.2.4.70"):
                raise ValueError
            if d.SamplesPerPixel != 1 or d.BitsAllocated not in (8, 16, 32) or "FloatPixelData" in d:
                raise ValueError
            pixels = d.pixel_array
        except Exception:
            files.append({"path": str(path), "readable": True})
            continue
        pixels = pixels if pixels.ndim == 3 else pixels[None]
        slope, intercept = float(d.get("RescaleSlope", 1)), float(d.get("RescaleIntercept", 0))
        files.append({"path": str(path), "size": list(pixels.shape[::-1]),
                      "mean": float((pixels * slope + intercept).mean()), "real": True})


def niftis():
    folder = out / "nifti"
    folder.mkdir(exist_ok=True)
    affine = numpy.array([[-0.5, 0, 0.1, 12], [0, 0.6, 0, -7], [0.05, 0, 0.7, 3], [0, 0, 0, 1.0]])
    for dtype in PLAIN + ["int64", "uint64"]:
        data = smooth((6, 20, 30), numpy.dtype(dtype))
        for kind, name in ((nibabel.Nifti1Image, "n1"), (nibabel.Nifti2Image, "n2")):
            for ending in ("nii", "nii.gz"):
                image = kind(data.transpose(), affine, dtype=dtype)
                image.header.set_xyzt_units("mm")
                path = folder / f"{dtype}-{name}.{ending}"
                nibabel.save(image, path)
                expect(path, data, **lps(affine))
    data = smooth((6, 20, 30), numpy.int16)
    scaled = nibabel.Nifti1Image(data.transpose(), affine)
    scaled.header.set_slope_inter(0.5, 3)
    path = folder / "scaled.nii"
    header = scaled.header.copy()
    header.set_slope_inter(0.5, 3)
    header["magic"], header["vox_offset"] = b"n+1", 352
    path.write_bytes(header.binaryblock + b"\0" * 4 + data.tobytes())
    expect(path, (data * 0.5 + 3).astype(numpy.float32), **lps(affine))
    big = nibabel.Nifti1Image(data.transpose(), affine, nibabel.Nifti1Header(endianness=">"))
    big.header.set_data_dtype(numpy.int16)
    nibabel.save(big, folder / "big.nii")
    expect(folder / "big.nii", data, **lps(affine))
    nibabel.save(nibabel.Nifti1Pair(data.transpose(), affine), folder / "pair.hdr")
    expect(folder / "pair.hdr", data, **lps(affine))
    for flip in (1, -1):
        image = SimpleITK.GetImageFromArray(data)
        image.SetSpacing([0.3, 0.4, 0.5])
        image.SetOrigin([1, 2, 3])
        image.SetDirection([0.6, -0.8 * flip, 0, 0.8, 0.6 * flip, 0, 0, 0, 1])
        path = folder / f"itk{flip}.nii.gz"
        SimpleITK.WriteImage(image, str(path))
        d = numpy.array(image.GetDirection()).reshape(3, 3).transpose().ravel()
        expect(path, data, spacing=[0.3, 0.4, 0.5], origin=[1, 2, 3], directions=list(d))
    tests = pathlib.Path(nibabel.__file__).parent / "tests" / "data"
    for path in sorted(tests.glob("*.nii*")):
        if "dconn" not in path.name:
            real_nifti(path)


def lps(affine):
    turned = numpy.diag([-1, -1, 1]) @ affine[:3]
    spacing = numpy.linalg.norm(turned[:, :3], axis=0)
    return {"spacing": list(spacing), "origin": list(turned[:, 3]), "directions": list((turned[:, :3] / spacing).T.ravel())}


def real_nifti(path):
    image = nibabel.load(path)
    stored = numpy.asanyarray(image.dataobj.get_unscaled())
    first = stored[(slice(None),) * 3 + (0,) * (stored.ndim - 3)].transpose()
    slope, inter = image.dataobj.slope, image.dataobj.inter
    if (slope, inter) != (1, 0):
        first = (first * slope + inter).astype(numpy.float32)
    expect(path, first.astype(first.dtype.newbyteorder("=")), **lps(image.affine))


tiffs()
slices()
dicoms()
real_dicoms()
niftis()
(out / "expected.json").write_text(json.dumps(files, indent=1))
print(len(files), "files written or found")
