"""Reads and writes a segmentation in turns with programs we did not write.   label-files.py FOLDER ROUNDS JAVA ..."""

import pathlib
import statistics
import subprocess
import sys
import time

import nrrd
import SimpleITK

folder, rounds = pathlib.Path(sys.argv[1]), int(sys.argv[2])
ours = subprocess.Popen(sys.argv[3:], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
assert ours.stdout.readline().strip() == "ready"
heap = []


def us(order):
    ours.stdin.write(order + "\n")
    ours.stdin.flush()
    seconds, megabytes = ours.stdout.readline().split()
    heap.append(int(megabytes))
    return float(seconds)


def timed(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def pigz():
    with open(folder / "values.gz", "wb") as out:
        subprocess.run(["pigz", "-6", "-c", str(folder / "values")], stdout=out, check=True)


def unpigz():
    subprocess.run(["pigz", "-dc", str(folder / "values.gz")], stdout=subprocess.DEVNULL, check=True)


file = str(folder / "ours.seg.nrrd")
image = SimpleITK.ReadImage(file)
pigz()
pairs = {
    ("write", "pigz -6"): pigz,
    ("write", "SimpleITK"): lambda: SimpleITK.WriteImage(image, str(folder / "itk.nrrd"), True),
    ("read", "pigz -dc"): unpigz,
    ("read", "SimpleITK (ITK, C++)"): lambda: SimpleITK.ReadImage(file),
    ("read", "pynrrd"): lambda: nrrd.read(file, index_order="F"),
}
us("write"), us("read"), us("write"), us("read")
print(f"{image.GetNumberOfPixels() / 1e6:.0f} Mvoxel, {pathlib.Path(file).stat().st_size / 1e6:.1f} MB ours, "
      f"{(folder / 'values.gz').stat().st_size / 1e6:.1f} MB pigz; medians of {rounds} pairs, seconds")
for (order, name), work in pairs.items():
    times = [(us(order), timed(work)) for _ in range(rounds)]
    mine, other = (statistics.median(t) for t in zip(*times))
    ratio = statistics.median(a / b for a, b in times)
    print(f"{order:6} ours {mine:7.3f}   {name:22} {other:7.3f}   ratio {ratio:.2f}")
print(f"most heap in use after a turn {max(heap)} MB of -Xmx512m")
ours.stdin.close()
ours.wait()
