import { beforeEach, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import {
  accept,
  agreementsOf,
  givenAgreement,
  givenBinding,
  givenVersionRow,
  hashOf,
  storedAgreements,
  withdraw,
} from '../support/given/agreements.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenMember } from '../support/given/people.ts';
import { whileHeld } from '../support/locks.ts';

const api = useApi({ ADMIN_NOTIFICATION_EMAILS: 'team@reachgenie.example' });
let partner: Partner;

beforeEach(async () => {
  partner = await givenPartner(api);
});

const binding = () => givenBinding(api, { partnerId: partner.resellerId });

test('an owner accepts a version, and all proof is kept', async () => {
  const { agreementId, version } = await binding();

  const { data, errors } = await accept(api, partner.actor, version, { name: ' Olive Owner  ', title: 'CEO' });

  expect(errors).toBeUndefined();
  const { sha256 } = version;
  const proof = { version_id: version.id, name: 'Olive Owner', title: 'CEO', sha256, user_id: partner.ownerId };
  expect(data?.acceptAgreement).toMatchObject({ versionId: version.id, name: 'Olive Owner', title: 'CEO', sha256 });
  expect(await api.rows('select * from agreement_acceptance where version_id = $1', [version.id])).toMatchObject([
    { ...proof, reseller_id: partner.resellerId, ip_address: '127.0.0.1', user_agent: expect.any(String) },
  ]);
  expect(await agreementsOf(api, partner.actor)).toMatchObject([
    { id: agreementId, status: 'ACCEPTED', isBlocking: false, acceptances: [{ versionId: version.id, title: 'CEO' }] },
  ]);
});

test('the owner and our team get an email, and other owners and admins a notification', async () => {
  const other = await givenMember(api, partner, 'OWNER');
  const { agreementId, version } = await binding();

  await accept(api, partner.actor, version);

  const emails = await api.rows(
    `select recipient, data from email_message where template = 'agreement.accepted' and data ->> 'agreementId' = $1
     order by data ->> 'isForTeam'`,
    [agreementId],
  );
  expect(emails).toMatchObject([
    { recipient: partner.email, data: { isForTeam: false } },
    { recipient: 'team@reachgenie.example', data: { isForTeam: true } },
  ]);
  const told = await api.rows(
    `select user_id, subject_name from notification where kind = 'AGREEMENT_ACCEPTED' and subject_id = $1`,
    [agreementId],
  );
  expect(told).toHaveLength(2);
  expect(told).toContainEqual({ user_id: other.id, subject_name: 'Reseller agreement' });
});

test('J15: another hash is refused, and nothing is stored', async () => {
  const { version } = await binding();
  const before = await storedAgreements(api);

  const { errors } = await accept(api, partner.actor, version, { sha256: hashOf('another text') });

  const fields = [{ path: 'input.sha256', rule: 'SHA256' }];
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields } }]);
  expect(await storedAgreements(api)).toEqual(before);
});

test.each(['MEMBER', 'BILLING', 'READ_ONLY'] as const)('J15: a user with the role %s cannot accept', async (role) => {
  const { version } = await binding();
  const { actor } = await givenMember(api, partner, role);
  const before = await storedAgreements(api);

  const { errors } = await accept(api, actor, version);

  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect(await storedAgreements(api)).toEqual(before);
});

test('J15: the second time answers the first acceptance', async () => {
  const { version } = await binding();
  const first = await accept(api, partner.actor, version, { name: 'First' });
  const before = await storedAgreements(api);

  const again = await accept(api, partner.actor, version, { name: 'Second' });

  expect(again).toEqual(first);
  expect(await storedAgreements(api)).toEqual(before);
});

test('J15: what was accepted once is answered, even if it was withdrawn since, and whatever is sent', async () => {
  const version = await givenVersionRow(api, await givenAgreement(api, { partnerId: partner.resellerId }), {
    binding: '40 days',
  });
  const first = await accept(api, partner.actor, version);
  await withdraw(api, api.admin, version.id);
  const before = await storedAgreements(api);

  const again = await accept(api, partner.actor, version, { sha256: hashOf('another text') });

  expect(again).toEqual(first);
  expect(await storedAgreements(api)).toEqual(before);
});

