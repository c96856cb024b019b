import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenAccess, INACTIVE, introspect, revoke, type Access } from '../support/given/callers/client-access.ts';
import { givenClient, stored, withoutRequestId } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';

const api = useApi();
let reseller: Partner;
let clientId: string;

beforeAll(async () => {
  reseller = await givenPartner(api);
  clientId = (await givenClient(api, reseller.actor)).id;
});

const given = (): Promise<Access> => givenAccess(api, reseller.actor, clientId);

test('ends an access immediately, and audits it', async () => {
  const { sessionId, accessToken } = await given();

  expect(await revoke(api, reseller.actor, sessionId)).toEqual({ data: { revokeClientAccess: true } });

  expect(await introspect(api, accessToken)).toEqual(INACTIVE);
  const events = await api.rows('select * from audit_event where target_id = $1 order by sequence desc limit 1', [
    clientId,
  ]);
  expect(events).toMatchObject([
    { action: 'client.access_revoked', actor_email: reseller.email, target_type: 'ClientAccount' },
  ]);
  expect(JSON.parse(String(events[0]?.['changes']))).toEqual({
    sessionId: { from: sessionId, to: sessionId },
    revokedAt: { from: null, to: expect.any(String) },
  });
});

test('a second call changes nothing', async () => {
  const { sessionId } = await given();
  await revoke(api, reseller.actor, sessionId);
  const before = await stored(api, clientId);

  expect(await revoke(api, reseller.actor, sessionId)).toEqual({ data: { revokeClientAccess: true } });
  expect(await stored(api, clientId)).toEqual(before);
});

test('C1: another reseller’s access gets the same answer as a random ID, and continues', async () => {
  const { sessionId, accessToken } = await given();
  const before = await stored(api, clientId);
  const stranger = await givenPartner(api);
  const ask = async (id: string) => withoutRequestId(await revoke(api, stranger.actor, id));

  const foreign = await ask(sessionId);

  expect(foreign.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect(foreign).toEqual(await ask(uuid()));
  expect(foreign).toEqual(await ask('no-uuid'));
  expect(await stored(api, clientId)).toEqual(before);
  expect(await introspect(api, accessToken)).toMatchObject({ active: true });
});

test.each([
  { who: 'an anonymous caller', actor: () => undefined, code: 'UNAUTHENTICATED' },
  { who: 'an admin', actor: () => api.admin, code: 'FORBIDDEN' },
])('refuses $who with $code, and changes nothing', async ({ actor, code }) => {
  const { sessionId } = await given();
  const before = await stored(api, clientId);

  expect((await revoke(api, actor(), sessionId)).errors).toMatchObject([{ extensions: { code } }]);
  expect(await stored(api, clientId)).toEqual(before);
});
