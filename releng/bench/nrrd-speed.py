"""Reads and writes one gzip NRRD file of 16-bit values in turns with programs we did not write.
nrrd-speed.py FOLDER FILE|X,Y,Z ROUNDS JAVA ..."""

import os
import pathlib
import statistics
import subprocess
import sys
import time

import numpy
import SimpleITK

folder, what, rounds = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
packed, raw = folder / "packed.nrrd", folder / "raw.nrrd"


def synthetic(x, y, z):
    """Half of the bits are noise, as in a scan."""
    rng = numpy.random.default_rng(3)
    values = numpy.empty((z, y, x), "u2")
    ramp = numpy.add.outer(numpy.arange(y), numpy.arange(x)) * 40
    for k in range(z):
        values[k] = ramp + 30 * k + rng.integers(0, 200, ramp.shape)
    return SimpleITK.GetImageFromArray(values)


def save_raw(image):
    """Also as values without a header, for pigz."""
    SimpleITK.WriteImage(image, str(raw), False)
    SimpleITK.GetArrayViewFromImage(image).tofile(folder / "values")


if "," in what:
    made = synthetic(*(int(n) for n in what.split(",")))
    save_raw(made)
    with open(folder / "values.gz", "wb") as out:
        subprocess.run(["pigz", "-6", "-c", str(folder / "values")], stdout=out, check=True)
    header = raw.read_bytes()[:4096].split(b"\n\n")[0].replace(b"encoding: raw", b"encoding: gzip") + b"\n\n"
    with open(packed, "wb") as out:  # one stream, as Slicer writes it
        out.write(header)
        out.flush()
        subprocess.run(["cat", str(folder / "values.gz")], stdout=out, check=True)
else:
    os.symlink(os.path.abspath(what), packed)
    made = SimpleITK.ReadImage(str(packed))
    save_raw(made)
del made

ours = subprocess.Popen(sys.argv[4:] + [str(packed), str(raw), str(folder / "ours.nrrd")],
                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
assert ours.stdout.readline().strip() == "ready"
ticks = os.sysconf("SC_CLK_TCK")


def us(order):
    def cpu():
        fields = open(f"/proc/{ours.pid}/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / ticks
    before = cpu()
    ours.stdin.write(order + "\n")
    ours.stdin.flush()
    return float(ours.stdout.readline()), cpu() - before


def timed(work):
    start, before = time.perf_counter(), os.times()
    work()
    after = os.times()
    return time.perf_counter() - start, sum(after[:4]) - sum(before[:4])


def pigz(*options):
    def run():
        with open(folder / "pigz.out", "wb") as out:
            subprocess.run(["pigz", *options], stdout=out, check=True)
            os.fsync(out.fileno())  # as ours does before it takes the place of the old file
    return run


pairs = {
    ("read", "ITK, C++ (SimpleITK)"): lambda: SimpleITK.ReadImage(str(packed)),
    ("write", "pigz -6"): pigz("-6", "-c", str(folder / "values")),
}
warm = time.perf_counter() + 6
while True:  # long enough for the compiler
    for order in ("read", "write", "show"):
        us(order)
    if time.perf_counter() > warm:
        break
first, _ = us("show")
print(f"{(folder / 'values').stat().st_size / 1e6:.0f} MB of values, {packed.stat().st_size / 1e6:.1f} MB packed, "
      f"{(folder / 'ours.nrrd').stat().st_size / 1e6:.1f} MB as ours writes it; a first chunk after {first:.3f} s; "
      f"medians of {rounds} pairs, seconds (of processors)")
for (order, name), work in pairs.items():
    times = [(us(order), timed(work)) for _ in range(rounds)]
    (mine, mine_cpu), (other, other_cpu) = (map(statistics.median, zip(*t)) for t in zip(*times))
    ratio = statistics.median(a[0] / b[0] for a, b in times)
    print(f"{order:6} ours {mine:7.3f} ({mine_cpu:.2f})   {name:22} {other:7.3f} ({other_cpu:.2f})   ratio {ratio:.2f}")
ours.stdin.close()
ours.wait()
