"""Loads one Zarr array as a whole, again and again, each time opened afresh: one line of seconds per load.
usage: python load.py tensorstore|zarrs|zarr ADDRESS REPS [SHA256]     ADDRESS is the array itself: http://…, a folder
or ENDPOINT,BUCKET,PATH of an S3 server"""
import hashlib
import sys
import time

peer, address, reps = sys.argv[1], sys.argv[2].rstrip('/'), int(sys.argv[3])
over_http = address.startswith('http')


def tensorstore():
    import tensorstore as ts
    kvstore = {'driver': 'http', 'base_url': address + '/'} if over_http else {'driver': 'file', 'path': address + '/'}
    if ',' in address:
        endpoint, bucket, path = address.split(',')
        kvstore = {'driver': 's3', 'endpoint': endpoint, 'bucket': bucket, 'path': path + '/', 'aws_region': 'us-east-1',
                   'aws_credentials': {'type': 'anonymous'}}
    spec = {'driver': 'zarr3' if 'v3' in address else 'zarr', 'kvstore': kvstore}
    return ts.open(spec, open=True, context=ts.Context()).result().read().result()


def zarr3(pipeline):
    import zarr
    if pipeline:
        import zarrs  # noqa: F401
        zarr.config.set({'codec_pipeline.path': pipeline})
    if over_http:
        import fsspec.implementations.asyn_wrapper  # noqa: F401
        store = zarr.storage.FsspecStore.from_url(address, read_only=True)
    else:
        store = zarr.storage.LocalStore(address, read_only=True)
    return zarr.open_array(store, mode='r')[...]


load = {'tensorstore': tensorstore, 'zarrs': lambda: zarr3('zarrs.ZarrsCodecPipeline'), 'zarr': lambda: zarr3(None)}[peer]
values = None
for _ in range(reps):
    values = None  # as the other loaders do: memory is given back before the next load asks for some
    start = time.perf_counter()
    values = load()
    print('%.3f s' % (time.perf_counter() - start), flush=True)
if len(sys.argv) > 4:
    print('sha256', hashlib.sha256(values.tobytes()).hexdigest())
