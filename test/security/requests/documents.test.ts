import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';

const api = useApi();
const TIMES = 5;

/** Number of documents beyond full memory. A long run sets more. */
const DOCUMENTS = Number(process.env['GENERATED_DOCUMENTS'] ?? 120);

afterEach(() => void Reflect.deleteProperty(globalThis, 'taken'));

/** Returns the whole answer without its request ID, for each repetition. */
async function inTurn(query: string, variables?: object): Promise<string[]> {
  const answers: string[] = [];
  for (let time = 0; time < TIMES; time++) {
    const response = await api.post({ query, variables }, { authorization: `Bearer ${api.admin.accessToken}` });
    answers.push(`${response.status} ${(await response.text()).replace(/"requestId":"[^"]+"/g, '')}`);
  }
  return answers;
}

const SEARCH = 'query ($f: PartnerApplicationFilter) { partnerApplications(filter: $f) { items { id } } }';
const LIMIT = 'query ($limit: Int = 2) { partnerApplications(limit: $limit) { pageInfo { limit } } }';

/** A text that an earlier version wrote into the code of a compiled document. */
const CODE = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d(globalThis.taken=true)';

describe('E11: a document gets the same answer each time', () => {
  test.each<[what: string, query: string, variables: object, answer: RegExp]>([
    ['a list for an object', SEARCH, { f: [] }, /^400 .*BAD_USER_INPUT.*"path":"f"/],
    ['a list for a field', SEARCH, { f: { status: {} } }, /^400 .*BAD_USER_INPUT.*"path":"f.status"/],
    ['null for a variable with a default', LIMIT, { limit: null }, /^200 .*BAD_USER_INPUT.*"path":"limit"/],
    ['an omitted variable', LIMIT, {}, /^200 .*"limit":2/],
    ['an unknown variable', LIMIT, { limit: 3, other: 1 }, /^200 .*"limit":3/],
    [
      'an alias with the name of a prototype',
      '{ viewer { __proto__: role name: role } }',
      {},
      /{"__proto__":"ADMIN","name":"ADMIN"}/,
    ],
    ['an alias of a prototype', '{ constructor: viewer { toString: role } }', {}, /"constructor":{"toString":"ADMIN"}/],
    [
      'an alias that looks like a place',
      '{ viewer_page: partnerApplications { items { id } } viewer: partnerAccounts { page: pageInfo { limit } } }',
      {},
      /^200 .*"viewer_page":{"items":\[\]},"viewer":{"page":{"limit":20}}/,
    ],
    [
      'a fragment with and without a condition',
      'query ($no: Boolean! = false) { a: viewer { ...F @include(if: $no) } b: viewer { ...F } } fragment F on Viewer { role }',
      {},
      /^200 .*{"a":{},"b":{"role":"ADMIN"}}/,
    ],
    [
      'two errors',
      '{ a: partnerApplications(limit: 0) { items { id } } b: clientAccounts { items { id } } }',
      {},
      /^200 {"errors":\[{"locations":[^{}]*{[^{}]*}\],"path":\["b"\][^[]*"FORBIDDEN",}}\],"data":null}/,
    ],
    ['a text that could be code', `{ applicationStatus(token: "${CODE}") { status } }`, {}, /"applicationStatus":null/],
  ])('%s', async (_, query, variables, answer) => {
    const [first, ...others] = await inTurn(query, variables);

    expect(first).toMatch(answer);
    for (const other of others) expect(other).toBe(first);
    expect(Reflect.get(globalThis, 'taken')).toBeUndefined();
  });
});

describe('memory', () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;

  /** Bytes in use after `count` more documents of some 600 tokens, three times each. */
  async function usedAfter(count: number, batch: string): Promise<number> {
    for (let index = 0; index < count; index++) {
      const fields = Array.from({ length: 99 }, (_, of) => `a${of}${batch}${index}: id b${of}${batch}${index}: role`);
      const query = `{ viewer { ${fields.join(' ')} } }`;
      for (let time = 0; time < 3; time++) await (await api.post({ query })).text();
    }
    collectGarbage();
    return process.memoryUsage().heapUsed;
  }

  test('E10: stays bounded for any number of different documents', { timeout: 3_600_000 }, async () => {
    const full = await usedAfter(180, 'x');

    const later = await usedAfter(DOCUMENTS, 'y');

    expect(later - full).toBeLessThan(8_000_000);
  });
});
