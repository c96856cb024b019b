import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { counts, tokenOf, validInput } from '../support/given/applications.ts';
import { callRest, namesIn, refusedRest } from '../support/rest.ts';

const api = useApi();
const PATH = 'POST /api/partner-applications';

/** As the requirements write an application. */
const application = (more: object = {}) => validInput({ companySize: '11-50', ...more });

test('anyone can submit an application, with the company sizes of the requirements', async () => {
  const sizes = ['1-10', '11-50', '51-200', '201-500', '501+'];
  const answers = [];
  for (const companySize of sizes) {
    answers.push(await callRest(api, undefined, PATH, { body: application({ companySize }) }));
  }

  expect(answers.map(({ status }) => status)).toEqual(sizes.map(() => 201));
  const [first] = answers;
  const id = String(first?.body['applicationId']);
  expect(first?.body).toEqual({ applicationId: id, statusUrl: expect.any(String), confirmation: expect.any(String) });
  expect(first?.headers.get('location')).toBe(`/api/admin/partner-applications/${id}`);
  const stored = await api.rows('select company_size from partner_application order by created_at');
  expect(stored.map(({ company_size: size }) => size)).toEqual(['1-10', '11-50', '51-200', '201-500', '501+']);
});

test('a repeated Idempotency-Key gets the same answer and stores nothing', async () => {
  const sent = { body: application(), headers: { 'idempotency-key': uuid() } };
  const first = await callRest(api, undefined, PATH, sent);
  const before = await counts(api);

  const again = await callRest(api, undefined, PATH, sent);

  expect([again.status, again.body]).toEqual([201, first.body]);
  expect(await counts(api)).toEqual(before);
});

test('400 names each wrong field, and nothing is stored', async () => {
  const before = await counts(api);

  const types = await refusedRest(api, undefined, PATH, {
    body: {
      ...application({ companySize: 'SIZE_1_10', partnershipType: 'reseller' }),
      motivation: undefined,
      status: 'APPROVED',
    },
  });
  const rules = await refusedRest(api, undefined, PATH, {
    body: application({ website: 'ftp://x', contactEmail: 'x' }),
  });

  expect([types.status, rules.status]).toEqual([400, 400]);
  expect(namesIn(types)).toEqual(['companySize', 'motivation', 'partnershipType', 'status']);
  expect(types.body.fields).toContainEqual({
    field: 'companySize',
    message: 'must be one of: 1-10, 11-50, 51-200, 201-500, 501+',
    rule: 'TYPE',
  });
  expect(namesIn(rules)).toEqual(['contactEmail', 'website']);
  expect(JSON.stringify(rules.body)).not.toContain('ftp');
  expect(await counts(api)).toEqual(before);
});

test('the confirmation is by email in the language of Accept-Language', async () => {
  const body = application();
  await callRest(api, undefined, PATH, { body, headers: { 'accept-language': 'de' } });

  const [stored] = await api.rows('select language from partner_application where contact_email = $1', [
    body.contactEmail,
  ]);
  expect(stored).toEqual({ language: 'DE' });
});

test('C3: a second application of a contact gets the same kind of answer', async () => {
  const body = application();
  const first = await callRest(api, undefined, PATH, { body });
  const second = await callRest(api, undefined, PATH, { body });

  expect(second.status).toBe(first.status);
  expect(Object.keys(second.body)).toEqual(Object.keys(first.body));
  expect([...second.headers.keys()]).toEqual([...first.headers.keys()]);
  expect(tokenOf(String(second.body['statusUrl']))).not.toBe('');
});
