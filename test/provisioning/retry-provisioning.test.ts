import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { givenKey } from '../support/given/api-keys.ts';
import { givenClient, withoutRequestId } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenAdmin, givenMember } from '../support/given/people.ts';
import { addProvisioning, givenFailedProvisioning, provisioningOf } from '../support/given/provisionings.ts';
import { whileHeld } from '../support/locks.ts';

const api = useApi();

const RETRY = `mutation ($id: ID!) {
  retryProvisioning(clientId: $id) { id status desiredVersion appliedVersion problem lastError failedAt }
}`;

const retry = (actor: Actor | undefined, id: string) => api.ask(actor, RETRY, { id });

let reseller: Partner;
beforeAll(async () => {
  reseller = await givenPartner(api);
});

const HELD = { status: 'FAILED', problem: 'HELD', failed_at: '2026-11-30T10:00:00Z' };

async function givenHeld(): Promise<string> {
  const { id } = await givenClient(api, reseller.actor);
  await addProvisioning(api, id, HELD);
  return id;
}

const retriesOf = (id: string) =>
  api.rows(
    `select actor_role, reseller_id from audit_event where target_id = $1 and action = 'client.provisioning_retried'`,
    [id],
  );

/** The row and the audit log, to prove that a refusal changed nothing. */
const stored = async (id: string) => [await provisioningOf(api, id), await retriesOf(id)];

test('a failed client is sent again at once, as a new version', async () => {
  const id = await givenFailedProvisioning(api, reseller.actor);

  const { data, errors } = await retry(reseller.actor, id);

  expect(errors).toBeUndefined();
  expect(data).toEqual({
    retryProvisioning: {
      id,
      status: 'PENDING',
      desiredVersion: 2,
      appliedVersion: 0,
      problem: null,
      lastError: null,
      failedAt: null,
    },
  });
  const row = await provisioningOf(api, id);
  expect(row).toMatchObject({ status: 'PENDING', detail: null, first_try_at: null });
  expect(row['next_try_at']).toEqual(row['wanted_at']);
  expect(await retriesOf(id)).toEqual([{ actor_role: 'PARTNER', reseller_id: reseller.resellerId }]);
});

test('calling it again answers the same, and changes nothing', async () => {
  const id = await givenFailedProvisioning(api, reseller.actor);
  const first = await retry(reseller.actor, id);
  const before = await stored(id);

  expect(await retry(reseller.actor, id)).toEqual(first);

  expect(await stored(id)).toEqual(before);
});

test('two concurrent calls send it once', async () => {
  const id = await givenFailedProvisioning(api, reseller.actor);
  const row = { sql: 'select from client_provisioning where client_id = $1', values: [id] };

  const answers = await whileHeld(api, row, 2, () => Promise.all([retry(reseller.actor, id), retry(api.admin, id)]));

  expect(answers[0]).toEqual(answers[1]);
  expect(await stored(id)).toMatchObject([{ desired_version: 2 }, [{}]]);
});

test.each(['PENDING', 'APPLYING', 'READY'])('what is %s stays as it is', async (status) => {
  const { id } = await givenClient(api, reseller.actor);
  await addProvisioning(api, id, { status });
  const before = await stored(id);

  expect((await retry(reseller.actor, id)).data).toMatchObject({ retryProvisioning: { status, desiredVersion: 1 } });

  expect(await stored(id)).toEqual(before);
});

test('an admin, a member and an API key can call it', async () => {
  const member = await givenMember(api, reseller);
  const key = await givenKey(api, reseller.actor);
  const { actor: admin } = await givenAdmin(api);

  for (const actor of [api.admin, admin, member.actor, key]) {
    const id = await givenFailedProvisioning(api, reseller.actor);
    expect((await retry(actor, id)).data).toMatchObject({ retryProvisioning: { status: 'PENDING' } });
  }
});

test('only an admin sends what waits after a restore', async () => {
  const id = await givenHeld();
  const before = await stored(id);

  const { errors } = await retry(reseller.actor, id);

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'PROVISIONING_HELD' } }]);
  expect(await stored(id)).toEqual(before);
  expect((await retry(api.admin, id)).data).toMatchObject({ retryProvisioning: { status: 'PENDING', problem: null } });
});

test('a foreign client is to the letter a missing one', async () => {
  const stranger = await givenPartner(api);
  const id = await givenFailedProvisioning(api, reseller.actor);
  const before = await stored(id);

  const foreign = await retry(stranger.actor, id);

  expect(foreign.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  for (const unknown of [uuid(), 'no-uuid', '']) {
    expect(withoutRequestId(await retry(stranger.actor, unknown))).toEqual(withoutRequestId(foreign));
  }
  expect(await stored(id)).toEqual(before);
});
