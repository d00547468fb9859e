"""Turns the lines of releng/bench/view, "round N  PEER  first|again median|jump median SECONDS s …", into a table of medians
over the rounds and of each jump's ratio to tensorstore's over the same protocol.
usage: python view_table.py LINES"""
import collections
import re
import statistics
import sys

KINDS = ['first', 'again median', 'jump median', 'p95']
times = collections.defaultdict(list)
for line in open(sys.argv[1]):
    peer = re.match(r'round \d+  (\S+)  ', line).group(1)
    for kind, seconds in re.findall(r'(first|again median|jump median|p95) ([0-9.]+) s', line):
        times[peer, kind].append(float(seconds))

print('Seconds, medians over the rounds.\n')
print('| | first three slices | the same, program warm | each jump | its p95 | jump / tensorstore |')
print('|---|---|---|---|---|---|')
for peer in dict.fromkeys(peer for peer, _ in times):
    cells = ['%.3f' % statistics.median(times[peer, kind]) if times[peer, kind] else '' for kind in KINDS]
    other = times['tensorstore-' + peer.split('-')[-1], 'jump median']
    mine = times[peer, 'jump median']
    ratio = '%.2f' % (statistics.median(mine) / statistics.median(other)) if mine and other else ''
    print('| %s | %s | %s |' % (peer, ' | '.join(cells), ratio))
