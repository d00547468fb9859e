"""What the MorphoDepot extension of 3D Slicer does on GitHub, step by step: the same commands of gh and GitPython in the same order, the
segmentation read, edited and written by Slicer's own code. github.localhost is the practice forge, reached through a proxy variable."""

import base64
import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import urllib.request

import git
from slicer import vtkMRMLSegmentationNode, vtkSlicerSegmentationsModuleLogic

HOST = "github.localhost"


class Extension:
    """One person with the extension on one computer."""

    def __init__(self, slicer, login, token, forge, folder):
        self.slicer, self.login, self.folder = slicer, login, folder
        folder.mkdir(parents=True)
        basic = base64.b64encode(f"x:{token}".encode()).decode()
        (folder / "gitconfig").write_text(f"[user]\n\tname = {login.title()} by Slicer\n\temail = {login}@example.org\n"
                                          f"[http]\n\textraHeader = Authorization: Basic {basic}\n")
        self.variables = {"GH_HOST": HOST, "GH_TOKEN": token, "GH_CONFIG_DIR": str(folder / "gh"), "GH_NO_UPDATE_NOTIFIER": "1",
                          "GH_PROMPT_DISABLED": "1", "HTTP_PROXY": forge, "http_proxy": forge, "GIT_CONFIG_NOSYSTEM": "1",
                          "GIT_CONFIG_GLOBAL": str(folder / "gitconfig"), "GIT_TERMINAL_PROMPT": "0"}

    @contextlib.contextmanager
    def here(self):
        before = dict(os.environ)
        os.environ.update(self.variables)
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)

    def gh(self, *words):
        with self.here():
            done = subprocess.run(["gh", *map(str, words)], capture_output=True, text=True, timeout=120)
        if done.returncode:
            raise RuntimeError(f"gh {' '.join(map(str, words))}: {done.stderr.strip()}")
        return done.stdout

    def gh_json(self, *words):
        return json.loads(self.gh(*words))

    def issues(self):
        """The list of assigned issues."""
        found = self.gh_json("api", "/issues?filter=assigned&state=open&per_page=100")
        return [i for i in found if "pull_request" not in i and "morphodepot" in i["repository"]["topics"]]

    def fork_of(self, depot):
        """By its parent, not by its name."""
        name = depot.split("/")[1]
        with contextlib.suppress(RuntimeError):
            parent = self.gh_json("repo", "view", f"{self.login}/{name}", "--json", "parent")["parent"]
            if parent and f"{parent['owner']['login']}/{parent['name']}" == depot:
                return f"{self.login}/{name}"
        forks = self.gh("api", f"repos/{depot}/forks", "--paginate", "--jq", f'.[] | select(.owner.login=="{self.login}") | .full_name')
        return next(iter(forks.split()), None)

    def load_issue(self, issue):
        """Clones the fork, takes up the branch or begins one at upstream's main, opens what is there."""
        self.issue, depot = issue, issue["repository"]["full_name"]
        self.depot, self.branch = depot, f"issue-{issue['number']}"
        self.clone = self.folder / f"{depot.split('/')[1]}-{self.branch}"
        if self.clone.exists():
            shutil.move(self.clone, self.folder / f"OldRepositories-{len(list(self.folder.iterdir()))}")
        fork = self.fork_of(depot)
        if not fork:
            self.gh("repo", "fork", depot, "--clone=false")
            fork = self.soon(lambda: self.fork_of(depot))
        self.soon(lambda: self.cloned(fork))
        with self.here():
            self.repo = git.Repo(self.clone)
            self.upstream()
            self.gh("repo", "sync", fork, "--source", depot)
            heads = [head.name for head in self.repo.remotes.origin.fetch()]
            self.repo.remote("upstream").fetch()
            if f"origin/{self.branch}" in heads:
                self.repo.git.execute(f"git checkout --track origin/{self.branch}".split())
            else:
                self.repo.git.checkout("upstream/main")
                self.repo.git.branch(self.branch)
                self.repo.git.checkout(self.branch)
        self.open()

    def cloned(self, repository):
        """A new fork refuses to be cloned for a moment."""
        try:
            self.gh("repo", "clone", repository, self.clone)
            return True
        except RuntimeError:
            shutil.rmtree(self.clone, ignore_errors=True)
            return False

    @staticmethod
    def soon(question):
        import time
        for _ in range(60):
            if answer := question():
                return answer
            time.sleep(0.5)
        raise AssertionError("waited 30 s in vain")

    def upstream(self):
        url = f"http://{HOST}/{self.depot}.git"
        if "upstream" in [remote.name for remote in self.repo.remotes]:
            self.repo.git.remote("set-url", "upstream", url)
        else:
            self.repo.create_remote("upstream", url)

    def open(self):
        """Scan, checked, and all segmentations; the one of the issue or a new one with what the baseline has."""
        self.slicer.clear()
        self.volume = self.slicer.load_volume(self.scan())
        found = {path.name.split(".")[0]: self.slicer.load(path) for path in sorted(self.clone.glob("*.seg.nrrd"))}
        self.path = self.clone / f"{self.branch}.seg.nrrd"
        self.node = found.get(self.branch) or self.begun(found.get("baseline"))
        segmentation = self.node.GetSegmentation()
        for n in range(segmentation.GetNumberOfSegments()):
            if "Segmentation.Status" in str(segmentation.GetNthSegment(n)):
                logic = vtkSlicerSegmentationsModuleLogic
                logic.SetSegmentStatus(segmentation.GetNthSegment(n), logic.NotStarted)
        self.editor = self.slicer.editor(self.node, self.volume)

    def begun(self, baseline):
        node = self.slicer.add(vtkMRMLSegmentationNode)
        node.CreateDefaultDisplayNodes()
        node.SetReferenceImageGeometryParameterFromVolumeNode(self.volume)
        node.SetName(self.branch)
        if baseline:
            old = baseline.GetSegmentation()
            for segment in old.GetSegmentIDs():
                node.GetSegmentation().CopySegmentFromSegmentation(old, segment)
        return node

    def scan(self):
        pointer = (self.clone / "source_volume").read_text().strip()
        url = pointer if "://" in pointer else f"http://{HOST}/{self.depot}/{pointer}"
        path = self.folder / f"{self.depot.replace('/', '-')}-volume.nrrd"
        if not path.exists():
            with self.here():
                path.write_bytes(urllib.request.urlopen(url).read())
        wanted = (self.clone / "source_volume_checksum").read_text().strip().split(":")[-1]
        if hashlib.sha256(path.read_bytes()).hexdigest() != wanted:
            raise AssertionError(f"{url} is not the scan of the depot")
        return path

    def paint(self, name, box):
        """Paints a box into the first segment of a name, a new one when there is none."""
        segmentation = self.node.GetSegmentation()
        segment = segmentation.GetSegmentIdBySegmentName(name) or segmentation.AddEmptySegment("", name, [0.1, 0.6, 0.9])
        self.slicer.paint(self.editor, segment, box)
        return segment

    def commit_and_push(self, message):
        """False when the branch has moved on in a way git cannot join: the extension then tells people to copy their work away."""
        with self.here():
            self.slicer.save(self.node, self.path)
            self.repo.index.add([str(self.path)])
            self.repo.index.commit(message)
            remote = self.repo.remote(name="origin")
            if self.branch in [ref.name.split("/")[1] for ref in remote.refs]:
                try:
                    self.repo.git.pull("--rebase", "origin", self.branch)
                except git.exc.GitCommandError:
                    return False
            for info in remote.push(self.branch):
                if info.flags & (info.REJECTED | info.REMOTE_REJECTED | info.REMOTE_FAILURE | info.ERROR):
                    return False
        fork_owner = next(iter(remote.urls)).rsplit("/", 2)[-2]
        if not self.open_pull(fork_owner):
            self.gh("pr", "create", "--draft", "--repo", self.depot, "--base", "main", "--title", self.branch, "--head",
                    f"{fork_owner}:{self.branch}", "--body", self.body())
        return True

    def open_pull(self, owner):
        found = self.gh_json("api", f"repos/{self.depot}/pulls?head={owner}:{self.branch}&state=open")
        return found[0] if found else None

    def body(self):
        """The newest extension also greets the author of the issue."""
        return f"Started work on this issue for @{self.issue['user']['login']}. Fixes #{self.issue['number']}"

    def request_review(self):
        self.gh("pr", "ready", self.open_pull(self.login)["number"], "--repo", self.depot)

    def request_changes(self, depot, number, message):
        self.gh("pr", "review", number, "--request-changes", "--repo", depot, "--body", message)
        try:
            self.gh("pr", "ready", number, "--undo", "--repo", depot)
        except RuntimeError as old:
            if "unknown flag" not in str(old):
                raise
            pull = self.gh("api", f"repos/{depot}/pulls/{number}", "--jq", ".node_id").strip()
            self.gh("api", "graphql", "-f", f"id={pull}", "-f", "query=mutation($id: ID!) {convertPullRequestToDraft("
                    "input: {pullRequestId: $id}) {pullRequest {isDraft}}}")

    def approve(self, depot, number):
        self.gh("pr", "review", number, "--approve", "--repo", depot)
        self.gh("pr", "merge", number, "--repo", depot, "--squash", "--body", "Merging and closing")
