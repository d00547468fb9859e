// What a loop has left on the forge, without what differs from run to run (times, ids, hashes of commits).   node state.mjs READY_FILE
import fs from 'fs';

const ready = JSON.parse(fs.readFileSync(process.argv[2]));
const token = ready.accounts.find((one) => one.role === 'director').token;
const depot = `/repos/${ready.depot}`;

async function get(path) {
  const response = await fetch(ready.api + path, { headers: { authorization: `Bearer ${token}`, 'user-agent': 'state' } });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

const words = (text) => (text ?? '').replace(/<!-- morphodepot:mark=.*? -->/g, '').trim();
const who = (person) => person?.login ?? 'ghost';
const issues = (await get(`${depot}/issues?state=all`)).filter((one) => !one.pull_request);
const pulls = await get(`${depot}/pulls?state=all`);
const state = { issues: [], pulls: [], main: [], forks: [] };
for (const one of issues.sort((a, b) => a.number - b.number)) {
  const comments = await get(`${depot}/issues/${one.number}/comments`);
  state.issues.push({ number: one.number, title: one.title, state: one.state, reason: one.state_reason, assignees: one.assignees.map(who).sort(),
    comments: comments.map((c) => [who(c.user), words(c.body)]) });
}
for (const one of pulls) {
  const pull = await get(`${depot}/pulls/${one.number}`);
  const reviews = await get(`${depot}/pulls/${one.number}/reviews`);
  const files = await get(`${depot}/pulls/${one.number}/files`);
  state.pulls.push({ title: pull.title, body: words(pull.body), state: pull.state, merged: pull.merged, draft: pull.draft, base: pull.base.ref,
    head: pull.head.label, by: who(pull.user), commits: pull.commits, files: files.map((f) => [f.filename, f.status]),
    reviews: reviews.map((r) => [who(r.user), r.state, words(r.body)]) });
}
const head = await get(`${depot}/commits/main`);
state.main = { message: head.commit.message, author: head.commit.author.name, parents: head.parents.length,
  tree: (await get(`${depot}/git/trees/main?recursive=1`)).tree.filter((f) => f.type === 'blob').map((f) => [f.path, f.sha]) };
for (const fork of await get(`${depot}/forks`)) {
  const branches = await get(`/repos/${fork.full_name}/branches`);
  const main = await get(`/repos/${fork.full_name}/git/trees/main?recursive=1`);
  state.forks.push({ name: fork.full_name, branches: branches.map((b) => b.name).sort(), main: main.sha });
}
console.log(JSON.stringify(state, null, 1));
