"""Makes an OME-Zarr pyramid of means, sharded or not, with ngff-zarr or ome-zarr-py; or a scan to start from.
usage: pyramid.py make FOLDER Z Y X            one level, uint16, chunks of 128, blosc-lz4
       pyramid.py ngff-zarr|ome-zarr-py SOURCE TARGET LEVELS SHARD      SHARD 0 for none
       pyramid.py time COMMAND...              runs it; prints seconds and the largest memory of its processes in MB"""
import resource
import subprocess
import sys
import time


def make(folder, *size):
    import numpy
    import zarr
    from zarr.codecs import BloscCodec
    size = [int(n) for n in size]
    rng = numpy.random.default_rng(3)
    ramp = numpy.add.outer(numpy.add.outer(numpy.arange(128), numpy.arange(128)), numpy.arange(128))
    block = (ramp * 40 + rng.integers(0, 200, ramp.shape)).astype('u2')  # half of its bits are noise, as in a scan
    array = zarr.create_array(folder, shape=size, chunks=(128,) * 3, dtype='u2', fill_value=0, zarr_format=2,
                              compressors=__import__('numcodecs').Blosc('lz4', 5, 1))
    for z in range(0, size[0], 128):
        for y in range(0, size[1], 128):
            for x in range(0, size[2], 128):
                end = [min(a + 128, n) for a, n in zip((z, y, x), size)]
                array[z:end[0], y:end[1], x:end[2]] = (block + z + 3 * y + x)[:end[0] - z, :end[1] - y, :end[2] - x]


def ngff_zarr(source, target, levels, shard):
    import dask.array
    import ngff_zarr
    image = ngff_zarr.to_ngff_image(dask.array.from_zarr(source), dims=['z', 'y', 'x'])
    factors = [2 ** i for i in range(1, levels)]
    scales = ngff_zarr.to_multiscales(image, factors, method=ngff_zarr.Methods.ITKWASM_BIN_SHRINK, chunks=64)
    ngff_zarr.to_ngff_zarr(target, scales, version='0.5', chunks_per_shard=shard // 64 if shard else None)


def ome_zarr_py(source, target, levels, shard):
    import dask.array
    from ome_zarr.scale import Methods
    from ome_zarr.writer import write_image
    options = {'chunks': (64,) * 3}
    if shard:
        options['shards'] = (shard,) * 3
    factors = [dict.fromkeys('zyx', 2 ** i) for i in range(1, levels)]
    write_image(dask.array.from_zarr(source), target, factors, method=Methods.LOCAL_MEAN, axes='zyx', storage_options=options)


def timed(*command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    print('%.1f s  %d MB' % (time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024))


if __name__ == '__main__':
    what, arguments = sys.argv[1], sys.argv[2:]
    if what in ('make', 'time'):
        {'make': make, 'time': timed}[what](*arguments)
    else:
        peer = {'ngff-zarr': ngff_zarr, 'ome-zarr-py': ome_zarr_py}[what]
        peer(arguments[0], arguments[1], int(arguments[2]), int(arguments[3]))
