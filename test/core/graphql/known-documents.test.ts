import { describe, expect, test } from 'vitest';
import { postTo } from '../../support/api.ts';
import { some } from '../../support/oracles/documents.ts';
import { examples, useExamples, type Example } from '../../support/oracles/examples.ts';
import { expectAlike, makeKnown, newVersion, watchFastify, wayOf } from '../../support/oracles/two.ways.ts';

const { api, variablesOf, headersOf, reseller } = useExamples();
const twin = useExamples();
watchFastify();

const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const NOBODY = '01234567-89ab-7def-8123-456789abcdef';

/** Replaces what differs between two databases. */
const withoutValues = (answer: string) =>
  answer
    .replaceAll(ID, '<id>')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replaceAll(/Expires=[^;]+/g, '<expires>')
    .replaceAll(/[\w-]+@[\w.-]+/g, '<email>')
    .replaceAll(/(?<=markNotificationsRead\\?":)\d+/g, '<unread>')
    .replaceAll(/(?<=saveOnboardingPlan.*version\\?":)\d+/g, '<version>')
    .replaceAll(/rgk_[\w-]+|whsec_[\w+/=]+|[\w-]{20,}(\.[\w-]+)*/g, '<token>')
    .replaceAll(/(?<="content-length",\s*)"\d+"/g, '<length>');

const codes = new Set<string | undefined>();
const expectBoth = async (...request: Parameters<typeof expectAlike>) => {
  const answer = await expectAlike(...request);
  codes.add(/"outcome": "(\w+)"/.exec(answer)?.[1]);
};

describe.each(some(examples))('$name, known and new', (example: Example) => {
  const { text: query, caller } = example;

  test('is answered alike', async () => {
    const sent = { query, variables: await variablesOf(example) };
    const headers = await headersOf(example);
    if (query.startsWith('query')) {
      await expectAlike(api, sent, headers);
      return;
    }
    // A second time, a change could not have the same answer.
    await makeKnown(api, query);
    const known = await wayOf(api, () => postTo(api.url, sent, headers));
    const other = { query: newVersion(query), variables: await twin.variablesOf(example) };
    const othersHeaders = await twin.headersOf(example);
    const unknown = await wayOf(twin.api, () => postTo(twin.api.url, other, othersHeaders));

    expect(withoutValues(known.answer)).toBe(withoutValues(unknown.answer));
    expect([known.isShort, unknown.isShort]).toEqual([true, false]);
  });

  test('is refused alike', async () => {
    const headers = await headersOf(example);
    const variables = await variablesOf(example);
    const wrong = Object.fromEntries(Object.keys(variables).map((name) => [name, { wrong: ['kind'] }]));
    const nothing = JSON.parse(JSON.stringify(variables).replaceAll(ID, NOBODY)) as object;

    if (Object.keys(variables).length > 0) await expectBoth(api, { query, variables: wrong }, headers);
    if (caller.startsWith('anyone')) return;
    await expectBoth(api, { query, variables }, { authorization: 'Bearer no.token' });
    if (/^(admins$|resellers|users of resellers|owners of(?!.*admins))/.test(caller)) {
      const { accessToken } = caller === 'admins' ? reseller().actor : api.admin;
      await expectBoth(api, { query, variables: nothing }, { authorization: `Bearer ${accessToken}` });
    }
    if (variables['id']) await expectBoth(api, { query, variables: nothing }, headers);
  });
});

test('refusals of each kind were compared', () => {
  expect([...codes]).toEqual(expect.arrayContaining(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT']));
});
