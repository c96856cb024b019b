import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { useApi, type Actor } from '../../support/api.ts';
import { withoutTriggers } from '../../support/database.changes.ts';
import {
  changeStatus,
  givenApplication,
  givenSubmission,
  stored,
  submit,
  validInput,
} from '../../support/given/applications.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { actionsOn, auditOf, givenAdmin } from '../../support/given/people.ts';

const api = useApi();

const UPDATE = `mutation ($id: ID!, $input: UpdatePartnerApplicationInput!, $expectedVersion: Int) {
  updatePartnerApplication(id: $id, input: $input, expectedVersion: $expectedVersion) {
    companyName contactName contactEmail contactPhone website partnershipType companySize industry
    motivation targetMarket version status
  }
}`;

interface Variables {
  id: string;
  input: object;
  expectedVersion?: number;
}

const update = (variables: Variables, actor: Actor | undefined = api.admin) =>
  api.ask<{ updatePartnerApplication: { version: number } }>(actor, UPDATE, { ...variables });

const problemOf = async (variables: Variables) => (await update(variables)).errors?.[0]?.extensions;

test('changes the given answers by the rules of a submission, and audits them', async () => {
  const id = await givenApplication(api);
  const before = validInput();
  const input = { companySize: 'SIZE_51_200', website: ' Www.Bright.Example. ', targetMarket: 'Start-ups' };

  const { data, errors } = await update({ id, input, expectedVersion: 1 });

  expect(errors).toBeUndefined();
  expect(data?.updatePartnerApplication).toMatchObject({
    companyName: before.companyName,
    contactPhone: before.contactPhone,
    companySize: 'SIZE_51_200',
    website: 'https://www.bright.example',
    targetMarket: 'Start-ups',
    version: 2,
    status: 'PENDING',
  });
  const [event] = await auditOf(api, id);
  expect(event).toMatchObject({ action: 'application.updated', actor_email: 'admin@reachgenie.example' });
  expect(JSON.parse(String(event?.['changes']))).toEqual({
    companySize: { from: '11-50', to: '51-200' },
    website: { from: 'https://bright.example', to: 'https://www.bright.example' },
    targetMarket: { from: null, to: 'Start-ups' },
  });
});

test('null removes an optional answer, and keeps a required one', async () => {
  const id = await givenApplication(api);

  const { data } = await update({
    id,
    input: { contactPhone: null, website: null, companyName: null, motivation: null },
  });

  expect(data?.updatePartnerApplication).toMatchObject({
    contactPhone: null,
    website: null,
    companyName: validInput().companyName,
    motivation: validInput().motivation,
  });
});

test.each([{}, { companyName: ' Bright Solutions ' }])('%j changes nothing', async (input) => {
  const id = await givenApplication(api);
  const before = await stored(api, id);

  expect((await update({ id, input })).data?.updatePartnerApplication.version).toBe(1);
  expect(await stored(api, id)).toEqual(before);
  expect(await actionsOn(api, id)).toEqual([]);
});

test('totals, search and duplicates follow at once', async () => {
  const name = `Quay ${uuid()}`;
  const [id, other] = [await givenApplication(api), await givenApplication(api, { companyName: name })];
  const COUNTED = `query ($industry: [String!], $name: String) {
    industry: partnerApplications(filter: { industry: $industry }) { pageInfo { totalItems } }
    small: partnerApplications(filter: { companySize: [SIZE_501_PLUS] }) { pageInfo { totalItems } }
    found: partnerApplications(filter: { search: $name }) { items { id } }
  }`;
  const asked = { industry: [`Boats ${name}`], name };
  type Total = { pageInfo: { totalItems: number } };
  const counted = async () =>
    (await api.ask<{ industry: Total; small: Total; found: { items: { id: string }[] } }>(api.admin, COUNTED, asked))
      .data;
  const before = await counted();

  await update({ id, input: { companyName: name, industry: `Boats ${name}`, companySize: 'SIZE_501_PLUS' } });

  const after = await counted();
  expect(after?.industry.pageInfo.totalItems).toBe(1);
  expect(after?.small.pageInfo.totalItems).toBe((before?.small.pageInfo.totalItems ?? 0) + 1);
  expect(after?.found.items.map((item) => item.id).toSorted()).toEqual([id, other].toSorted());
  const DUPLICATES = 'query ($id: ID!) { partnerApplication(id: $id) { possibleDuplicates { id matches } } }';
  type Duplicates = { partnerApplication: { possibleDuplicates: { id: string; matches: string[] }[] } };
  const { data } = await api.ask<Duplicates>(api.admin, DUPLICATES, { id });
  const found = data?.partnerApplication.possibleDuplicates.find((duplicate) => duplicate.id === other);
  expect(found?.matches).toContain('COMPANY_NAME');
});

