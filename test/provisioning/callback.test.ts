import { describe, expect, test } from 'vitest';
import { update } from '../support/given/client-accounts.ts';
import { hurry, letPass, provisioningOf, systemEventsOf } from '../support/given/provisionings.ts';
import { soon, useProvisioning } from '../support/product.ts';
import type { SignedCallback } from '../support/processes/fake-product.ts';

const { api, product, reseller, givenAnswered, expectBecomes } = await useProvisioning();

const post = ({ headers, body }: SignedCallback) =>
  fetch(`${api.url}/provisioning/callback`, { method: 'POST', headers, body });

/** A client that the product has taken, and not confirmed. */
async function givenTaken(): Promise<string> {
  const { id } = await givenAnswered('take');
  await expectBecomes(id, { status: 'APPLYING', accepted_version: 1, trying_since: null });
  return id;
}

describe('what the product has taken', () => {
  test('is set up with its callback, within 15 minutes', async () => {
    const id = await givenTaken();
    const [{ minutes } = {}] = await api.rows(
      'select extract(epoch from next_try_at - updated_at)::int / 60 as minutes from client_provisioning where client_id = $1',
      [id],
    );
    expect(minutes).toBe(15);

    const response = await post(product.callback({ clientId: id, version: 1, externalId: 'acme-1' }));

    expect([response.status, await response.text()]).toEqual([200, '{}']);
    expect(await provisioningOf(api, id)).toMatchObject({
      status: 'READY',
      applied_version: 1,
      external_id: 'acme-1',
      next_try_at: null,
    });
    expect(await systemEventsOf(api, id)).toEqual(['client.provisioned']);
  });

  test('is asked for after 15 minutes without a callback', async () => {
    const id = await givenTaken();

    await hurry(api, id);

    await expectBecomes(id, { status: 'READY', applied_version: 1 });
    expect(product.callsOf(id, 'GET')).toMatchObject([{ authorization: `Bearer ${product.token}` }]);
    expect(product.callsOf(id)).toHaveLength(1);
  });

  test('is sent again if the product has lost it', async () => {
    const { id } = await givenAnswered('take', { status: 404 }, 'usual');
    await expectBecomes(id, { status: 'APPLYING', accepted_version: 1 });

    await hurry(api, id);

    await expectBecomes(id, { status: 'READY', applied_version: 1, problem: null });
    expect(product.versionsOf(id)).toEqual([1, 1]);
  });

  test('fails after a day without a confirmation', async () => {
    const { id } = await givenAnswered('take', { status: 200, body: { version: 0 } });
    await expectBecomes(id, { status: 'APPLYING', accepted_version: 1 });
    await letPass(api, id, 25);

    await hurry(api, id);

    await expectBecomes(id, { status: 'FAILED', problem: 'UNCONFIRMED', next_try_at: null });
    expect(await systemEventsOf(api, id)).toEqual(['client.provisioning_failed']);
  });

  test('is asked for again later while the product does not answer', async () => {
    const { id } = await givenAnswered('take', { status: 500 }, { status: 200, body: {} }, 'usual');
    await expectBecomes(id, { status: 'APPLYING', accepted_version: 1 });

    for (const tries of [2, 3]) {
      await hurry(api, id);
      await expectBecomes(id, { status: 'PENDING', problem: 'UNAVAILABLE', tries, trying_since: null });
    }
    await hurry(api, id);

    await expectBecomes(id, { status: 'READY' });
    expect(product.callsOf(id)).toHaveLength(1);
    expect(product.callsOf(id, 'GET')).toHaveLength(3);
  });

  test('is overtaken if the product has a newer version by then', async () => {
    const { id } = await givenAnswered('take', { status: 200, body: { version: 7 } }, 'usual');
    await expectBecomes(id, { status: 'APPLYING', accepted_version: 1 });
    await hurry(api, id);
    await expectBecomes(id, { status: 'PENDING', problem: 'NEWER_VERSION', desired_version: 8 });

    await hurry(api, id);

    await expectBecomes(id, { status: 'READY', applied_version: 8 });
  });

  test('fails if the product calls back that it cannot', async () => {
    const id = await givenTaken();

    await post(product.callback({ clientId: id, version: 1, error: 'No such plan.' }, { type: 'account.failed' }));

    expect(await provisioningOf(api, id)).toMatchObject({
      status: 'FAILED',
      problem: 'REFUSED',
      detail: 'Callback: No such plan.',
      next_try_at: null,
    });
    expect(await systemEventsOf(api, id)).toEqual(['client.provisioning_failed']);
  });
});

test('a callback can come before the answer that announces it', async () => {
  const { id } = await givenAnswered('held');
  await expect.poll(() => product.callsOf(id).length, soon).toBe(1);

  await post(product.callback({ clientId: id, version: 1 }));
  await expectBecomes(id, { status: 'READY', applied_version: 1 });
  product.release({ status: 202 });
  await update(api, reseller().actor, { id, input: { contactName: 'Grace' } });

  await expect.poll(() => product.callsOf(id).length, soon).toBe(2);
  product.release();
  await expectBecomes(id, { status: 'READY', applied_version: 2 });
  expect(await systemEventsOf(api, id)).toEqual(['client.provisioned', 'client.provisioned']);
});
