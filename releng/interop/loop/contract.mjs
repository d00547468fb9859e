// Asks the practice forge the questions of the whole loop and judges every answer by GitHub's own descriptions.
import fs from 'fs';
import { Octokit } from 'octokit';
import { complain, count, judgeAnswer, schema } from './judge.mjs';

const ready = JSON.parse(fs.readFileSync(process.argv[2]));
const token = (login) => ready.accounts.find((one) => one.login === login).token;
const depot = '/repos/' + ready.depot;
const [owner, repo] = ready.depot.split('/');

async function ask(login, method, path, body) {
  const response = await fetch(ready.api + path, {
    method,
    headers: { authorization: `Bearer ${token(login)}`, 'user-agent': 'forge-contract' },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  const json = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null;
  judgeAnswer(method.toLowerCase(), path.split('?')[0], response.status, json);
  return json;
}

async function theLoop() {
  for (const path of ['/user', '/user/emails', '/users/director', '/rate_limit', '/issues?filter=assigned', '/user/repos', depot,
    depot + '/topics', depot + '/issues', depot + '/issues/1', depot + '/assignees', depot + '/labels', depot + '/releases',
    depot + '/releases/latest', depot + '/releases/tags/v1', depot + '/contents/README.md', depot + '/readme', depot + '/commits',
    depot + '/commits/main', depot + '/git/trees/main?recursive=1', '/search/repositories?q=topic:morphodepot',
    `/search/issues?q=repo:${ready.depot}+is:issue`, '/repos/nobody/nothing']) await ask('sam', 'GET', path);
  await ask('sam', 'POST', depot + '/issues/1/comments', { body: 'I begin' });
  await ask('sam', 'GET', depot + '/issues/1/comments');
  await ask('sam', 'POST', depot + '/issues', { title: 'Mine' });
  await ask('sam', 'POST', depot + '/issues', {});
  await ask('director', 'POST', depot + '/labels', { name: 'hard', color: 'ff0000' });
  await ask('director', 'POST', depot + '/milestones', { title: 'Friday', due_on: '2030-01-04T00:00:00Z' });
  await ask('sam', 'GET', depot + '/milestones');
  await ask('director', 'PATCH', depot + '/issues/1', { labels: ['hard'], milestone: 1 });
  await ask('director', 'POST', depot + '/issues/1/assignees', { assignees: ['robin'] });
  const fork = await ask('sam', 'POST', depot + '/forks', {});
  await new Promise((later) => setTimeout(later, 1500));
  const mine = '/repos/' + fork.full_name;
  const main = await ask('sam', 'GET', depot + '/git/ref/heads/main');
  await ask('sam', 'POST', mine + '/git/refs', { ref: 'refs/heads/issue-1', sha: main.object.sha });
  await ask('sam', 'PUT', mine + '/contents/issue-1.seg.nrrd', { message: 'Edited', content: 'eA==', branch: 'issue-1' });
  await ask('sam', 'GET', mine + '/branches');
  await ask('sam', 'GET', depot + '/compare/main...sam:issue-1');
  const pull = await ask('sam', 'POST', depot + '/pulls', { title: 'issue-1', head: 'sam:issue-1', base: 'main', body: 'Fixes #1' });
  const pulls = depot + '/pulls/' + pull.number;
  for (const path of [depot + '/pulls', pulls, pulls + '/files', pulls + '/commits']) await ask('sam', 'GET', path);
  await ask('director', 'POST', pulls + '/reviews', { event: 'COMMENT', body: 'look', comments: [{ path: 'issue-1.seg.nrrd', line: 1, body: 'here' }] });
  for (const path of [pulls + '/reviews', pulls + '/comments']) await ask('sam', 'GET', path);
  await ask('olga', 'PUT', pulls + '/merge', {});
  await ask('director', 'PUT', pulls + '/merge', { merge_method: 'squash' });
  await ask('director', 'PUT', pulls + '/merge', {});
  await ask('sam', 'POST', mine + '/merge-upstream', { branch: 'main' });
  await ask('director', 'POST', depot + '/releases', { tag_name: 'v2' });
  for (const path of ['/collaborators', '/collaborators/sam/permission', '/invitations']) await ask('director', 'GET', depot + path);
  await ask('director', 'PUT', depot + '/collaborators/olga', { permission: 'push' });
  await ask('olga', 'GET', '/user/repository_invitations');
  await ask('director', 'POST', '/user/repos', { name: 'another', private: true });
  await ask('director', 'PATCH', depot, { description: 'A computed specimen' });
  await ask('director', 'PUT', depot + '/topics', { names: ['morphodepot'] });
}

// Every field the forge offers must be one of GitHub's.
async function fieldsOfGraphql() {
  const types = Object.values(schema.getTypeMap()).filter((type) => type.getFields && !type.name.startsWith('__'));
  for (let from = 0; from < types.length; from += 200) {
    const some = types.slice(from, from + 200);
    const query = `{${some.map((type) => `${type.name}: __type(name: "${type.name}") {fields {name}}`).join(' ')}}`;
    const answer = await fetch(ready.api + '/graphql', {
      method: 'POST',
      headers: { authorization: `Bearer ${token('robin')}`, 'user-agent': 'forge-contract' },
      body: JSON.stringify({ query }),
    }).then((response) => response.json());
    for (const type of some) {
      for (const field of answer.data[type.name]?.fields ?? []) {
        if (!type.getFields()[field.name]) complain(`GraphQL: GitHub has no ${type.name}.${field.name}`);
      }
    }
  }
}

async function octokit() {
  const client = new Octokit({ baseUrl: ready.api, auth: token('director') });
  const issues = await client.paginate(client.rest.issues.listForRepo, { owner, repo, state: 'all', per_page: 2 });
  const { viewer } = await client.graphql('{viewer {login}}');
  if (issues.length < 5 || viewer.login !== 'director') complain('octokit sees something else');
}

await theLoop();
await octokit();
await fieldsOfGraphql();
console.log(`${count.answers} answers judged, ${count.wrong} complaints`);
process.exit(count.wrong === 0 ? 0 : 1);
