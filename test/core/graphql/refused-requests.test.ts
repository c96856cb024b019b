import { describe, expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';

const api = useApi();

const SECRET = 'correct-horse-9';
const LIST =
  'query ($f: PartnerApplicationFilter, $limit: Int! = 1) { partnerApplications(filter: $f, limit: $limit) { items { id } } }';
const SUBMIT =
  'mutation ($input: SubmitPartnerApplicationInput!) { submitPartnerApplication(input: $input) { applicationId } }';
const UNLIKE = 'is missing or has the wrong type';

async function answerTo(query: string, variables?: object) {
  const response = await api.post({ query, variables }, { authorization: `Bearer ${api.admin.accessToken}` });
  const text = await response.text();
  const { errors = [] } = JSON.parse(text) as {
    errors?: { message: string; locations?: object[]; extensions: { code: string; fields?: object[] } }[];
  };
  return { status: response.status, text, errors };
}

describe('an invalid document is refused with GraphQL’s own message', () => {
  test.each([
    ['an unused variable', 'query Q($x: Int) { viewer { id } }', 'Variable "$x" is never used in operation "Q".'],
    [
      'an unknown variable',
      'query Q { partnerApplications(limit: $x) { items { id } } }',
      'Variable "$x" is not defined by operation "Q".',
    ],
    [
      'a variable in the wrong place',
      'query ($x: String) { partnerApplications(limit: $x) { items { id } } }',
      'Variable "$x" of type "String" used in position expecting type "Int!".',
    ],
    [
      'a variable of no type',
      'query ($x: Zzz) { viewer { id } partnerApplication(id: $x) { id } }',
      'Unknown type "Zzz".',
    ],
    [
      'two variables of one name',
      'query ($x: ID!, $x: ID!) { partnerApplication(id: $x) { id } }',
      'There can be only one variable named "$x".',
    ],
    [
      'a missing argument',
      '{ partnerApplication { id } }',
      'Field "partnerApplication" argument "id" of type "ID!" is required, but it was not provided.',
    ],
    ['an unknown field', '{ viewer { nothing } }', 'Cannot query field "nothing" on type "Viewer".'],
  ])('%s', async (_, query, message) => {
    const { status, errors } = await answerTo(query, {});

    expect(status).toBe(400);
    expect(errors).toContainEqual({
      message,
      locations: expect.any(Array),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED', requestId: expect.any(String) },
    });
  });
});

describe('does not repeat values of a document', () => {
  const signIn = (email: string, password: string) =>
    `mutation { signIn(email: ${email}, password: ${password}) { accessToken } }`;

  test.each([
    [
      'a text without quotation marks',
      signIn('"a@b.co"', SECRET.replaceAll('-', '_')),
      'String cannot represent a non string value: …',
    ],
    ['a number', signIn('"a@b.co"', '123456789012'), 'String cannot represent a non string value: …'],
    [
      'a text for a number',
      `{ partnerApplications(limit: "${SECRET}") { items { id } } }`,
      'Int cannot represent non-integer value: …',
    ],
    [
      'an enum value',
      '{ partnerApplications(sortOrder: UPWARDS) { items { id } } }',
      'Value "…" does not exist in "SortOrder" enum.',
    ],
    ['a letter', '{ partnerApplications(limit: "e") { items { id } } }', 'Int cannot represent non-integer value: …'],
    [
      'a list',
      `{ partnerApplications(limit: ["${SECRET}", "other"]) { items { id } } }`,
      'Int cannot represent non-integer value: …',
    ],
    ['an object', signIn('"a@b.co"', `{ secret: "${SECRET}" }`), 'String cannot represent a non string value: …'],
    [
      'a default',
      `query ($x: Int = "${SECRET}") { partnerApplications(limit: $x) { items { id } } }`,
      'Int cannot represent non-integer value: …',
    ],
    [
      'a time',
      `{ partnerApplicationStatistics(from: "${SECRET}") { total } }`,
      expect.stringMatching(/^DateTime must be a time in RFC 3339 format/),
    ],
    ['a text in the wrong place', `{ viewer "${SECRET}" }`, 'Syntax Error: Expected Name, found String "…".'],
    [
      'a block text in the wrong place',
      `{ viewer """${SECRET}""" }`,
      'Syntax Error: Expected Name, found BlockString "…".',
    ],
  ])('%s', async (_, query, message) => {
    const { status, text, errors } = await answerTo(query);

    expect(status).toBe(400);
    expect(errors.map((error) => error.message)).toContainEqual(message);
    expect(errors[0]?.extensions.code).toMatch(/^GRAPHQL_(VALIDATION|PARSE)_FAILED$/);
    expect(text).not.toMatch(/correct|horse|123456789012|UPWARDS/);
  });
});

describe('names the path of a variable that does not fit the schema', () => {
  test.each<[what: string, query: string, variables: object, fields: object[]]>([
    ['one that is missing', SUBMIT, {}, [{ path: 'input', message: UNLIKE, rule: 'TYPE' }]],
    ['null', SUBMIT, { input: null }, [{ path: 'input', message: UNLIKE, rule: 'TYPE' }]],
    ['another type', LIST, { limit: SECRET }, [{ path: 'limit', message: UNLIKE, rule: 'TYPE' }]],
    [
      'no object',
      LIST,
      { f: SECRET },
      [{ path: 'f', message: 'Expected type "PartnerApplicationFilter" to be an object.', rule: 'TYPE' }],
    ],
    [
      'a list for an object',
      LIST,
      { f: [] },
      [{ path: 'f', message: 'Expected type "PartnerApplicationFilter" to be an object.', rule: 'TYPE' }],
    ],
    ['a field inside', LIST, { f: { search: { of: SECRET } } }, [{ path: 'f.search', message: UNLIKE, rule: 'TYPE' }]],
    [
      'fields that the schema does not know',
      LIST,
      { f: { serch: SECRET, statuss: 1 } },
      [
        { path: 'f', message: 'Field "serch" is not defined by type "PartnerApplicationFilter".', rule: 'TYPE' },
        { path: 'f', message: 'Field "statuss" is not defined by type "PartnerApplicationFilter".', rule: 'TYPE' },
      ],
    ],
    [
      'several at once',
      LIST,
      { f: { search: 1, submittedFrom: SECRET }, limit: 1.5 },
      [
        { path: 'f.search', message: UNLIKE, rule: 'TYPE' },
        { path: 'limit', message: UNLIKE, rule: 'TYPE' },
      ],
    ],
  ])('%s', async (_, query, variables, fields) => {
    const { status, text, errors } = await answerTo(query, variables);

    expect(status).toBe(400);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(errors.map(() => 'BAD_USER_INPUT'));
    expect(errors.flatMap(({ extensions }) => extensions.fields)).toEqual(expect.arrayContaining(fields));
    expect(errors[0]).toMatchObject({ message: 'Some fields are not valid.', locations: [expect.any(Object)] });
    expect(text).not.toContain(SECRET);
  });

  test('reports at most fifty errors', async () => {
    const wrong = Array.from({ length: 60 }, (_, index) => [`wrong${index}`, 1]);

    const { status, errors } = await answerTo(LIST, { f: Object.fromEntries(wrong) });

    expect(status).toBe(400);
    expect(errors).toHaveLength(51);
    expect(errors.at(-1)).toMatchObject({ message: 'Too many fields are not valid.', extensions: { fields: [] } });
  });

  test.each([
    [
      'null where only a default made it valid',
      'query ($limit: Int = 2) { partnerApplications(limit: $limit) { items { id } } }',
      { limit: null },
      'limit',
    ],
    [
      'null in a list',
      'mutation ($id: ID = "x") { updatePartnerApplicationStatuses(input: { applications: [{ id: $id, expectedVersion: 1 }], status: REVIEWING }) { id } }',
      { id: null },
      'input',
    ],
    ['null as a condition', 'query ($on: Boolean = true) { viewer @include(if: $on) { id } }', { on: null }, 'if'],
  ])('while the document runs: %s', async (_, query, variables, path) => {
    const { status, errors } = await answerTo(query, variables);

    expect(status).toBe(200);
    expect(errors).toMatchObject([
      {
        message: 'Some fields are not valid.',
        extensions: { code: 'BAD_USER_INPUT', fields: [{ path, message: UNLIKE, rule: 'TYPE' }] },
      },
    ]);
  });
});
