import { beforeAll, expect, test } from 'vitest';
import { ClientAccount } from '../../../src/clients/client-account.entity.ts';
import { forkFor } from '../../../src/core/database/tenancy.ts';
import { useApi } from '../../support/api.ts';
import { givenAccess } from '../../support/given/callers/client-access.ts';
import { changeSubscription, givenClient, type Client } from '../../support/given/client-accounts.ts';
import { callerOf, givenPartner, type Partner } from '../../support/given/partners.ts';

/** Many concurrent requests share few connections, so that each connection serves both tenants in turn. */
const api = useApi({ DATABASE_POOL_SIZE: '2' });
const TURNS = 200;
/** Concurrent requests. With more of them, the last ones would wait too long on a slow machine. */
const AT_ONCE = 20;
const tenants: { partner: Partner; client: Client }[] = [];

beforeAll(async () => {
  for (const companyName of ['Alpha', 'Bravo']) {
    const partner = await givenPartner(api);
    const client = await givenClient(api, partner.actor, { companyName });
    await givenAccess(api, partner.actor, client.id);
    tenants.push({ partner, client });
  }
});

/** Returns the answers to both tenants, which call in turn with many concurrent requests. */
async function inTurn(ask: (own: Partner, ownClient: Client, other: Client) => Promise<unknown>) {
  const answers: { own: (typeof tenants)[number]; answer: unknown }[] = [];
  let next = 0;
  const takeTurns = async () => {
    while (next < TURNS) {
      const [own, other] = next++ % 2 === 0 ? tenants : tenants.toReversed();
      if (!own || !other) throw new Error('There are two tenants.');
      answers.push({ own, answer: await ask(own.partner, own.client, other.client) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
  return answers;
}

const ASK = `query ($own: ID!, $other: ID!) {
  own: clientAccount(id: $own) { id companyName }
  other: clientAccount(id: $other) { id }
  clientAccounts { items { id } pageInfo { totalItems } }
  clientAccessSessions { items { clientAccount { id } userEmail } }
  auditEvents(limit: 1) { items { resellerId } }
  viewer { email partnerAccount { id } }
}`;

test('C5: 200 requests of two tenants over 2 connections: each gets its own data', async () => {
  const answers = await inTurn((own, client, other) => api.ask(own.actor, ASK, { own: client.id, other: other.id }));

  expect(answers).toHaveLength(TURNS);
  for (const { own, answer } of answers) {
    const { partner, client } = own;
    expect(answer).toEqual({
      data: {
        own: { id: client.id, companyName: client.companyName },
        other: null,
        clientAccounts: { items: [{ id: client.id }], pageInfo: { totalItems: 1 } },
        clientAccessSessions: { items: [{ clientAccount: { id: client.id }, userEmail: partner.email }] },
        auditEvents: { items: [{ resellerId: partner.resellerId }] },
        viewer: { email: partner.email, partnerAccount: { id: partner.resellerId } },
      },
    });
  }
});

test('C5: 200 changes of two tenants: each changes its own data', async () => {
  const answers = await inTurn(async (own, client, other) => [
    await changeSubscription(api, own.actor, { id: client.id, input: { subscriptionTier: client.companyName } }),
    await changeSubscription(api, own.actor, { id: other.id, input: { subscriptionTier: 'STOLEN' } }),
  ]);

  for (const { own, answer } of answers) {
    expect(answer).toMatchObject([
      { data: { updateClientSubscription: { id: own.client.id, subscriptionTier: own.client.companyName } } },
      { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    ]);
  }
  expect(await api.rows('select subscription_tier as tier from client_account order by company_name')).toEqual([
    { tier: 'Alpha' },
    { tier: 'Bravo' },
  ]);
});

test('C5: 200 reads of two tenants past the ORM’s filters: each gets its own data', async () => {
  const answers = await inTurn(async (own) => {
    const found = await forkFor(api.app.orm, callerOf(api, own)).find(ClientAccount, {}, { filters: false });
    return found.map(({ id }) => id);
  });

  for (const { own, answer } of answers) expect(answer).toEqual([own.client.id]);
});
