"""The loop of an issue with 3D Slicer and its MorphoDepot extension on one side and the workbench on the other, both ways, on a practice
forge.   loop.py FOLDER JAVA ..."""

import json
import pathlib
import re
import subprocess
import sys

from extension import Extension
from scene import Slicer, array, facts
from workbench import Checks, Desk, OurSide

OUT, JAVA = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:]
slicer, ours, check = Slicer(), OurSide(JAVA), Checks()


class Forge:
    """A practice forge, and what anybody may see of a contribution on it."""

    def __init__(self, folder):
        self.process = subprocess.Popen([*JAVA, "org.morphodepot.cli.Main", "practice", "--json", "--folder", str(folder)],
                                        stdout=subprocess.PIPE, text=True)
        ready = json.loads(self.process.stdout.readline())
        self.address, self.depot = ready["api"], ready["depot"]
        self.tokens = {account["login"]: account["token"] for account in ready["accounts"]}
        # right-anterior-superior, 96 x 72 x 64 voxels of 0.5 mm
        self.scan = [-0.5, 0, 0, 0, 0, -0.5, 0, 0, 0, 0, 0.5, 0, 0, 0, 0, 1, 0, 95, 0, 71, 0, 63]
        subprocess.run(["git", "clone", "-q", "--mirror", f"{self.address}/{self.depot}.git", OUT / "mirror"], check=True)

    def git(self, *words, text=True):
        return subprocess.run(["git", "-C", OUT / "mirror", *words], check=True, capture_output=True, text=text).stdout

    def branch(self, login, branch):
        """The head of a fork's branch, fetched."""
        self.git("fetch", "-q", f"{self.address}/{login}/{self.depot.split('/')[1]}.git", f"+{branch}:refs/seen/{login}/{branch}")
        self.git("fetch", "-q", "origin", "+main:main")
        return self.git("rev-parse", f"refs/seen/{login}/{branch}").strip()

    def close(self):
        self.process.terminate()
        self.process.wait()


class Contribution:
    """One issue by one segmenter: what the contract promises of it after every step."""

    def __init__(self, forge, director, login, number):
        self.forge, self.director, self.login, self.number = forge, director, login, number
        self.branch = f"issue-{number}"
        self.head = None
        self.painted = []
        self.baseline = facts_of(forge.git("show", "main:baseline.seg.nrrd", text=False))["segments"]

    def pulls(self, state="all"):
        return self.director.gh_json("api", f"repos/{self.forge.depot}/pulls?head={self.login}:{self.branch}&state={state}")

    def judge(self, step, draft):
        """After every step that sends: pull request, branch, commits, file, voxels of everybody so far."""
        what = f"{self.branch}, {step}"
        pulls = self.pulls()
        check(f"{what}: pull requests", len(pulls), 1)
        check(f"{what}: title", pulls[0]["title"], self.branch)
        words = rf"(Started work on this issue for @\w+\. )?Fixes #{self.number}"
        check(f"{what}: body", bool(re.fullmatch(words, pulls[0]["body"])), True)
        check(f"{what}: draft", pulls[0]["draft"], draft)
        check(f"{what}: from and to", [pulls[0]["head"]["label"], pulls[0]["base"]["ref"]], [f"{self.login}:{self.branch}", "main"])
        head = self.forge.branch(self.login, self.branch)
        check(f"{what}: head of the pull request", pulls[0]["head"]["sha"], head)
        self.commits(what, head)
        self.labels(what, self.forge.git("show", f"{head}:{self.branch}.seg.nrrd", text=False))

    def commits(self, what, head):
        if self.head:
            check(f"{what}: nothing was overwritten", self.forge.git("merge-base", self.head, head).strip(), self.head)
            check(f"{what}: something was sent", head == self.head, False)
        self.head = head
        for commit in self.forge.git("rev-list", "--first-parent", f"main..{head}").split():
            files = self.forge.git("diff", "--name-only", f"{commit}^", commit).split()
            check(f"{what}: files of {commit[:7]}", files, [f"{self.branch}.seg.nrrd"])
        check(f"{what}: files of all", self.forge.git("diff", "--name-only", f"main...{head}").split(), [f"{self.branch}.seg.nrrd"])

    def labels(self, what, content):
        """Slicer opens the file: what the baseline had is there with its ids, and all that was painted in its place."""
        path = OUT / f"{what.replace(' ', '-').replace(',', '')}.seg.nrrd"
        path.write_bytes(content)
        whole = facts_of(content)
        found = whole["segments"]
        check(f"{what}: the scan it refers to", whole["reference"], self.forge.scan)
        for old, new in zip(self.baseline, found):
            for key in ("id", "name", "color"):
                check(f"{what}: {key} of the baseline's {old['name']}", new[key], old[key])
        node = load(content)
        for name, box, voxels in self.painted:
            check(f"{what}: voxels of {name} in {box}", inside(node, name, box), voxels)
        slicer.clear()
        info = json.loads(ours("cli", "info", "--json", path))
        for key in ("id", "name", "label", "voxels"):
            check(f"{what}: {key}s in ours", [s[key] for s in info["segments"]], [s[key] for s in found])

    def paint(self, who, name, box):
        """Somebody paints a box that nobody paints over later."""
        segment = who.paint(name, box)
        self.painted.append((name, box, (box[1] - box[0] + 1) * (box[3] - box[2] + 1) * (box[5] - box[4] + 1)))
        return segment


