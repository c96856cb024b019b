import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { addProvisioning, givenFailedProvisioning } from '../support/given/provisionings.ts';
import { messagesOf } from '../support/statements.ts';

const api = useApi();

const LIST = `query ($filter: FailedProvisioningFilter) {
  failedProvisionings(filter: $filter) {
    items { id status problem detail overtakenAt client { companyName } partner { id companyName } }
    pageInfo { totalItems }
  }
}`;

interface Listed {
  failedProvisionings: { items: { id: string }[]; pageInfo: { totalItems: number } };
}

const list = (filter: object = {}) => api.ask<Listed>(api.admin, LIST, { filter });

const idsOf = async (filter?: object) =>
  (await list(filter)).data?.failedProvisionings.items.map(({ id }) => id).toSorted();

let reseller: Partner;
let failed: string[];
let overtaken: string;
beforeAll(async () => {
  reseller = await givenPartner(api, { companyName: 'Octavo Media' });
  const other = await givenPartner(api);
  failed = [await givenFailedProvisioning(api, reseller.actor), await givenFailedProvisioning(api, other.actor)];
  overtaken = (await givenClient(api, reseller.actor)).id;
  await addProvisioning(api, overtaken, { status: 'READY', applied_version: 1, overtaken_at: '2026-11-30T10:00:00Z' });
  const { id } = await givenClient(api, reseller.actor);
  await addProvisioning(api, id, { status: 'READY', applied_version: 1 });
});

test('admins see what failed at all resellers, and what the product had in a newer version', async () => {
  expect(await idsOf()).toEqual([...failed, overtaken].toSorted());
  expect(await idsOf({ isOvertaken: false })).toEqual(failed.toSorted());
  expect(await idsOf({ isOvertaken: true })).toEqual([overtaken]);
});

test('each entry has the client, the partner and the answer of the product', async () => {
  const { data } = await list({ isOvertaken: false });

  expect(data?.failedProvisionings.items).toContainEqual({
    id: failed[0],
    status: 'FAILED',
    problem: 'REFUSED',
    detail: 'PUT answered 422.',
    overtakenAt: null,
    client: { companyName: 'Acme' },
    partner: { id: reseller.resellerId, companyName: 'Octavo Media' },
  });
});

test('clients and partners of all entries are read at once', async () => {
  const messages = await messagesOf(() => list());

  const texts = messages
    .flat()
    .filter((text) => /from "(client_provisioning|client_account|partner_account)"/.test(text));
  expect(texts).toHaveLength(3);
});

test('a newer version of the product is shown for 30 days', async () => {
  const { id } = await givenClient(api, reseller.actor);
  await addProvisioning(api, id, { status: 'READY', applied_version: 1, overtaken_at: '2026-10-01T10:00:00Z' });

  const worker = await api.startAnother({ WORKER: 'only' });
  await expect.poll(() => idsOf({ isOvertaken: true })).toEqual([overtaken]);
  await worker.stop();
});
