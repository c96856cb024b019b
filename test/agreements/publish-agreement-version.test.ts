import { beforeEach, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import {
  countersign,
  createAgreement,
  givenAgreement,
  givenPdf,
  givenVersion,
  givenVersionRow,
  publish,
  storedAgreements,
  withdraw,
} from '../support/given/agreements.ts';
import { givenPartner } from '../support/given/partners.ts';
import { whileHeld } from '../support/locks.ts';

const api = useApi();
let agreementId: string;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

beforeEach(async () => {
  agreementId = await givenAgreement(api, { partnershipTypes: ['TECHNOLOGY'] });
});

const refusalOf = async (input: object) => {
  const before = await storedAgreements(api);
  const { data, errors } = await publish(api, api.admin, { agreementId, fileId: await givenPdf(api), ...input });
  expect(data).toBeFalsy();
  expect(await storedAgreements(api)).toEqual(before);
  const { code, reason, fields } = errors?.[0]?.extensions ?? {};
  return { code, reason, rules: fields?.map(({ path, rule }) => `${path} ${rule}`) };
};

test('an agreement is with partners of some types, or with one partner', async () => {
  const { resellerId: partnerId } = await givenPartner(api);
  const { data } = await createAgreement(api, api.admin, { partnershipTypes: ['RESELLER', 'REFERRAL'] });
  const negotiated = await createAgreement(api, api.admin, { partnerId });
  const before = await storedAgreements(api);

  expect(data?.createAgreement).toMatchObject({
    partnershipTypes: ['RESELLER', 'REFERRAL'],
    partner: null,
    versions: [],
  });
  expect(negotiated.data?.createAgreement).toMatchObject({ partnershipTypes: [], partner: { id: partnerId } });
  for (const parties of [{}, { partnerId, partnershipTypes: ['RESELLER'] }, { partnershipTypes: [] }]) {
    expect((await createAgreement(api, api.admin, parties)).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  }
  expect((await createAgreement(api, api.admin, { partnerId: agreementId })).errors).toMatchObject([
    { extensions: { code: 'NOT_FOUND' } },
  ]);
  expect(await storedAgreements(api)).toEqual(before);
});

test('a first version binds at once, with the hash of its PDF, which is then used', async () => {
  const fileId = await givenPdf(api);

  const { data } = await publish(api, api.admin, { agreementId, fileId });

  const version = data?.publishAgreementVersion;
  expect(version).toMatchObject({ number: 1, changes: null, withdrawnAt: null, isCountersigned: false });
  expect(version?.bindingFrom).toBe(version?.publishedAt);
  expect(await api.rows('select sha256, claimed_at from stored_file where id = $1', [fileId])).toEqual([
    { sha256: version?.sha256, claimed_at: expect.any(Date) },
  ]);
});

test('a first version can bind later, but not in the past', async () => {
  expect(await refusalOf({ bindingFrom: inDays(-1) })).toMatchObject({ rules: ['input.bindingFrom FUTURE'] });

  const bindingFrom = inDays(2);
  expect(await givenVersion(api, agreementId, { bindingFrom })).toMatchObject({ bindingFrom });
});

test('a later version binds after at least 30 days, and says what changed', async () => {
  await givenVersion(api, agreementId);

  const changes = 'Three months of notice.';
  expect(await refusalOf({ changes })).toMatchObject({ rules: ['input.bindingFrom NOTICE_DAYS'] });
  expect(await refusalOf({ changes, bindingFrom: inDays(29.9) })).toMatchObject({
    rules: ['input.bindingFrom NOTICE_DAYS'],
  });
  expect(await refusalOf({ bindingFrom: inDays(31) })).toMatchObject({ rules: ['input.changes REQUIRED'] });
  expect(await givenVersion(api, agreementId, { changes, bindingFrom: inDays(30.1) })).toMatchObject({
    number: 2,
    changes,
  });
});

test('only one version waits to bind, also if two admins publish at once', async () => {
  const files = [await givenPdf(api), await givenPdf(api)];
  const row = { sql: 'select from agreement where id = $1', values: [agreementId] };
  const input = { agreementId, bindingFrom: inDays(3) };

  const answers = await whileHeld(api, row, 2, () =>
    Promise.all(files.map((fileId) => publish(api, api.admin, { ...input, fileId }))),
  );

  const reasons = answers.map(({ errors }) => errors?.[0]?.extensions.reason);
  expect(reasons.toSorted()).toEqual(['AGREEMENT_UPCOMING', undefined]);
  expect(await refusalOf({ bindingFrom: inDays(40) })).toMatchObject({ reason: 'AGREEMENT_UPCOMING' });
});

test('J5: a file that is not ready, used or of a partner is refused', async () => {
  const used = await givenPdf(api);
  await publish(api, api.admin, { agreementId, fileId: used, bindingFrom: inDays(1) });
  agreementId = await givenAgreement(api, { partnershipTypes: ['TECHNOLOGY'] });
  const { resellerId } = await givenPartner(api);

  expect(await refusalOf({ fileId: await givenPdf(api, { state: 'CHECKING' }) })).toMatchObject({
    reason: 'FILE_NOT_READY',
  });
  for (const fileId of [used, await givenPdf(api, { resellerId }), agreementId]) {
    expect(await refusalOf({ fileId })).toMatchObject({ code: 'NOT_FOUND' });
  }
});

test('a version is withdrawn before it binds, and the next one is a first one again', async () => {
  const version = await givenVersion(api, agreementId, { bindingFrom: inDays(1) });

  expect((await withdraw(api, api.admin, version.id)).data?.withdrawAgreementVersion.withdrawnAt).not.toBeNull();

  expect((await withdraw(api, api.admin, version.id)).errors).toMatchObject([
    { extensions: { reason: 'AGREEMENT_WITHDRAWN' } },
  ]);
  const next = await givenVersion(api, agreementId);
  expect(next.number).toBe(2);
  const before = await storedAgreements(api);
  expect((await withdraw(api, api.admin, next.id)).errors).toMatchObject([
    { extensions: { code: 'CONFLICT', reason: 'AGREEMENT_BINDING' } },
  ]);
  expect(await storedAgreements(api)).toEqual(before);
});

test('the countersigned copy is added once, and only to a negotiated agreement', async () => {
  const general = await givenVersion(api, agreementId);
  const partnerId = (await givenPartner(api)).resellerId;
  const { id: versionId } = await givenVersion(api, await givenAgreement(api, { partnerId }));
  const fileId = await givenPdf(api);

  const added = await countersign(api, api.admin, { versionId, fileId });

  expect(added.data?.addCountersignedCopy.isCountersigned).toBe(true);
  const before = await storedAgreements(api);
  const again = await countersign(api, api.admin, { versionId, fileId: await givenPdf(api) });
  expect(again.errors).toMatchObject([{ extensions: { reason: 'COUNTERSIGNED' } }]);
  const wrong = await countersign(api, api.admin, { versionId: general.id, fileId: await givenPdf(api) });
  expect(wrong.errors).toMatchObject([{ extensions: { reason: 'NOT_NEGOTIATED' } }]);
  expect(await storedAgreements(api)).toEqual(before);
});

test.each([
  `sha256 = repeat('0', 64)`,
  `binding_from = now() + interval '1 year'`,
  `changes = 'Other'`,
  'file_id = countersigned_file_id',
  'number = 7',
  'withdrawn_at = null',
])('a published version cannot be changed by: %s', async (change) => {
  const { id } = await givenVersionRow(api, agreementId, { binding: '9 days' });
  await withdraw(api, api.admin, id);
  const before = await storedAgreements(api);

  await expect(api.rows(`update agreement_version set ${change} where id = $1`, [id])).rejects.toThrow(
    'A published version of an agreement does not change.',
  );
  await expect(api.rows('delete from agreement_version where id = $1', [id])).rejects.toThrow('does not change');
  expect(await storedAgreements(api)).toEqual(before);
});
