"""Turns lines "layout, loader, round, repetition, seconds" into a table of medians and ratios.
usage: python table.py TIMES.tsv"""
import collections
import statistics
import sys

times = collections.defaultdict(lambda: ([], []))  # (layout, loader) -> first loads, later loads
for line in open(sys.argv[1]):
    layout, loader, _, repetition, seconds = line.split('\t')
    times[layout, loader][int(repetition) > 1].append(float(seconds))
layouts = list(dict.fromkeys(layout for layout, _ in times))
loaders = list(dict.fromkeys(loader for _, loader in times))


def warm(layout, loader):
    later = times[layout, loader][1] if (layout, loader) in times else []
    return statistics.median(later) if later else None


print('Seconds, median of warm loads (best; median of first loads in a fresh process).\n')
print('| layout | ' + ' | '.join(loaders) + ' | ours / floor | ours / tensorstore | first / warm |')
print('|---' * (len(loaders) + 4) + '|')
for layout in layouts:
    cells = []
    for loader in loaders:
        first, later = times[layout, loader] if (layout, loader) in times else ([], [])
        cells.append('%.2f (%.2f; %.2f)' % (statistics.median(later), min(later), statistics.median(first)) if later else '')
    ours = warm(layout, 'ours')
    for other in 'floor', 'tensorstore':
        base = warm(layout, other)
        cells.append('%.2f' % (ours / base) if ours and base else '')
    first = times[layout, 'ours'][0]
    cells.append('%.2f' % (statistics.median(first) / ours) if ours and first else '')
    print('| ' + layout + ' | ' + ' | '.join(cells) + ' |')
plain = [warm(layout, 'ours') for layout in ('lz4-64', 'lz4-128') if warm(layout, 'ours')]
if warm('sharded', 'ours') and plain:
    print('\nOurs, sharded / unsharded of the same chunks: %.2f' % (warm('sharded', 'ours') / plain[0]))
