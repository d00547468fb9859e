"""The workbench without a window, and what was checked."""

import json
import os
import subprocess
import sys

import numpy


class Checks:
    """Counts, and remembers what was wrong."""

    def __init__(self):
        self.count, self.wrong = 0, []

    def __call__(self, what, found, wanted):
        self.count += 1
        numbers = isinstance(wanted, list) and wanted and all(isinstance(n, (int, float)) for n in wanted)
        close = numbers and isinstance(found, list) and len(found) == len(wanted)
        if not (numpy.allclose(found, wanted, rtol=1e-5, atol=2e-5) if close else found == wanted):
            self.wrong.append(f"{what}: {str(found)[:300]} instead of {str(wanted)[:300]}")

    def end(self):
        print(f"{self.count} checks, {len(self.wrong)} wrong")
        print(*self.wrong, sep="\n", file=sys.stderr)
        sys.exit(1 if self.wrong else 0)


class OurSide:
    """One process, one order a line."""

    def __init__(self, command):
        self.process = subprocess.Popen([*command, "OurSide"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")

    def __call__(self, *words):
        self.process.stdin.write("\t".join(map(str, words)) + "\n")
        self.process.stdin.flush()
        said, _, answer = self.process.stdout.readline().rstrip("\n").partition("\t")
        if said != "ok":
            raise AssertionError(f"ours, {words[0]} {words[1]}: {answer}")
        return answer


class Desk:
    """One person with the workbench's command line on one computer."""

    def __init__(self, java, side, token, forge, folder):
        self.java, self.side, self.forge, self.folder = java, side, forge, folder
        self.variables = {**os.environ, "MORPHODEPOT_TOKEN": token}

    def work(self, *words):
        done = subprocess.run([*self.java, "org.morphodepot.cli.Main", "work", *map(str, words), "--desk", str(self.folder)],
                              env=self.variables, capture_output=True, text=True, timeout=300)
        if done.returncode:
            raise AssertionError(f"work {' '.join(map(str, words))}: {done.stdout} {done.stderr}")
        return done.stdout.strip()

    def start(self, depot, number):
        started = json.loads(self.work("start", f"{depot}#{number}", "--forge", self.forge, "--json"))
        self.labels, self.scan = started["labels"], started["scan"].removeprefix("file://")
        return started

    def paint(self, name, box, color="d04010"):
        """Paints a box into the first segment of a name, a new one when there is none, and saves."""
        self.side("read", self.labels, self.scan)
        known = {s["name"]: s["id"] for s in reversed(json.loads(self.side("cli", "info", "--json", self.labels))["segments"])}
        segment = known.get(name) or self.side("add", name, color, "")
        self.side("paint", segment, " ".join(map(str, box)), "ALL")
        self.side("save", self.labels)
        return segment

    def checkpoint(self):
        return self.work("checkpoint", self.labels)

    def submit(self, *options):
        return self.work("submit", self.labels, *options)
