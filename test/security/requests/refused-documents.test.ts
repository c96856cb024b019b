import { describe, expect, test } from 'vitest';
import { ADMIN, signIn, useApi } from '../../support/api.ts';
import { PRODUCTION } from '../../support/processes/production.ts';

/* Row E9 of the attacks to withstand: a document is refused before it becomes expensive. */

const api = useApi({ ...PRODUCTION, TRUST_PROXY: '1', RATE_LIMIT_DOCUMENTS: '20/hour' });

const repeat = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_unused, index) => part(index)).join(' ');

let networks = 0;
const newNetwork = () => `198.18.${++networks}.1`;

async function send(query: string, address = newNetwork(), headers: Record<string, string> = {}) {
  const response = await api.post({ query }, { 'x-forwarded-for': address, ...headers });
  const body = (await response.json()) as {
    errors?: { message: string; extensions: { code: string; retryAfterSeconds?: number } }[];
  };
  return { status: response.status, errors: body.errors ?? [], retryAfter: response.headers.get('retry-after') };
}

describe('E9: a document is refused', () => {
  test.each([
    ['that asks for the schema 495 times', `{__schema{types{${repeat(495, () => 'fields{name}')}}}}`, /Introspection/],
    ['that asks for a type of the schema', `{ a: __type(name: "Query") { name } }`, /Introspection/],
    ['that hides the schema in a fragment', '{...f} fragment f on Query{__schema{types{name}}}', /Introspection/],
    ['of 29,000 line ends', `{${'\n'.repeat(29_000)}${repeat(100, (i) => `x${i}`)}}`, /2000 lines/],
    ['of 29,000 line ends of the old kind', `{${'\r'.repeat(29_000)}${repeat(100, (i) => `x${i}`)}}`, /2000 lines/],
    ['of 125,000 line ends', `{${'\n'.repeat(125_000)}${repeat(100, (i) => `x${i}`)}}`, /30000 characters/],
    ['of 250,000 characters', `{ viewer(x: "${'x'.repeat(200_000)}") { id } }`, /30000 characters/],
    ['of 4,000 fragments', `${repeat(1000, (i) => `fragment f${i} on Query{x}`)} {x}`, /2000 tokens/],
  ])('%s', async (_name, query, message) => {
    const { status, errors } = await send(query);

    expect(status).toBe(400);
    expect(errors).toMatchObject([{ message: expect.stringMatching(message) }]);
  });

  test('in an address too, in any encoding of it', async () => {
    const schema = `{__schema{types{${repeat(495, () => 'fields{name}')}}}}`;
    // The bytes after the # are not UTF-8, and URL parsers treat them differently.
    for (const query of [encodeURIComponent(schema), `${encodeURIComponent(schema)}%23%ff`]) {
      const response = await fetch(`${api.url}/graphql?query=${query}`, {
        headers: { 'x-forwarded-for': newNetwork(), 'apollo-require-preflight': 'true' },
      });

      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ message: 'Introspection is turned off.' }] });
    }
  });

  test.each([
    ['unknown fields', `{ ${repeat(290, (i) => `x${i}`)} }`],
    ['unused variables', `query (${repeat(290, (i) => `$v${i}: Int`)}) { __typename }`],
    ['unknown arguments', `{ viewer(${repeat(390, (i) => `a${i}: 1`)}) { id } }`],
  ])('with at most ten of its errors: %s', async (_name, query) => {
    const { status, errors } = await send(query);

    expect(status).toBe(400);
    expect(errors).toHaveLength(11); // the last one mentions the others
  });
});

const LIST =
  'query ($filter: PartnerApplicationFilter) { partnerApplications(filter: $filter) { pageInfo { limit } } }';
const sendVariables = async (filter: object) => {
  const response = await api.post(
    { query: LIST, variables: { filter } },
    { 'x-forwarded-for': newNetwork(), authorization: `Bearer ${api.admin.accessToken}` },
  );
  return { status: response.status, text: await response.text() };
};

describe('E9: variables of a valid document', () => {
  test.each([
    ['18,000 fields', Object.fromEntries(Array.from({ length: 18_000 }, (_unused, index) => [`x${index}`, 1]))],
    ['20,000 objects', { x: Array.from({ length: 20_000 }, () => ({ y: 1 })) }],
    ['60,000 valid list items', { industry: Array(60_000).fill('a') }],
    ['a list nested 3,000 times', { x: JSON.parse(`${'['.repeat(3_000)}${']'.repeat(3_000)}`) as unknown }],
  ])('with %s are refused unread', async (_name, filter) => {
    const { status, text } = await sendVariables(filter);

    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({
      errors: [
        {
          message: 'Variables can have at most 2000 fields and list items.',
          extensions: { code: 'BAD_USER_INPUT', fields: [] },
        },
      ],
    });
  });

  test.each([
    ['an unknown field with a long name', { ['x'.repeat(200_000)]: 1 }, 1],
    [
      'many long unknown fields',
      Object.fromEntries(Array.from({ length: 49 }, (_unused, index) => [`${index}${'x'.repeat(4_000)}`, 1])),
      49,
    ],
  ])('have a limited list of errors: %s', async (_name, filter, count) => {
    const { status, text } = await sendVariables(filter);

    expect(status).toBe(400);
    expect((JSON.parse(text) as { errors: object[] }).errors).toHaveLength(count);
    expect(text.length).toBeLessThan(600 * count);
  });
});

describe('E9: new documents are limited', () => {
  const unlike = (index: number) => `{ __typename } # ${index}`;

  test('by network, for any documents', async () => {
    const network = newNetwork();
    const kinds = (index: number) => [`{ x${index} }`, `{ ${index}`, `{ __schema { a${index} } }`, unlike(index)];
    for (let index = 0; index < 5; index++) {
      for (const query of kinds(index)) expect((await send(query, network)).status).not.toBe(429);
    }

    const { status, errors, retryAfter } = await send('{ x20 }', network);

    expect(status).toBe(429);
    expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: Number(retryAfter) } }]);
    expect((await send('{ x20 }')).status).toBe(400);
  });

  test('and documents that were valid before are not', async () => {
    const network = newNetwork();
    await send(unlike(1_000), network);

    for (let index = 0; index < 30; index++) expect((await send(unlike(1_000), network)).status).toBe(200);
  });

  test('by user, so that colleagues do not share the limit', async () => {
    const network = newNetwork();
    for (let index = 0; index < 21; index++) await send(`{ y${index} }`, network);

    const authorization = `Bearer ${api.admin.accessToken}`;

    expect((await send('{ y1 }', network)).status).toBe(429);
    expect((await send('{ viewer { id } }', network, { authorization })).status).toBe(200);
  });

  test('of a user in all sessions together', async () => {
    const sessions = [await signIn(api, ADMIN), await signIn(api, ADMIN)];
    const statuses: number[] = [];
    for (let index = 0; index < 24; index++) {
      const authorization = `Bearer ${sessions[index % 2]?.accessToken}`;
      statuses.push((await send(`{ z${index} }`, newNetwork(), { authorization })).status);
    }

    expect(statuses.slice(-3)).toEqual([429, 429, 429]);
  });
});
