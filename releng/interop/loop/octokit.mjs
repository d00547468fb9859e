// The loop by octokit.   node octokit.mjs API READY_FILE FIRST SECOND FOLDER
import fs from 'fs';
import path from 'path';
import { execFileSync } from 'child_process';
import { Octokit } from 'octokit';

const [api, readyFile, first, second, folder] = process.argv.slice(2);
const ready = JSON.parse(fs.readFileSync(readyFile));
const [owner, repo] = ready.depot.split('/');
const token = (login) => ready.accounts.find((one) => one.login === login).token;
const as = (login) => new Octokit({ baseUrl: api, auth: token(login), throttle: { enabled: false } });
const sam = as('sam');
const director = as('director');
const depot = { owner, repo };
const paint = (issue, file) => execFileSync(path.join(process.env.LOOP, 'paint'),
  [`${api}/sam/${repo}.git`, `${api}/${owner}/${repo}.git`, token('sam'), String(issue), file, `${folder}/work`], { stdio: 'inherit' });
const draft = (who, word, id) => who.graphql(`mutation($id: ID!) {${word}(input: {pullRequestId: $id}) {pullRequest {isDraft}}}`, { id });

const assigned = await sam.paginate(sam.rest.issues.list, { filter: 'assigned' });
const issue = Math.min(...assigned.filter((one) => !one.pull_request).map((one) => one.number));
await sam.rest.repos.createFork(depot);
for (let i = 0; i < 60; i++) {
  const there = await sam.rest.repos.getBranch({ owner: 'sam', repo, branch: 'main', request: { retries: 0 } }).catch((error) => { if (error.status !== 404) throw error; });
  if (there) break;
  await new Promise((later) => setTimeout(later, 500));
}
paint(issue, first);
const { data: pull } = await sam.rest.pulls.create({ ...depot, title: `issue-${issue}`, head: `sam:issue-${issue}`, base: 'main',
  body: `Fixes #${issue}`, draft: true });
const number = { ...depot, pull_number: pull.number };
await sam.rest.issues.createComment({ ...depot, issue_number: issue, body: 'Where does it end?' });
await draft(sam, 'markPullRequestReadyForReview', pull.node_id);
await director.rest.pulls.createReview({ ...number, event: 'REQUEST_CHANGES', body: 'The left side is missing' });
await draft(director, 'convertPullRequestToDraft', pull.node_id);
paint(issue, second);
await draft(sam, 'markPullRequestReadyForReview', pull.node_id);
await director.rest.pulls.createReview({ ...number, event: 'APPROVE' });
await director.rest.pulls.merge({ ...number, merge_method: 'squash', commit_message: 'Merging and closing' });
await sam.rest.repos.mergeUpstream({ owner: 'sam', repo, branch: 'main' });
