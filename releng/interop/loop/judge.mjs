// Judges requests and answers by GitHub's own descriptions: npm's @octokit/openapi and @octokit/graphql-schema.
import fs from 'fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { buildSchema, parse, validate } from 'graphql';

const spec = JSON.parse(fs.readFileSync('node_modules/@octokit/openapi/generated/api.github.com.json'));
export const schema = buildSchema(fs.readFileSync('node_modules/@octokit/graphql-schema/schema.graphql', 'utf8'), { assumeValid: true });
export const count = { answers: 0, requests: 0, wrong: 0 };

// OpenAPI 3.0 says nullable where JSON Schema has a type null.
function plain(schema) {
  if (Array.isArray(schema)) return schema.forEach(plain);
  if (!schema || typeof schema !== 'object') return undefined;
  delete schema.example;
  delete schema.discriminator;
  if (schema.nullable === true) {
    delete schema.nullable;
    if (schema.enum && !schema.enum.includes(null)) schema.enum.push(null);
    if (typeof schema.type === 'string') schema.type = [schema.type, 'null'];
    if (schema.$ref || schema.allOf || schema.anyOf || schema.oneOf) {
      const same = { ...schema };
      Object.keys(schema).forEach((key) => delete schema[key]);
      schema.anyOf = [same, { type: 'null' }];
    }
  }
  return Object.values(schema).forEach(plain);
}
plain(spec.components);
plain(spec.paths);
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ ...spec, $id: 'github' });

// The path of the description that fits best; some last parts take slashes.
function described(method, path) {
  const parts = path.split('/');
  let best = null;
  for (const candidate of Object.keys(spec.paths)) {
    const route = candidate.split('/');
    const takesRest = /\/(contents\/\{path\}|compare\/\{basehead\}|git\/refs?\/\{ref\})$/.test(candidate);
    if (!spec.paths[candidate][method] || route.length > parts.length || (route.length < parts.length && !takesRest)) continue;
    if (!route.every((part, i) => part.startsWith('{') || part === parts[i])) continue;
    const score = route.filter((part, i) => part === parts[i]).length;
    if (!best || score > best.score) best = { candidate, score };
  }
  return best?.candidate;
}

export function judgeAnswer(method, path, status, json) {
  count.answers++;
  if (status === 304 || status === 404) return; // possible everywhere, and left out of the description of many paths
  const route = described(method, path);
  if (!route) return;
  let response = spec.paths[route][method].responses[status];
  if (!response) return complain(`${method} ${route}: GitHub never answers ${status}`);
  let pointer = `#/paths/${encodeURIComponent(route.replaceAll('~', '~0').replaceAll('/', '~1'))}/${method}/responses/${status}`;
  if (response.$ref) {
    pointer = response.$ref;
    response = spec.components.responses[pointer.split('/').pop()];
  }
  if (json === null || !response.content?.['application/json']) return;
  const key = `github${pointer}/content/application~1json/schema`;
  const check = ajv.getSchema(key) ?? ajv.compile({ $ref: key });
  if (!check(json)) {
    const errors = check.errors.filter((error) => !['anyOf', 'oneOf'].includes(error.keyword));
    complain(`${method} ${route} ${status}: ` + [...new Set(errors.map((e) => `${e.instancePath} ${e.message}`))].slice(0, 8).join('; '));
  }
}

export function complain(words) {
  count.wrong++;
  console.log(words);
}

// GitHub knows the path, its query parameters and the form of the body.
export function judgeRequest(method, path, query, json) {
  count.requests++;
  const route = described(method, path);
  if (!route) return complain(`${method} ${path}: GitHub has no such path`);
  const operation = spec.paths[route][method];
  const resolved = (thing) => (thing.$ref ? thing.$ref.split('/').slice(1).reduce((at, key) => at[key], spec) : thing);
  const known = [...(spec.paths[route].parameters ?? []), ...(operation.parameters ?? [])].map(resolved).map((one) => one.name);
  for (const name of query.keys()) if (!known.includes(name)) complain(`${method} ${route}: unknown parameter ${name}`);
  const form = operation.requestBody && resolved(operation.requestBody).content?.['application/json']?.schema;
  if (!form || json === undefined) return undefined;
  const check = ajv.compile({ ...structuredClone(form), $id: undefined, components: spec.components });
  if (!check(json)) complain(`${method} ${route}: ` + check.errors.slice(0, 4).map((e) => `${e.instancePath} ${e.message}`).join('; '));
  return undefined;
}

// A GraphQL question names only what GitHub has.
export function judgeQuestion(question) {
  count.requests++;
  for (const error of validate(schema, parse(question))) complain(`GraphQL: ${error.message}`);
}
