import { v7 as uuid } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { counts, givenClient, validClient, type Client } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { callRest, namesIn, refusedRest } from '../support/rest.ts';

const api = useApi();
let reseller: Partner;

beforeAll(async () => {
  reseller = await givenPartner(api);
});

const create = (body: unknown, headers: Record<string, string> = {}) =>
  callRest<Client>(api, reseller.actor, 'POST /api/partner/clients', { body, headers });
const refused = (body: unknown, headers: Record<string, string> = {}) =>
  refusedRest(api, reseller.actor, 'POST /api/partner/clients', { body, headers });

test('creates a client, and answers 201 with its address and version', async () => {
  const input = validClient({ contactPhone: null, billingOwnedByReseller: false });

  const { status, headers, body } = await create(input);

  expect(status).toBe(201);
  expect(body).toMatchObject({ ...input, subscriptionStatus: 'ACTIVE', version: 1 });
  expect(headers.get('location')).toBe(`/api/partner/clients/${body.id}`);
  expect(headers.get('etag')).toBe('"1"');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await callRest(api, reseller.actor, `GET ${headers.get('location')}`)).toMatchObject({ status: 200, body });
});

test('a repeated Idempotency-Key gets the same answer and creates nothing; another body is a conflict', async () => {
  const key = { 'idempotency-key': uuid() };
  const input = validClient();
  const first = await create(input, key);
  const before = await counts(api);

  const again = await create(input, key);
  const other = await refused(validClient(), key);

  expect([again.status, again.body]).toEqual([201, first.body]);
  expect([other.status, other.body.code, other.body.reason]).toEqual([409, 'CONFLICT', 'IDEMPOTENCY_KEY']);
  expect(await counts(api)).toEqual(before);
});

test('the address of another client is 409, and nothing is stored', async () => {
  const { contactEmail } = await givenClient(api, reseller.actor);
  const before = await counts(api);

  const { status, body } = await refused(validClient({ contactEmail }));

  expect([status, body.code, body.reason]).toEqual([409, 'CONFLICT', 'CLIENT_EMAIL']);
  expect(JSON.stringify(body)).not.toContain(contactEmail);
  expect(await counts(api)).toEqual(before);
});

test('400 names each missing or mistyped field, and each that cannot be set', async () => {
  const before = await counts(api);

  const answer = await refused({
    companyName: 5,
    contactName: null,
    billingOwnedByReseller: 'yes',
    id: uuid(),
    version: 3,
  });

  expect([answer.status, answer.body.code]).toEqual([400, 'BAD_USER_INPUT']);
  expect(namesIn(answer)).toEqual([
    'billingOwnedByReseller',
    'companyName',
    'contactEmail',
    'contactName',
    'id',
    'subscriptionTier',
    'version',
  ]);
  expect(await counts(api)).toEqual(before);
});

test('400 names each field that breaks a rule, with the rule and its numbers', async () => {
  const { status, body } = await refused(validClient({ companyName: ' ', contactEmail: 'nobody' }), {
    'idempotency-key': 'x'.repeat(201),
  });

  expect(status).toBe(400);
  expect(body.fields).toEqual(
    expect.arrayContaining([
      {
        field: 'companyName',
        message: 'must have 1 to 200 characters',
        rule: 'LENGTH',
        params: { min: 1, max: 200 },
      },
      { field: 'contactEmail', message: 'must be an email address', rule: 'EMAIL' },
    ]),
  );
  const key = await refused(validClient(), { 'idempotency-key': 'x'.repeat(201) });
  expect(namesIn(key)).toEqual(['Idempotency-Key']);
});

test('a caller that cannot create clients changes nothing', async () => {
  const before = await counts(api);
  const body = validClient();

  const anonymous = await refusedRest(api, undefined, 'POST /api/partner/clients', { body });
  const admin = await refusedRest(api, api.admin, 'POST /api/partner/clients', { body });

  expect([anonymous.status, anonymous.body.code]).toEqual([401, 'UNAUTHENTICATED']);
  expect(anonymous.headers.get('www-authenticate')).toBe('Bearer');
  expect([admin.status, admin.body.code]).toEqual([403, 'FORBIDDEN']);
  expect(await counts(api)).toEqual(before);
});
