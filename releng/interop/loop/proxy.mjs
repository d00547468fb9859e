// Stands between a client and the practice forge, passes everything on as it is and judges what passes: every request by what
// GitHub accepts, every answer by what GitHub sends.   node proxy.mjs FORGE_PORT READY_FILE REPORT_FILE
import fs from 'fs';
import http from 'http';
import zlib from 'zlib';
import { count, judgeAnswer, judgeQuestion, judgeRequest } from './judge.mjs';

const [forgePort, readyFile, reportFile] = process.argv.slice(2);
const notApi = /^\/(login|uploads)\/|\/(info\/refs|git-(upload|receive)-pack)$|\.git(\/|$)/;

function address(request) {
  const url = new URL(request.url, `http://${request.headers.host}`);
  const web = url.hostname === 'github.localhost' || url.hostname.startsWith('uploads.');
  const path = url.pathname.replace(/^\/api(\/v3)?(?=\/)/, '');
  return { path, query: url.searchParams, isApi: !web && !notApi.test(path) };
}

function json(bytes, headers) {
  const plain = headers['content-encoding'] === 'gzip' && bytes.length ? zlib.gunzipSync(bytes) : bytes;
  const text = plain.toString('utf8');
  return text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : undefined;
}

function judge(request, asked, answer, bytes) {
  const { path, query, isApi } = address(request);
  const method = request.method.toLowerCase();
  if (!isApi) return;
  if (path === '/graphql') {
    const question = json(asked, request.headers)?.query;
    // gh looks first which of its fields the server has; introspection is checked by the schema as well
    if (question) judgeQuestion(question);
    return;
  }
  judgeRequest(method, path, query, json(asked, request.headers));
  judgeAnswer(method, path, answer.statusCode, json(bytes, answer.headers) ?? null);
}

const server = http.createServer((request, reply) => {
  const asked = [];
  const onward = http.request({ host: '127.0.0.1', port: forgePort, method: request.method, path: request.url, headers: request.headers,
    setHost: false }, (answer) => {
    const bytes = [];
    reply.writeHead(answer.statusCode, answer.rawHeaders);
    answer.on('data', (part) => { bytes.push(part); reply.write(part); });
    answer.on('end', () => {
      try {
        judge(request, Buffer.concat(asked), answer, Buffer.concat(bytes));
      } catch (error) {
        count.wrong++;
        console.log(`${request.method} ${request.url}: ${error.message}`);
      }
      fs.writeFileSync(reportFile, JSON.stringify(count));
      reply.end();
    });
  });
  onward.on('error', () => reply.destroy());
  request.on('data', (part) => { asked.push(part); onward.write(part); });
  request.on('end', () => onward.end());
});
server.listen(0, '127.0.0.1', () => fs.writeFileSync(readyFile, String(server.address().port)));
