import { beforeEach, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { givenKey } from '../support/given/api-keys.ts';
import { askAsClientApp, givenAccess } from '../support/given/callers/client-access.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { givenPartner, setTier, type Partner } from '../support/given/partners.ts';
import { whileBenefits } from '../support/given/tiers.ts';

const api = useApi();
let reseller: Partner;

beforeEach(async () => {
  reseller = await givenPartner(api);
});

const codeOf = async (actor: Actor) =>
  (await api.ask(actor, '{ clientAccounts { items { id } } }')).errors?.[0]?.extensions.code;

/** The claims of a session after its next refresh. */
async function signInAgain({ email, password }: Partner): Promise<Actor> {
  const query =
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { accessToken } }';
  const { data } = await api.ask<{ signIn: Actor }>(undefined, query, { email, password });
  return data?.signIn ?? { accessToken: '' };
}

const bare = { tier: 'GOLD', benefits: ['EARLY_ACCESS'] };

test('a reseller whose tier lacks the benefit manages no clients, also with the switch on', async () => {
  await setTier(api, reseller.resellerId, 'GOLD');

  await whileBenefits(api, bare, async () => {
    expect(await codeOf(await signInAgain(reseller))).toBe('FORBIDDEN');
  });

  expect(await codeOf(await signInAgain(reseller))).toBeUndefined();
});

test('a reseller whose tier has the benefit manages no clients with the switch off', async () => {
  const query =
    'mutation ($id: ID!) { updatePartnerAccount(id: $id, input: { clientManagementEnabled: false }) { id } }';
  await api.ask(api.admin, query, { id: reseller.resellerId });

  expect(await codeOf(await signInAgain(reseller))).toBe('FORBIDDEN');
});

test('a change of the tier ends the claims of sessions, API keys and client access at once', async () => {
  const client = await givenClient(api, reseller.actor);
  const access = await givenAccess(api, reseller.actor, client.id);
  const [manages, reads] = [
    await givenKey(api, reseller.actor),
    await givenKey(api, reseller.actor, { scopes: ['READ'] }),
  ];
  const isActive = async () =>
    ((await (await askAsClientApp(api, 'introspect', { token: access.accessToken })).json()) as { active: boolean })
      .active;
  expect([await codeOf(reads), await codeOf(manages), await isActive()]).toEqual([undefined, undefined, true]);

  await whileBenefits(api, bare, async () => {
    await setTier(api, reseller.resellerId, 'GOLD');

    expect(await codeOf(reseller.actor)).toBe('UNAUTHENTICATED');
    expect(await codeOf(manages)).toBe('UNAUTHENTICATED');
    // The first refusal lets the process read the key again.
    expect(await codeOf(reads)).toBe('UNAUTHENTICATED');
    expect(await codeOf(reads)).toBe('FORBIDDEN');
    expect(await isActive()).toBe(false);
    await setTier(api, reseller.resellerId, 'SILVER');
  });

  expect([await codeOf(manages), await isActive()]).toEqual([undefined, true]);
});

test('a change between tiers with the benefit keeps sessions as they are', async () => {
  await setTier(api, reseller.resellerId, 'PLATINUM');

  expect(await codeOf(reseller.actor)).toBeUndefined();
});
