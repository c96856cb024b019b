import { beforeAll, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import { useApi, type Actor } from '../../support/api.ts';
import { givenFullTenant } from '../../support/given/tenants/full-tenant.ts';
import type { Partner } from '../../support/given/partners.ts';
import { partnerCalls, type PartnerCall } from '../../support/oracles/partner.calls.ts';
import { othersRows } from '../../support/oracles/tenant.rows.ts';

const api = useApi();
let partner: Partner;

beforeAll(async () => {
  partner = await givenFullTenant(api);
  await api.ask(partner.actor, 'mutation { signOut }');
});

const everything = () => othersRows(api, uuid());

async function codeOf(call: PartnerCall, actor?: Actor) {
  const { query, variables } = call.callWith([]);
  return (await api.ask(actor, query, variables)).errors?.[0]?.extensions.code;
}

/** Calls that need no session, and a second `signOut`, which changes nothing. */
const FREE = [
  'acceptInvitation',
  'applicationStatus',
  'refreshSession',
  'requestPasswordReset',
  'resetPassword',
  'signIn',
  'signInWithIdentity',
  'signInWithLink',
  'signOut',
  'submitPartnerApplication',
  'withdrawApplication',
];
const calls = partnerCalls.filter(({ field }) => !FREE.includes(field));

test('most calls need a session', () => {
  expect(calls.length).toBeGreaterThan(25);
});

test.each(calls)('A4: $field refuses a session that has ended, as no session, and changes nothing', async (call) => {
  const before = await everything();

  expect(await codeOf(call)).toBe('UNAUTHENTICATED');
  expect(await codeOf(call, partner.actor)).toBe('UNAUTHENTICATED');
  expect(await everything()).toEqual(before);
});
