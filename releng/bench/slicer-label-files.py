"""Reads and writes a segmentation in turns with 3D Slicer.   slicer-label-files.py FOLDER ROUNDS JAVA ..."""

import os
import pathlib
import statistics
import subprocess
import sys
import time

from scene import Slicer

folder, rounds = pathlib.Path(sys.argv[1]), int(sys.argv[2])
ours = subprocess.Popen(sys.argv[3:], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
assert ours.stdout.readline().strip() == "ready"
slicer, file = Slicer(), folder / "ours.seg.nrrd"


def processor():
    """Seconds that each of the two has used a processor."""
    ticks = pathlib.Path(f"/proc/{ours.pid}/stat").read_text().rsplit(")", 1)[1].split()[11:13]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK"), time.process_time()


def us(order):
    ours.stdin.write(order + "\n")
    ours.stdin.flush()
    return float(ours.stdout.readline().split()[0])


def them(order):
    global node
    start = time.perf_counter()
    if order == "read":
        slicer.clear()
        node = slicer.load(file)
    else:
        slicer.save(node, folder / "slicer.seg.nrrd")
    return time.perf_counter() - start


us("write"), us("read"), us("write"), us("read")
them("read"), them("write")
print(f"{file.stat().st_size / 1e6:.1f} MB ours, {(folder / 'slicer.seg.nrrd').stat().st_size / 1e6:.1f} MB Slicer; medians of "
      f"{rounds} pairs, seconds; load {os.getloadavg()[0]:.1f}")
for order in ("read", "write"):
    before = processor()
    pairs = [(us(order), them(order)) for _ in range(rounds)]
    print(f"{order:6} ours {statistics.median(a for a, _ in pairs):7.3f}   Slicer {statistics.median(b for _, b in pairs):7.3f}   "
          f"ratio {statistics.median(a / b for a, b in pairs):.3f}   "
          f"processor seconds each {' and '.join(f'{(b - a) / rounds:.2f}' for a, b in zip(before, processor()))}")
ours.stdin.close()
ours.wait()