test('the type can change, but not to one for which the contact has an open application', async () => {
  const { contactEmail } = validInput();
  const id = await givenApplication(api, { contactEmail });
  await submit(api, validInput({ contactEmail: contactEmail.replace('@', '+2@'), partnershipType: 'REFERRAL' }));
  // As one of several open applications of the mailbox and type from before the rule.
  await withoutTriggers(api, 'update partner_application set mailbox_rank = 1 where id = $1', [id]);
  const before = await stored(api, id);

  expect(await problemOf({ id, input: { partnershipType: 'REFERRAL' } })).toMatchObject({
    code: 'CONFLICT',
    reason: 'OPEN_APPLICATION',
  });
  expect(await stored(api, id)).toEqual(before);
  expect((await update({ id, input: { partnershipType: 'TECHNOLOGY' } })).data?.updatePartnerApplication).toMatchObject(
    {
      partnershipType: 'TECHNOLOGY',
    },
  );
  const again = validInput({ contactEmail, partnershipType: 'RESELLER' });
  await submit(api, again);
  expect(await api.rows('select from partner_application where contact_email = $1', [contactEmail])).toHaveLength(2);
});

test.each(['APPROVED', 'REJECTED'])('an application that is %s stays as it is', async (status) => {
  const id = await givenApplication(api);
  await changeStatus(api, api.admin, { id, status });
  const before = await stored(api, id);

  expect(await problemOf({ id, input: { companyName: 'Other' } })).toMatchObject({
    code: 'CONFLICT',
    reason: 'APPLICATION_STATUS',
  });
  expect(await stored(api, id)).toEqual(before);
});

test('a withdrawn application stays as it is', async () => {
  const { id, token } = await givenSubmission(api);
  await api.ask(undefined, 'mutation ($token: String!) { withdrawApplication(token: $token) { status } }', { token });
  const before = await stored(api, id);

  expect(await problemOf({ id, input: { companyName: 'Other' } })).toMatchObject({ reason: 'WITHDRAWN' });
  expect(await stored(api, id)).toEqual(before);
});

test('a stale version is a conflict, and changes nothing', async () => {
  const id = await givenApplication(api);
  await update({ id, input: { industry: 'Boats' }, expectedVersion: 1 });
  const before = await stored(api, id);

  expect(await problemOf({ id, input: { industry: 'Trains' }, expectedVersion: 1 })).toMatchObject({
    code: 'CONFLICT',
    reason: 'STALE_VERSION',
    version: 2,
  });
  expect(await stored(api, id)).toEqual(before);
});

test.each([
  ['companyName', ' '],
  ['contactName', 'x'.repeat(201)],
  ['contactPhone', '1'.repeat(41)],
  ['website', 'ftp://bright.example'],
  ['industry', 'a\u0000b'],
  ['motivation', ' '],
  ['additionalInformation', 'x'.repeat(5001)],
])('F4: names an invalid %s, and changes nothing', async (field, value) => {
  const id = await givenApplication(api);
  const before = await stored(api, id);

  const problem = await problemOf({ id, input: { [field]: value } });

  expect(problem).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: `input.${field}` }] });
  expect(await stored(api, id)).toEqual(before);
});

test.each(['contactEmail', 'status', 'version', 'assigneeId', 'createdAt', 'mailboxRank'])(
  'B7: refuses %s, which is no answer',
  async (field) => {
    const id = await givenApplication(api);
    const before = await stored(api, id);

    const { errors } = await update({ id, input: { [field]: 'x' } });

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await stored(api, id)).toEqual(before);
  },
);

test.each(['random', 'malformed'])('a %s ID is missing', async (kind) => {
  const id = kind === 'random' ? uuid() : 'no-uuid';

  expect(await problemOf({ id, input: { companyName: 'Other' } })).toMatchObject({ code: 'NOT_FOUND' });
});

test.each([
  { who: 'an anonymous caller', actor: async () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'a partner', actor: async () => (await givenPartner(api)).actor, code: 'FORBIDDEN' },
  { who: 'an admin without REVIEW', actor: async () => (await givenAdmin(api, 'FINANCE')).actor, code: 'FORBIDDEN' },
])('refuses $who with $code, and changes nothing', async ({ actor, code }) => {
  const id = await givenApplication(api);
  const caller = await actor();
  const before = await stored(api, id);

  const { errors } = await api.ask(caller, UPDATE, { id, input: { companyName: 'Other' } });

  expect(errors).toMatchObject([{ extensions: { code } }]);
  expect(await stored(api, id)).toEqual(before);
  expect(await actionsOn(api, id)).toEqual([]);
});