def load(content):
    file = OUT / "look.seg.nrrd"
    file.write_bytes(content)
    return slicer.load(file)


def facts_of(content):
    found = facts(load(content))
    slicer.clear()
    return found


def inside(node, name, box):
    """How many voxels of a box belong to the segments of a name."""
    segmentation, count = node.GetSegmentation(), 0
    for n in range(segmentation.GetNumberOfSegments()):
        segment = segmentation.GetNthSegment(n)
        if segment.GetName() == name:
            image = segment.GetRepresentation("Binary labelmap")
            start = image.GetExtent()[::2]
            k, j, i = (slice(max(0, box[2 * a] - start[a]), max(0, box[2 * a + 1] + 1 - start[a])) for a in (2, 1, 0))
            count += int((array(image)[k, j, i] == segment.GetLabelValue()).sum())
    return count


def ours_first(forge, director):
    """The workbench begins an issue, Slicer goes on on another computer, then both in turns, once at the same time."""
    number = 1
    desk = Desk(JAVA, ours, forge.tokens["sam"], forge.address, OUT / "sam-desk")
    laptop = Extension(slicer, "sam", forge.tokens["sam"], forge.address, OUT / "sam-slicer")
    work = Contribution(forge, director, "sam", number)

    started = desk.start(forge.depot, number)
    check("file name", pathlib.Path(started["labels"]).name, "issue-1.seg.nrrd")
    work.paint(desk, "left eye", [12, 20, 20, 28, 37, 45])
    check("text of the commit", desk.checkpoint().splitlines()[0].startswith("Edited issue-1 - "), True)
    desk.submit()
    work.judge("begun by ours", True)

    issue = next(i for i in laptop.issues() if i["number"] == number)
    laptop.load_issue(issue)
    check("Slicer took up the branch", laptop.repo.active_branch.name, "issue-1")
    work.paint(laptop, "right eye", [12, 20, 44, 52, 37, 45])
    work.paint(laptop, "spine", [60, 66, 30, 33, 30, 33])
    check("Slicer sends", laptop.commit_and_push("Edited issue-1 - 1 modified - 1 added"), True)
    work.judge("continued by Slicer", True)

    desk.start(forge.depot, number)
    work.paint(desk, "left eye", [21, 22, 20, 28, 37, 45])
    desk.checkpoint()
    laptop.load_issue(issue)
    work.paint(laptop, "right eye", [21, 22, 44, 52, 37, 45])
    check("Slicer sends first", laptop.commit_and_push("Edited issue-1 - 1 modified"), True)
    desk.submit()
    work.judge("both at the same time, ours joined them", True)

    laptop.load_issue(issue)
    work.paint(laptop, "lens", [10, 11, 22, 24, 40, 42])
    check("Slicer sends again", laptop.commit_and_push("Edited issue-1 - 1 added"), True)
    laptop.request_review()
    work.judge("Slicer asked for review", False)
    director.request_changes(forge.depot, work.pulls()[0]["number"], "The rim is missing")
    desk.start(forge.depot, number)
    work.paint(desk, "rim", [8, 9, 22, 24, 40, 42])
    desk.checkpoint()
    desk.submit("--review", "--comment", "Here is the rim")
    work.judge("ours answered the request", False)
    merged(forge, director, work)


