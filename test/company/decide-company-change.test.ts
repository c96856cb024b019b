import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { withoutTriggers } from '../support/database.changes.ts';
import { companyOf, decideChange, GERMAN, givenChange, withdrawChange } from '../support/given/companies.ts';
import { givenPartner } from '../support/given/partners.ts';
import { givenAdmin, givenMember } from '../support/given/people.ts';
import { whileHeld } from '../support/locks.ts';
import { toldTo } from '../notifications/told.ts';

const api = useApi();

const newsTo = async (recipient: string) =>
  (
    await api.rows(
      `select data ->> 'news' as news from email_message where recipient = $1 and template = 'company.change_told'
       order by created_at`,
      [recipient],
    )
  ).map(({ news }) => news);

test('an approval changes the account, and tells owners and our team', async () => {
  const partner = await givenPartner(api);
  const member = await givenMember(api, partner);
  const { id } = await givenChange(api, partner, { ...GERMAN, companyName: 'Blue Peak Group' });
  const before = await companyOf(api, partner);

  const { data, errors } = await decideChange(api, api.admin, { id, approve: true, message: 'Welcome!' });

  expect(errors).toBeUndefined();
  expect(data?.decideCompanyChange).toMatchObject({
    status: 'APPROVED',
    message: 'Welcome!',
    decidedBy: 'Ada Admin',
    closedAt: expect.any(String),
  });
  expect(await companyOf(api, partner)).toEqual({
    ...before,
    ...GERMAN,
    companyName: 'Blue Peak Group',
    pendingChange: null,
    lastDecision: { ...data?.decideCompanyChange, decidedBy: null },
    // One of the account, and one of the request.
    version: before.version + 2,
  });
  expect(await newsTo(partner.email)).toEqual(['REQUESTED', 'APPROVED']);
  expect((await newsTo('lead@reachgenie.example')).slice(-2)).toEqual(['REQUESTED', 'APPROVED']);
  expect(await newsTo(member.email)).toEqual([]);
  expect((await toldTo(api, partner.actor))[0]).toMatchObject({
    kind: 'COMPANY_CHANGE_DECIDED',
    subjectId: id,
    detail: 'APPROVED',
  });
  expect((await toldTo(api, member.actor)).map(({ kind }) => kind)).not.toContain('COMPANY_CHANGE_DECIDED');
});

test('the audit log has the decision and the new values, and the new name is found', async () => {
  const partner = await givenPartner(api, { companyName: 'Blue Peak' });
  const { id } = await givenChange(api, partner, { companyName: 'Müller Group' });

  await decideChange(api, api.admin, { id, approve: true });

  const events = await api.rows(
    `select action, changes, actor_role from audit_event where chain_id = $1 order by sequence desc limit 2`,
    [partner.resellerId],
  );
  const changes = Object.fromEntries(
    events.map(({ action, changes: told }) => [action, JSON.parse(String(told)) as object]),
  );
  expect(changes).toMatchObject({
    'partner.company_changed': { companyName: { from: 'Blue Peak', to: 'Müller Group' } },
    'company.change_decided': { status: { from: 'PENDING', to: 'APPROVED' }, changeId: { to: id } },
  });
  const search = 'query ($text: String!) { partnerAccounts(filter: { search: $text }) { items { id } } }';
  expect(await api.ask(api.admin, search, { text: 'muller gr' })).toMatchObject({
    data: { partnerAccounts: { items: [{ id: partner.resellerId }] } },
  });
});

test('a rejection leaves the account, and says why', async () => {
  const partner = await givenPartner(api);
  const { id } = await givenChange(api, partner);
  const before = await companyOf(api, partner);

  await decideChange(api, api.admin, { id, approve: false, message: 'Please send us an extract.' });

  const after = await companyOf(api, partner);
  const { lastDecision, pendingChange, version } = after;
  expect(after).toEqual({ ...before, lastDecision, pendingChange, version });
  expect(lastDecision).toMatchObject({ status: 'REJECTED', message: 'Please send us an extract.' });
  expect(await newsTo(partner.email)).toEqual(['REQUESTED', 'REJECTED']);
});

