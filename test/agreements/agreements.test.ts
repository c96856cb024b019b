import { beforeEach, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import {
  accept,
  agreementsOf,
  countersign,
  download,
  givenAgreement,
  givenBinding,
  givenPdf,
  givenVersion,
  givenVersionRow,
  withdraw,
} from '../support/given/agreements.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenMember } from '../support/given/people.ts';
import { statementsOf } from '../support/statements.ts';

const api = useApi();
let partner: Partner;
let other: Partner;

beforeEach(async () => {
  partner = await givenPartner(api, { partnershipType: 'TECHNOLOGY' });
  other = await givenPartner(api, { partnershipType: 'REFERRAL' });
});

const titlesOf = async (actor: Actor) =>
  (await agreementsOf(api, actor)).map(({ title, status }) => `${title} ${status}`);

test('every user of a partner sees its agreements, those to accept first', async () => {
  const { resellerId: partnerId } = partner;
  const accepted = await givenBinding(api, { partnerId, title: 'A' });
  await accept(api, partner.actor, accepted.version);
  await givenVersionRow(api, await givenAgreement(api, { partnerId, title: 'B' }), { binding: '9 days' });
  await givenBinding(api, { partnerId, title: 'C' });
  await givenAgreement(api, { partnerId, title: 'Not published' });
  await givenBinding(api, { partnerId: other.resellerId, title: 'Foreign' });
  const reader = await givenMember(api, partner, 'READ_ONLY');

  for (const actor of [partner.actor, reader.actor]) {
    expect(await titlesOf(actor)).toEqual(['C OPEN', 'B UPCOMING', 'A ACCEPTED']);
  }
  expect(await titlesOf(other.actor)).toEqual(['Foreign OPEN']);
});

test('the version to accept is the binding one, then the next, and acceptances stay', async () => {
  const agreementId = await givenAgreement(api, { partnerId: partner.resellerId });
  const first = await givenVersionRow(api, agreementId, { binding: '-60 days' });
  await accept(api, partner.actor, first);
  await givenVersionRow(api, agreementId, { number: 2, binding: '-1 hour' });
  const third = await givenVersionRow(api, agreementId, { number: 3, binding: '40 days' });
  const state = async () => (await agreementsOf(api, partner.actor))[0];

  expect(await state()).toMatchObject({ status: 'OPEN', isBlocking: true, version: { number: 2 } });
  await accept(api, partner.actor, third);
  expect(await state()).toMatchObject({ status: 'ACCEPTED', isBlocking: false, version: { number: 3 } });
  expect((await state())?.acceptances.map(({ versionNumber }) => versionNumber)).toEqual([3, 1]);
  await withdraw(api, api.admin, third.id);
  expect(await state()).toMatchObject({ status: 'OPEN', version: { number: 2 } });
});

test('the list takes two statements of one message', async () => {
  await givenBinding(api, { partnerId: partner.resellerId });

  const sent = await statementsOf(() => agreementsOf(api, partner.actor));

  expect(sent.filter((text) => text.startsWith('select'))).toHaveLength(2);
});

test('admins and the users of the partner download a PDF by a link', async () => {
  const agreementId = await givenAgreement(api, { partnerId: partner.resellerId });
  const version = await givenVersion(api, agreementId);
  const reader = await givenMember(api, partner, 'READ_ONLY');

  for (const actor of [api.admin, partner.actor, reader.actor]) {
    const { data } = await download(api, actor, version.id);
    expect(data?.downloadAgreement.url).toMatch(/\/files\/[\da-f-]+\?token=/);
    expect((await download(api, actor, version.id, true)).errors).toMatchObject([
      { extensions: { code: 'NOT_FOUND' } },
    ]);
  }
  await countersign(api, api.admin, { versionId: version.id, fileId: await givenPdf(api) });
  expect((await download(api, partner.actor, version.id, true)).errors).toBeUndefined();
});

test('C1: a foreign negotiated version cannot be told from a missing one, and makes no link', async () => {
  const { version } = await givenBinding(api, { partnerId: partner.resellerId });
  const links = () => api.rows('select count(*) from file_link');
  const before = await links();

  const foreign = await download(api, other.actor, version.id);
  const missing = await download(api, other.actor, crypto.randomUUID());

  const told = ({ errors }: typeof foreign) => errors?.map(({ message, extensions: { code } }) => ({ message, code }));
  expect(told(foreign)).toEqual([{ code: 'NOT_FOUND', message: 'AgreementVersion not found.' }]);
  expect(told(foreign)).toEqual(told(missing));
  expect(await links()).toEqual(before);
});

test('a withdrawn version can be read only by those who have accepted it', async () => {
  const agreementId = await givenAgreement(api, { partnershipTypes: ['TECHNOLOGY', 'REFERRAL'], title: 'General' });
  const version = await givenVersionRow(api, agreementId, { binding: '9 days' });
  await accept(api, partner.actor, version);
  await withdraw(api, api.admin, version.id);

  expect((await download(api, partner.actor, version.id)).errors).toBeUndefined();
  expect((await download(api, other.actor, version.id)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});