def slicer_first(forge, director):
    """Slicer begins an issue, fork and all; the workbench goes on, answers and asks; the director has Slicer."""
    number = 3
    tower = Extension(slicer, "robin", forge.tokens["robin"], forge.address, OUT / "robin-slicer")
    desk = Desk(JAVA, ours, forge.tokens["robin"], forge.address, OUT / "robin-desk")
    work = Contribution(forge, director, "robin", number)

    tower.load_issue(next(i for i in tower.issues() if i["number"] == number))
    work.paint(tower, "jaw", [10, 38, 24, 28, 13, 17])
    check("Slicer sends", tower.commit_and_push("Edited issue-3 - 1 added"), True)
    work.judge("begun by Slicer", True)

    started = desk.start(forge.depot, number)
    check("ours works in the fork Slicer made", started["origin"], f"robin/{forge.depot.split('/')[1]}")
    check("file name", pathlib.Path(started["labels"]).name, "issue-3.seg.nrrd")
    work.paint(desk, "jaw", [10, 38, 44, 48, 13, 17])
    work.paint(desk, "spine", [50, 53, 20, 22, 50, 52])
    check("text of the commit", "2 modified" in desk.checkpoint(), True)
    desk.submit("--review")
    work.judge("continued by ours", False)
    director.request_changes(forge.depot, work.pulls()[0]["number"], "Join them at the snout")
    check("back to draft", work.pulls()[0]["draft"], True)

    work.paint(desk, "jaw", [7, 9, 30, 42, 13, 17])
    desk.checkpoint()
    desk.submit("--review")
    work.judge("ours answered", False)

    tower.load_issue(tower.issue)
    work.paint(tower, "tooth", [9, 9, 35, 36, 18, 18])
    check("Slicer sends what ours made ready", tower.commit_and_push("Edited issue-3 - 1 added"), True)
    work.judge("continued by Slicer again", False)

    tower.load_issue(tower.issue)
    tower.paint("jaw", [70, 71, 50, 51, 50, 51])
    desk.start(forge.depot, number)
    work.paint(desk, "jaw", [80, 81, 50, 51, 50, 51])
    desk.checkpoint()
    desk.submit()
    check("Slicer, coming second, stops", tower.commit_and_push("Edited issue-3 - 1 modified"), False)
    work.judge("ours sent, Slicer came second", False)
    merged(forge, director, work)


def merged(forge, director, work):
    """The director approves in Slicer; the result is read by both."""
    number = work.pulls()[0]["number"]
    director.approve(forge.depot, number)
    pull = director.gh_json("api", f"repos/{forge.depot}/pulls/{number}")
    check(f"{work.branch} is merged", [pull["merged"], pull["state"]], [True, "closed"])
    check(f"{work.branch}: the issue is closed", director.gh_json("api", f"repos/{forge.depot}/issues/{work.number}")["state"], "closed")
    forge.git("fetch", "-q", "origin", "+main:main")
    check(f"{work.branch}: files of the merge", forge.git("diff", "--name-only", "main^", "main").split(), [f"{work.branch}.seg.nrrd"])
    work.labels(f"{work.branch} on main", forge.git("show", f"main:{work.branch}.seg.nrrd", text=False))


def main():
    forge = Forge(OUT / "forge")
    try:
        for loop in (ours_first, slicer_first):
            director = Extension(slicer, "director", forge.tokens["director"], forge.address, OUT / f"director-{loop.__name__}")
            try:
                loop(forge, director)
            except (AssertionError, RuntimeError) as trouble:
                check.wrong.append(f"{loop.__name__} ended: {trouble}")
            print(f"{loop.__name__.replace('_', ' ')}: {check.count} checks so far, {len(check.wrong)} wrong", flush=True)
    finally:
        forge.close()
    check.end()


if __name__ == "__main__":
    main()