test('a rejection needs a message', async () => {
  const partner = await givenPartner(api);
  const { id } = await givenChange(api, partner);
  const before = await companyOf(api, partner);

  for (const message of [undefined, null, ' ']) {
    const variables = message === undefined ? { id, approve: false } : { id, approve: false, message };
    expect((await decideChange(api, api.admin, variables)).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'message' }],
    });
  }

  expect(await companyOf(api, partner)).toEqual(before);
});

test('an approval is refused if the account has changed since the request, and a rejection is not', async () => {
  const partner = await givenPartner(api);
  const { id } = await givenChange(api, partner, { city: 'Berlin' });
  await withoutTriggers(api, `update partner_account set legal_name = 'Changed meanwhile' where id = $1`, [
    partner.resellerId,
  ]);
  const before = await companyOf(api, partner);

  const { errors } = await decideChange(api, api.admin, { id, approve: true });

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'COMPANY_CHANGED' } }]);
  expect(await companyOf(api, partner)).toEqual(before);
  const rejected = await decideChange(api, api.admin, { id, approve: false, message: 'Ask again.' });
  expect(rejected.data?.decideCompanyChange.status).toBe('REJECTED');
});

test('a change is decided once, and not after it was withdrawn or replaced', async () => {
  const partner = await givenPartner(api);
  const replaced = await givenChange(api, partner, { city: 'Berlin' });
  const withdrawn = await givenChange(api, partner, { city: 'Hamburg' });
  await withdrawChange(api, partner.actor, withdrawn.id);
  const decided = await givenChange(api, partner, { city: 'Bremen' });
  await decideChange(api, api.admin, { id: decided.id, approve: true });
  const before = await companyOf(api, partner);

  for (const { id } of [replaced, withdrawn, decided]) {
    for (const approve of [true, false]) {
      const { errors } = await decideChange(api, api.admin, { id, approve, message: 'Again.' });
      expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'COMPANY_CHANGE_STATUS' } }]);
    }
  }

  expect(await companyOf(api, partner)).toEqual(before);
});

test('of two decisions at once, one wins', async () => {
  const partner = await givenPartner(api);
  const { id } = await givenChange(api, partner);
  const row = { sql: 'select from partner_account where id = $1', values: [partner.resellerId] };

  const answers = await whileHeld(api, row, 2, () =>
    Promise.all([true, false].map((approve) => decideChange(api, api.admin, { id, approve, message: 'Decided.' }))),
  );

  const reasons = answers.map(({ errors }) => errors?.[0]?.extensions.reason);
  expect(reasons.toSorted()).toEqual(['COMPANY_CHANGE_STATUS', undefined]);
  expect(await newsTo(partner.email)).toHaveLength(2);
});

test('admins who manage partners decide, and nobody else', async () => {
  const partner = await givenPartner(api);
  const reviewer = await givenAdmin(api, 'REVIEW');
  const manager = await givenAdmin(api, 'PARTNERS');
  const { id } = await givenChange(api, partner);

  for (const caller of [reviewer.actor, partner.actor]) {
    expect((await decideChange(api, caller, { id, approve: true })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  }

  expect((await companyOf(api, partner)).pendingChange?.status).toBe('PENDING');
  expect((await decideChange(api, manager.actor, { id, approve: true })).errors).toBeUndefined();
});

test('does not find a change that does not exist', async () => {
  for (const id of ['01980e4a-5b20-7d13-9a6e-2c4f6a8b0d1e', 'x']) {
    expect((await decideChange(api, api.admin, { id, approve: true })).errors).toMatchObject([
      { extensions: { code: 'NOT_FOUND' } },
    ]);
  }
});
