"""Turns lines "layout, loader, round, repetition, seconds" into a table of medians and of ratios: of the medians over all
rounds and, in brackets, the smallest and largest of a single round.
usage: python table.py TIMES.tsv"""
import collections
import statistics
import sys

times = collections.defaultdict(lambda: ([], []))  # (layout, loader) -> first loads, later loads
rounds = collections.defaultdict(lambda: collections.defaultdict(list))  # (layout, loader) -> round -> later loads
for line in open(sys.argv[1]):
    layout, loader, number, repetition, seconds = line.split('\t')
    times[layout, loader][int(repetition) > 1].append(float(seconds))
    if int(repetition) > 1:
        rounds[layout, loader][number].append(float(seconds))
layouts = list(dict.fromkeys(layout for layout, _ in times))
loaders = list(dict.fromkeys(loader for _, loader in times))


def warm(layout, loader):
    later = times[layout, loader][1] if (layout, loader) in times else []
    return statistics.median(later) if later else None


def spread(layout, other):
    base = rounds[layout, other]
    each = [statistics.median(later) / statistics.median(base[n]) for n, later in rounds[layout, 'ours'].items() if n in base]
    return '%.2f-%.2f' % (min(each), max(each))


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
        cells.append('%.2f (%s)' % (ours / base, spread(layout, other)) if ours and base else '')
    first = times[layout, 'ours'][0]
    cells.append('%.2f' % (statistics.median(first) / ours) if ours and first else '')
    print('| ' + layout + ' | ' + ' | '.join(cells) + ' |')
plain = [warm(layout, 'ours') for layout in ('lz4-64', 'lz4-128') if warm(layout, 'ours')]
if warm('sharded', 'ours') and plain:
    print('\nOurs, sharded / unsharded of the same chunks: %.2f' % (warm('sharded', 'ours') / plain[0]))
