import { beforeAll, describe, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { addProvisioning } from '../support/given/provisionings.ts';
import { messagesOf } from '../support/statements.ts';

const api = useApi();

const FIELDS = `id status desiredVersion appliedVersion problem lastError detail externalId overtakenAt tries appliedAt
  failedAt nextTryAt updatedAt client { id } partner { id }`;

const read = async (actor: Actor, id: string) => {
  const query = `query ($id: ID!) { clientAccount(id: $id) { provisioning { ${FIELDS} } } }`;
  const { data, errors } = await api.ask<{ clientAccount: { provisioning: object | null } | null }>(actor, query, {
    id,
  });
  expect(errors).toBeUndefined();
  return data?.clientAccount?.provisioning;
};

const AT = '2026-11-30T10:00:00.000Z';

let reseller: Partner;
beforeAll(async () => {
  reseller = await givenPartner(api);
});

async function givenProvisioned(row: object): Promise<string> {
  const { id } = await givenClient(api, reseller.actor);
  await addProvisioning(api, id, row);
  return id;
}

const SECRETS = { detail: 'PUT answered 422: no such plan', external_id: 'acme-1', overtaken_at: AT };

test('a reseller sees the state in plain words, but not the answer of the product', async () => {
  const id = await givenProvisioned({ status: 'FAILED', problem: 'REFUSED', failed_at: AT, tries: 3, ...SECRETS });

  expect(await read(reseller.actor, id)).toEqual({
    id,
    status: 'FAILED',
    desiredVersion: 1,
    appliedVersion: 0,
    problem: 'REFUSED',
    lastError: 'ReachGenie did not accept the client’s details. Check them, then send the client again.',
    detail: null,
    externalId: null,
    overtakenAt: null,
    tries: 3,
    appliedAt: null,
    failedAt: AT,
    nextTryAt: null,
    updatedAt: AT,
    client: { id },
    partner: null,
  });
});

test('an admin sees the answer, too', async () => {
  const id = await givenProvisioned({ status: 'FAILED', problem: 'REFUSED', ...SECRETS });

  const query = `query ($partnerId: ID!, $id: ID!) { partnerClient(partnerId: $partnerId, id: $id) {
    provisioning { detail externalId overtakenAt partner { id } } } }`;
  const { data } = await api.ask(api.admin, query, { partnerId: reseller.resellerId, id });

  expect(data).toEqual({
    partnerClient: {
      provisioning: {
        detail: SECRETS.detail,
        externalId: 'acme-1',
        overtakenAt: AT,
        partner: { id: reseller.resellerId },
      },
    },
  });
});

test.each(['REFUSED', 'UNAVAILABLE', 'UNCONFIRMED', 'NEWER_VERSION', 'HELD'])(
  'the problem %s is a sentence before and after the last attempt',
  async (problem) => {
    for (const status of ['PENDING', 'FAILED']) {
      const id = await givenProvisioned({ status, problem });
      expect(await read(reseller.actor, id)).toMatchObject({
        problem,
        lastError: expect.stringMatching(/^[A-Z].+\.$/),
      });
    }
  },
);

test('a new client is PENDING before a worker has followed it', async () => {
  const { id } = await givenClient(api, reseller.actor);

  expect(await read(reseller.actor, id)).toMatchObject({ id, status: 'PENDING', desiredVersion: 1, appliedVersion: 0 });
});

test('all clients of a list take one statement', async () => {
  for (const status of ['READY', 'PENDING']) await givenProvisioned({ status });
  const query = '{ clientAccounts { items { id provisioning { status client { id } } } } }';

  const messages = await messagesOf(() => api.ask(reseller.actor, query));

  expect(messages.flat().filter((text) => text.includes('from "client_provisioning"'))).toHaveLength(1);
});

describe('the role of tenants', () => {
  /** Runs a statement as the transactions of a reseller do. */
  async function asTenant({ resellerId }: Partner, statement: string): Promise<unknown[]> {
    await api.rows('begin');
    try {
      await api.rows('set local role reachgenie_tenant');
      await api.rows(`select set_config('mikro.tenant.resellerId', $1, true)`, [resellerId]);
      return await api.rows(statement);
    } finally {
      await api.rows('rollback');
    }
  }

  test('sees only its own rows', async () => {
    const stranger = await givenPartner(api);
    await givenProvisioned({ status: 'READY' });

    expect(await asTenant(reseller, 'select 1 from client_provisioning')).not.toEqual([]);
    expect(await asTenant(stranger, 'select 1 from client_provisioning')).toEqual([]);
  });

  test.each([
    `update client_provisioning set status = 'READY'`,
    'insert into client_provisioning (reseller_id) select reseller_id from client_provisioning',
    'delete from client_provisioning',
  ])('cannot write: %s', async (statement) => {
    await expect(asTenant(reseller, statement)).rejects.toThrow('permission denied');
  });
});
