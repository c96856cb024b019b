import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { ADMIN, useApi, type Answer } from '../support/api.ts';
import { changeStatus, givenApplication, SUBMIT, validInput } from '../support/given/applications.ts';
import { examplesOf, filesUnder, tableRowsOf, textOf } from '../support/oracles/documents.ts';
import { givenPartner } from '../support/given/partners.ts';
import { whileRefused } from '../support/database.changes.ts';

const api = useApi({ RATE_LIMIT_RECIPIENT: '1/minute' });
const documentation = textOf('docs/errors.md');
const sections = new Map(
  documentation
    .split(/^### /m)
    .slice(1)
    .map((text) => [text.split('\n')[0] ?? '', text]),
);

/** The rows of the table of codes or reasons, by the name in the first cell. */
const rowsOf = (text: string): Map<string, string[]> =>
  new Map(tableRowsOf(text).map(([name = '', ...cells]) => [name.replaceAll('`', ''), cells]));

const codes = rowsOf(documentation.split(/^## /m)[0] ?? '');

test('the page has exactly the codes that exist', () => {
  const own = /type ErrorCode =([^;]+);/.exec(textOf('src/core/context/domain.error.ts'))?.[1] ?? '';
  const apollos =
    /REQUEST_ERRORS = new Set<unknown>\(\[([^\]]+)\]/.exec(textOf('src/core/graphql/error.response.ts'))?.[1] ?? '';
  const exist = Array.from(`${own}${apollos}`.matchAll(/'([A-Z_]+)'/g), ([, code]) => code);

  expect(exist.length).toBeGreaterThan(8);
  expect(new Set(codes.keys())).toEqual(new Set([...exist, 'INTERNAL_SERVER_ERROR']));
  expect([...sections.keys()]).toEqual([...codes.keys()]);
});

test('the page has exactly the CONFLICT reasons that occur', () => {
  const code = [...filesUnder('src', '.ts'), ...filesUnder('src', '.tsx')].map((path) => textOf(path)).join('\n');
  const occur = Array.from(code.matchAll(/\bconflict\(\s*'([A-Z_]+)'/g), ([, reason]) => reason);

  expect(occur.length).toBeGreaterThan(3);
  expect([...rowsOf(sections.get('CONFLICT') ?? '').keys()].sort()).toEqual([...new Set(occur)].sort());
});

test.each(['unauthenticated', 'forbidden'])('the section of %s lists its reasons', (name) => {
  const code = [...filesUnder('src', '.ts'), ...filesUnder('src', '.tsx')].map((path) => textOf(path)).join('\n');
  const calls = code.matchAll(new RegExp(`\\b${name}\\([^()]*,\\s*'([A-Z_]+)',?\\s*\\)`, 'g'));
  const occur = Array.from(calls, ([, reason = '']) => reason);

  expect(occur).toHaveLength(2);
  for (const reason of occur) expect(sections.get(name.toUpperCase())).toContain(`\`${reason}\``);
});

const byAdmin = { authorization: '' };

/** A request for each code that returns it. */
const PROVOKED: Record<string, () => Promise<Response>> = {
  BAD_USER_INPUT: () => submit({ contactName: ' ', contactEmail: 'x' }),
  UNAUTHENTICATED: () => api.post({ query: '{ viewer { id } }' }),
  FORBIDDEN: async () => api.post({ query: '{ partnerApplications { items { id } } }' }, await signedInPartner()),
  NOT_FOUND: () => api.post({ query: MOVE, variables: { id: randomUUID(), status: 'APPROVED' } }, byAdmin),
  CONFLICT: async () => {
    const id = await givenApplication(api);
    await changeStatus(api, api.admin, { id, status: 'APPROVED' });
    return api.post({ query: MOVE, variables: { id, status: 'PENDING' } }, byAdmin);
  },
  RATE_LIMITED: async () => {
    const input = { contactEmail: 'again@bright.example' };
    await submit(input);
    return submit(input);
  },
  UNAVAILABLE: async () => {
    await api.rows(`
      create function fail() returns trigger language plpgsql as $$ begin raise using errcode = 'disk_full'; end $$;
      create trigger fail before insert on user_session execute function fail()`);
    try {
      return await api.post({ query: SIGN_IN, variables: ADMIN });
    } finally {
      await api.rows('drop function fail cascade');
    }
  },
  INTERNAL_SERVER_ERROR: () =>
    whileRefused(api, { table: 'partner_application', unless: `company_name <> 'Bug'` }, () =>
      submit({ companyName: 'Bug' }),
    ),
  GRAPHQL_PARSE_FAILED: () => api.post({ query: '{ viewer { id }' }),
  GRAPHQL_VALIDATION_FAILED: () => api.post({ query: `${SIGN_IN} ${SIGN_IN.replace('SignIn', 'Again')}` }),
  OPERATION_RESOLUTION_FAILURE: () => api.post({ query: 'query First { __typename }', operationName: 'Second' }),
  BAD_REQUEST: () =>
    fetch(`${api.url}/graphql?query=${encodeURIComponent('mutation { signOut }')}`, {
      headers: { 'apollo-require-preflight': 'yes' },
    }),
  PERSISTED_QUERY_NOT_SUPPORTED: () =>
    api.post({ extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } }),
};

const MOVE = `mutation ($id: ID!, $status: ApplicationStatus!) { updatePartnerApplicationStatus(id: $id, status: $status) { id } }`;
const SIGN_IN =
  'mutation SignIn($email: String!, $password: String!) { signIn(email: $email, password: $password) { expiresAt } }';

const submit = (input: object) => api.post({ query: SUBMIT, variables: { input: validInput(input) } });

async function signedInPartner() {
  const { actor } = await givenPartner(api);
  return { authorization: `Bearer ${actor.accessToken}` };
}

beforeAll(() => {
  byAdmin.authorization = `Bearer ${api.admin.accessToken}`;
});

describe.each([...sections])('%s', (code, section) => {
  test('its example matches the real response', async () => {
    const [example = ''] = examplesOf(section, 'json');
    const response = await PROVOKED[code]?.();
    const answer = await response?.text();

    expect(comparable(answer)).toEqual(comparable(example));
    expect(JSON.parse(example)).toMatchObject({ errors: [{ extensions: { code } }] });
    const [statuses, details] = codes.get(code) ?? [];
    expect(statuses).toContain(String(response?.status));
    expect(Boolean(response?.headers.get('retry-after'))).toBe(details?.includes('Retry-After'));
    const extensions = (JSON.parse(example) as Answer<unknown>).errors?.[0]?.extensions ?? {};
    for (const name of Object.keys(extensions))
      expect(['code', 'requestId', details?.match(/\w+/)?.[0]]).toContain(name);
  });
});

/** Without the parts that differ each time: IDs, places in the document, and seconds. */
const comparable = (answer = ''): unknown =>
  JSON.parse(answer, (name, value: unknown) => {
    if (name === 'locations') return undefined;
    if (name === 'requestId' || name === 'retryAfterSeconds') return typeof value;
    return typeof value === 'string' ? value.replace(/\d+ seconds/, 'N seconds') : value;
  });
