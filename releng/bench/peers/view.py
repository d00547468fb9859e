"""What a viewer reads, with tensorstore: three slices of the middle as fine as views of 800 x 600 pixels show, from a cold
open; then random places, three windows of 800 x 600 voxels at full resolution each. Nothing is cached.
usage: python view.py http|s3 ADDRESS-OR-ENDPOINT[,BUCKET,PATH] JUMPS"""
import json
import random
import sys
import time

import tensorstore as ts

kind, place, jumps = sys.argv[1], sys.argv[2], int(sys.argv[3])
W, H = 800, 600


def kvstore(path):
    if kind == 'http':
        return {'driver': 'http', 'base_url': place + '/' + path}
    endpoint, bucket, prefix = place.split(',')
    return {'driver': 's3', 'endpoint': endpoint, 'bucket': bucket, 'path': prefix + '/' + path, 'aws_region': 'us-east-1',
            'aws_credentials': {'type': 'anonymous'}}


def level(number, context):
    return ts.open({'driver': driver, 'kvstore': kvstore('%d/' % number)}, open=True, context=context)


def slices(arrays, point, window):
    reads = []
    for axis in range(3):
        array, scale = arrays[axis]
        index = [slice(None)] * 3
        index[axis] = min(array.shape[axis] - 1, point[axis] // scale)
        if window:
            for a, side in zip([a for a in range(3) if a != axis], (H, W)):
                low = max(0, min(point[a] - side // 2, array.shape[a] - side))
                index[a] = slice(low, min(array.shape[a], low + side))
        reads.append(array[tuple(index)].read())
    for read in reads:
        read.result()


def finest(shape, axis, count):
    """The level at which a voxel of a slice that fills the view is not smaller than a pixel."""
    down, across = [n for a, n in enumerate(shape) if a != axis]
    number = 0
    while number + 1 < count and max(across / W, down / H) >= 2 ** (number + 1):
        number += 1
    return number


start = time.perf_counter()
context = ts.Context()
root = ts.KvStore.open(kvstore(''), context=context).result()
text = root.read('zarr.json').result().value
driver = 'zarr3' if text else 'zarr'
image = json.loads(text)['attributes']['ome'] if text else json.loads(root.read('.zattrs').result().value)
count = len(image['multiscales'][0]['datasets'])
opening = [level(n, context) for n in range(count)]
levels = [array.result() for array in opening]
shape = levels[0].shape
numbers = [finest(shape, axis, count) for axis in range(3)]
slices([(levels[n], 2 ** n) for n in numbers], [n // 2 for n in shape], False)
print('first %.3f s' % (time.perf_counter() - start))
random.seed(1)
times = []
for _ in range(jumps):
    point = [random.randrange(n) for n in shape]
    begin = time.perf_counter()
    slices([(levels[0], 1)] * 3, point, True)
    times.append(time.perf_counter() - begin)
times.sort()
if times:
    print('jump median %.3f s  p95 %.3f s' % (times[len(times) // 2], times[int(len(times) * .95)]))