test('J15: two acceptances at once have one answer, one event and one email each', async () => {
  const other = await givenMember(api, partner, 'OWNER');
  const { agreementId, version } = await binding();
  const row = { sql: 'select from agreement_version where id = $1', values: [version.id] };

  const [first, second] = await whileHeld(api, row, 2, () =>
    Promise.all(
      [partner.actor, other.actor].map((actor, index) => accept(api, actor, version, { title: `T${index}` })),
    ),
  );

  expect(first?.data?.acceptAgreement).toEqual(second?.data?.acceptAgreement);
  expect(
    await api.rows(
      `select (select count(*)::int from agreement_acceptance where version_id = $1) as acceptances,
        (select count(*)::int from email_message where template = 'agreement.accepted' and data ->> 'agreementId' = $2) as emails,
        (select count(*)::int from audit_event where action = 'agreement.accepted' and reseller_id = $3) as events`,
      [version.id, agreementId, partner.resellerId],
    ),
  ).toEqual([{ acceptances: 1, emails: 2, events: 1 }]);
});

test('a withdrawn version and one that was replaced are conflicts', async () => {
  const agreementId = await givenAgreement(api, { partnerId: partner.resellerId });
  const replaced = await givenVersionRow(api, agreementId, { binding: '-80 days' });
  await givenVersionRow(api, agreementId, { number: 2, binding: '-1 day' });
  const gone = await givenVersionRow(api, agreementId, { number: 3, binding: '40 days' });
  await withdraw(api, api.admin, gone.id);
  const before = await storedAgreements(api);

  expect((await accept(api, partner.actor, replaced)).errors).toMatchObject([
    { extensions: { code: 'CONFLICT', reason: 'AGREEMENT_OUTDATED' } },
  ]);
  expect((await accept(api, partner.actor, gone)).errors).toMatchObject([
    { extensions: { code: 'CONFLICT', reason: 'AGREEMENT_WITHDRAWN' } },
  ]);
  expect(await storedAgreements(api)).toEqual(before);
});

test('C1: a foreign version is answered to the letter as a missing one', async () => {
  const { version } = await givenBinding(api, { partnerId: (await givenPartner(api)).resellerId });
  const technology = await givenBinding(api, { partnershipTypes: ['TECHNOLOGY'] });
  const before = await storedAgreements(api);

  const missing = await accept(api, partner.actor, { id: crypto.randomUUID(), sha256: version.sha256 });
  const answers = [version, technology.version].map((each) => accept(api, partner.actor, each));

  for (const answer of await Promise.all(answers)) {
    const told = ({ errors }: typeof missing) =>
      errors?.map(({ message, extensions: { code } }) => ({ message, code }));
    expect(told(answer)).toEqual(told(missing));
  }
  expect(await storedAgreements(api)).toEqual(before);
});

test.each([
  { what: 'changed', deed: 'update', sql: `update agreement_acceptance set name = 'x'` },
  { what: 'deleted', deed: 'delete', sql: 'delete from agreement_acceptance' },
])(
  'an acceptance cannot be $what: by grants, and by a trigger for the owner of the database',
  async ({ deed, sql }) => {
    await accept(api, partner.actor, (await binding()).version);
    const before = await storedAgreements(api);

    await expect(api.rows(sql)).rejects.toThrow('An acceptance is neither changed nor deleted.');
    const may = await api.rows(
      `select has_any_column_privilege(role, 'agreement_acceptance', 'update') or has_table_privilege(role, 'agreement_acceptance', $1) as may
     from unnest(array['reachgenie_platform', 'reachgenie_tenant']) as role`,
      [deed],
    );
    expect(may).toEqual([{ may: false }, { may: false }]);
    expect(await storedAgreements(api)).toEqual(before);
  },
);
