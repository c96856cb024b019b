import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';

const api = useApi();
const printed = readFileSync('docs/openapi.json', 'utf8');

interface Operation {
  operationId: string;
  summary: string;
  security: object[];
  responses: object;
}
type Paths = Record<string, Record<string, Operation>>;
const { paths, components } = JSON.parse(printed) as { paths: Paths; components: { schemas: Record<string, unknown> } };
const operations = Object.values(paths).flatMap((methods) => Object.values(methods));

test('serves the printed document to everyone, and 304 to programs that have it', async () => {
  const response = await fetch(`${api.url}/api/openapi.json`);
  const etag = response.headers.get('etag') ?? '';
  const again = await fetch(`${api.url}/api/openapi.json`, { headers: { 'if-none-match': etag } });

  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  expect(response.headers.get('cache-control')).toBe('no-cache');
  expect(await response.json()).toEqual(JSON.parse(printed));
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('has the twelve paths of the requirements and the session', () => {
  const all = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((each) => `${each} ${path}`));

  expect(all.sort()).toEqual([
    'get /api/admin/partner-applications',
    'get /api/admin/partner-applications/statistics',
    'get /api/admin/partner-applications/{id}',
    'get /api/partner/clients',
    'get /api/partner/clients/{id}',
    'patch /api/admin/partner-applications/{id}/status',
    'patch /api/partner/clients/{id}/subscription',
    'post /api/admin/partner-applications/{id}/notes',
    'post /api/partner-applications',
    'post /api/partner/clients',
    'post /api/partner/clients/{id}/access',
    'post /api/session',
    'put /api/partner/clients/{id}',
  ]);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(13);
});

test('has the limits of the rules, the spelling of the requirements, and null', () => {
  const body = (name: string) => (components.schemas[`${name}Body`] as { properties: object }).properties;

  expect(components.schemas['CompanySize']).toMatchObject({ enum: ['1-10', '11-50', '51-200', '201-500', '501+'] });
  expect(body('CreateClientAccount')).toMatchObject({
    companyName: { type: 'string', minLength: 1, maxLength: 200 },
    contactEmail: { type: 'string', format: 'email', maxLength: 254 },
    contactPhone: { type: ['string', 'null'], maxLength: 40 },
    billingOwnedByReseller: { type: ['boolean', 'null'], default: true },
  });
  expect(JSON.stringify(paths)).toContain('"minimum":1,"maximum":100,"default":20');
});

test('names no operation or argument that only GraphQL has', async () => {
  const query = '{ __schema { queryType { fields { name } } mutationType { fields { name } } } }';
  interface Type {
    fields: { name: string }[];
  }
  const { data } = await api.ask<{ __schema: { queryType: Type; mutationType: Type } }>(undefined, query);
  const { queryType, mutationType } = data?.__schema ?? { queryType: { fields: [] }, mutationType: { fields: [] } };
  const own = new Set([...operations.map(({ operationId }) => operationId), 'viewer']);
  const foreign = [...queryType.fields, ...mutationType.fields]
    .map(({ name }) => name)
    .filter((name) => !own.has(name));

  // A word such as "admins" is no name in a sentence.
  const names = foreign.filter((name) => /[A-Z]/.test(name));
  const sentences = Array.from(
    printed.matchAll(/"(?:description|summary)":\s*"((?:[^"\\]|\\.)*)"/g),
    ([, text = '']) => text,
  ).join('\n');
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => new RegExp(`\\b${name}\\b`).test(sentences))).toEqual([]);
  expect(printed).not.toMatch(/`(?:after|endCursor|expectedVersion|idempotencyKey|mentionIds|first|from|to)`/);
});
