import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenClient, stored, type Client } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { callRest, namesIn, refusedRest } from '../support/rest.ts';

const api = useApi();
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

const whole = (more: object = {}) => ({
  companyName: 'Acme Two',
  contactName: 'Bea',
  contactEmail: `bea-${uuid()}@acme.example`,
  contactPhone: '+49 30 7654321',
  billingOwnedByReseller: false,
  ...more,
});
const pathOf = ({ id }: { id: string }) => `PUT /api/partner/clients/${id}`;

test('replaces a client, and answers with its next version', async () => {
  const client = await givenClient(api, reseller.actor, { contactPhone: '123' });
  const body = whole();

  const answer = await callRest<Client>(api, reseller.actor, pathOf(client), { body, headers: { 'if-match': '"1"' } });

  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ ...body, id: client.id, version: 2 });
  expect(answer.headers.get('etag')).toBe('"2"');
});

test('an omitted phone number becomes null, and any other omitted field is 400', async () => {
  const client = await givenClient(api, reseller.actor, { contactPhone: '123' });
  const { contactPhone: _, ...others } = whole();

  const { body } = await callRest<Client>(api, reseller.actor, pathOf(client), { body: others });
  const before = await stored(api, client.id);
  const empty = await refusedRest(api, reseller.actor, pathOf(client), { body: {} });

  expect(body.contactPhone).toBeNull();
  expect(empty.status).toBe(400);
  expect(namesIn(empty)).toEqual(['billingOwnedByReseller', 'companyName', 'contactEmail', 'contactName']);
  expect(await stored(api, client.id)).toEqual(before);
});

test.each(['id', 'subscriptionStatus', 'subscriptionTier', 'version', 'resellerId'])(
  'B6: %s cannot be set',
  async (name) => {
    const client = await givenClient(api, reseller.actor);
    const before = await stored(api, client.id);

    const answer = await refusedRest(api, reseller.actor, pathOf(client), { body: whole({ [name]: 'ACTIVE' }) });

    expect(answer.status).toBe(400);
    expect(namesIn(answer)).toEqual([name]);
    expect(await stored(api, client.id)).toEqual(before);
  },
);

describe('If-Match', () => {
  test('J16: a stale version is 412 with the current one, and nothing changes', async () => {
    const client = await givenClient(api, reseller.actor);
    await callRest(api, reseller.actor, pathOf(client), { body: whole() });
    const before = await stored(api, client.id);

    const sent = { body: whole(), headers: { 'if-match': '"1"' } };
    const { status, body } = await refusedRest(api, reseller.actor, pathOf(client), sent);

    expect([status, body.code, body.reason, body.version]).toEqual([412, 'CONFLICT', 'STALE_VERSION', 2]);
    expect(await stored(api, client.id)).toEqual(before);
  });

  test('* matches any version', async () => {
    const client = await givenClient(api, reseller.actor);
    const sent = { body: whole(), headers: { 'if-match': '*' } };
    expect((await callRest(api, reseller.actor, pathOf(client), sent)).status).toBe(200);
  });

  test.each(['1', 'W/"1"', '"one"', '"1", "2"', '""', '"99999999999"'])('%s is 400', async (etag) => {
    const client = await givenClient(api, reseller.actor);
    const before = await stored(api, client.id);

    const sent = { body: whole(), headers: { 'if-match': etag } };
    const answer = await refusedRest(api, reseller.actor, pathOf(client), sent);

    expect(answer.status).toBe(400);
    expect(namesIn(answer)).toEqual(['If-Match']);
    expect(await stored(api, client.id)).toEqual(before);
  });

  test('Idempotency-Key is refused, because it would not be kept', async () => {
    const client = await givenClient(api, reseller.actor);
    const sent = { body: whole(), headers: { 'idempotency-key': uuid() } };
    expect(namesIn(await refusedRest(api, reseller.actor, pathOf(client), sent))).toEqual(['Idempotency-Key']);
  });
});

test('C1: another reseller’s client is 404, and nothing changes', async () => {
  const foreign = await givenClient(api, (await givenPartner(api)).actor);
  const before = await stored(api, foreign.id);

  const answer = await refusedRest(api, reseller.actor, pathOf(foreign), { body: whole() });

  expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND']);
  expect(await stored(api, foreign.id)).toEqual(before);
});
