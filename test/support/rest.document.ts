import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect } from 'vitest';

type Json = Record<string, unknown>;
interface Answer {
  $ref?: string;
  headers?: Record<string, { $ref: string }>;
  content?: Record<string, { schema: object }>;
}
interface Document {
  paths: Record<string, Record<string, { responses: Record<string, Answer> }>>;
  components: { responses: Record<string, Answer>; headers: Record<string, { required?: boolean }> };
}

const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8'), strict) as Document;

/** Answers may get more fields later, but what the document does not have now is a mistake. */
function strict(_key: string, value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && 'required' in value && 'properties' in value;
  return isObject ? { additionalProperties: false, ...value } : value;
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addFormat('int32', true);
ajv.addSchema(document, 'openapi');

const routes = Object.entries(document.paths).map(([path, methods]) => ({
  isFixed: !path.includes('{'),
  pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  methods,
}));

/** Fails if an operation's answer differs from docs/openapi.json: its status, headers, type or body. */
export async function expectDocumented(method: string, url: string, response: Response): Promise<void> {
  const { pathname } = new URL(url);
  const fitting = routes.filter(({ pattern }) => pattern.test(pathname));
  const route = fitting.find(({ isFixed }) => isFixed) ?? fitting[0];
  const operation = route?.methods[method.toLowerCase()];
  if (!operation) return;
  const place = `${method} ${pathname} ${response.status}`;
  const named = operation.responses[response.status];
  expect(named, `docs/openapi.json has ${place}`).toBeDefined();
  const answer = named?.$ref ? document.components.responses[named.$ref.split('/').at(-1) ?? ''] : named;
  for (const name of Object.keys(answer?.headers ?? {})) {
    if (document.components.headers[name]?.required) expect(response.headers.has(name), `${place} ${name}`).toBe(true);
  }
  const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
  if (!answer?.content) return expect(await response.text(), `${place} body`).toBe('');
  const schema = answer.content[type]?.schema;
  expect(schema, `${place} ${type}`).toBeDefined();
  const validate = ajv.compile(absolute(schema ?? {}));
  const body: unknown = await response.json();
  expect(validate(body) ? [] : validate.errors, `${place} body`).toEqual([]);
}

/** References of a part are relative to the document. */
const absolute = (schema: object): Json =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"openapi#/components/')) as Json;
