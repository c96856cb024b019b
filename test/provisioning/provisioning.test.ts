import { expect, test } from 'vitest';
import { ADMIN } from '../support/api.ts';
import { changeSubscription, givenClient, update } from '../support/given/client-accounts.ts';
import { hurry, letPass, provisioningOf, systemEventsOf } from '../support/given/provisionings.ts';
import { runCommand } from '../support/processes/commands.ts';
import { soon, useProvisioning } from '../support/product.ts';

const { api, product, reseller, givenAnswered, expectBecomes } = await useProvisioning();

test('a new client is set up in the product, and each change follows', async () => {
  const { id, companyName, contactEmail } = await givenClient(api, reseller().actor, { contactPhone: '+49 30 1' });

  await expectBecomes(id, { status: 'READY', desired_version: 1, applied_version: 1, problem: null });
  expect(product.callsOf(id)).toEqual([
    {
      method: 'PUT',
      clientId: id,
      authorization: `Bearer ${product.token}`,
      account: {
        version: 1,
        company: { name: companyName },
        contact: { name: 'Ada', email: contactEmail, phone: '+49 30 1' },
        subscription: { plan: 'BASIC', status: 'ACTIVE', billedByReseller: true },
        features: [],
        brand: null,
      },
    },
  ]);
  expect(await provisioningOf(api, id)).toMatchObject({ external_id: `external-${id}`, next_try_at: null, tries: 1 });

  await update(api, reseller().actor, { id, input: { contactName: 'Grace' } });
  await expectBecomes(id, { status: 'READY', applied_version: 2 });
  await changeSubscription(api, reseller().actor, { id, input: { subscriptionStatus: 'SUSPENDED' } });
  await expectBecomes(id, { status: 'READY', applied_version: 3 });
  expect(product.accounts.get(id)).toMatchObject({
    version: 3,
    contact: { name: 'Grace' },
    subscription: { status: 'SUSPENDED' },
  });
  expect(await systemEventsOf(api, id)).toEqual(Array.from({ length: 3 }, () => 'client.provisioned'));
});

test('of several changes in a row, the product ends with the newest', async () => {
  const { id } = await givenAnswered();
  await expectBecomes(id, { status: 'READY' });

  for (const contactName of ['Grace', 'Alan', 'Barbara']) {
    await update(api, reseller().actor, { id, input: { contactName } });
  }

  await expect.poll(() => product.accounts.get(id)?.contact.name, soon).toBe('Barbara');
  await expectBecomes(id, { status: 'READY' });
});

test('a change during an attempt is sent once that has ended, and only the newest version counts', async () => {
  const { id } = await givenAnswered('held', 'usual');
  await expect.poll(() => product.callsOf(id).length, soon).toBe(1);
  const { next_try_at: takenOverAt } = await provisioningOf(api, id);
  await update(api, reseller().actor, { id, input: { contactName: 'Grace' } });
  await expectBecomes(id, { desired_version: 2, tries: 1, next_try_at: takenOverAt });

  product.release();

  await expectBecomes(id, { status: 'READY', applied_version: 2 });
  expect(product.versionsOf(id)).toEqual([1, 2]);
  expect(await systemEventsOf(api, id)).toEqual(['client.provisioned']);
});

test('a refused version that has changed since is no failure', async () => {
  const { id, companyName } = await givenAnswered('held');
  await expect.poll(() => product.callsOf(id).length, soon).toBe(1);
  await update(api, reseller().actor, { id, input: { contactName: 'Grace' } });
  await expectBecomes(id, { desired_version: 2 });
  product.answer(companyName, 'usual');

  product.release({ status: 422 });

  await expectBecomes(id, { status: 'READY', applied_version: 2 });
  expect(await systemEventsOf(api, id)).toEqual(['client.provisioned']);
});

test('gives up after a day, and a change of the client begins another day', async () => {
  const { id } = await givenAnswered({ status: 500 }, { status: 500 }, { status: 500 }, 'usual');
  await expectBecomes(id, { problem: 'UNAVAILABLE', tries: 1 });
  await letPass(api, id, 23.5);
  await hurry(api, id);
  await expectBecomes(id, { status: 'PENDING', tries: 2, trying_since: null });

  await letPass(api, id, 1);
  await hurry(api, id);

  await expectBecomes(id, {
    status: 'FAILED',
    problem: 'UNAVAILABLE',
    tries: 3,
    next_try_at: null,
    applied_version: 0,
  });
  expect(await provisioningOf(api, id)).toMatchObject({ failed_at: expect.any(Date) as Date });
  expect(await systemEventsOf(api, id)).toEqual(['client.provisioning_failed']);

  await update(api, reseller().actor, { id, input: { contactName: 'Grace' } });
  await expectBecomes(id, { status: 'READY', applied_version: 2, failed_at: null });
});

test('the erasure of a contact reaches the product, and ends its answers here', async () => {
  const { id, contactEmail } = await givenAnswered({ status: 422, body: { email: 'ada@acme.example' } }, 'usual');
  await expectBecomes(id, { status: 'FAILED' });
  const erase = 'src/privacy/person.erase.command.ts';

  expect(await runCommand(erase, api.database, contactEmail, '--by', ADMIN.email)).toMatchObject({ code: 0 });

  await expectBecomes(id, { status: 'READY', applied_version: 2, detail: null });
  expect(product.accounts.get(id)?.contact).toEqual({ name: '(erased)', email: `erased@${id}.invalid`, phone: null });
});

test('the database never has a higher applied than wanted version', async () => {
  const { id } = await givenAnswered();
  await expectBecomes(id, { status: 'READY' });

  const raised = api.rows('update client_provisioning set applied_version = 2 where client_id = $1', [id]);

  await expect(raised).rejects.toThrow('client_provisioning_version_check');
});
