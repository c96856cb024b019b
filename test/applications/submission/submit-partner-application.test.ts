import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import {
  changeStatus,
  counts,
  givenApplication,
  submit,
  SUBMIT,
  validInput,
} from '../../support/given/applications.ts';
import { shapeOf } from '../../support/oracles/documents.ts';
import { whileRefused } from '../../support/database.changes.ts';

const api = useApi();

test('stores the tidied application, and its emails', async () => {
  const input = validInput({
    companyName: '  Bright   Solutions  ',
    contactEmail: `Zoe.${uuid()}@Bright.Example`,
    motivation: 'One\r\ntwo\r\n',
    contactName: 'Zoe\u0308 Hart',
  });

  const { data, errors } = await submit(api, input);

  expect(errors).toBeUndefined();
  const id = data?.submitPartnerApplication.applicationId;
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  expect(data?.submitPartnerApplication.confirmation).toContain('Thank you');
  expect(data?.submitPartnerApplication.statusUrl).toMatch(/^http:\/\/localhost:4000\/status#[\w-]+\.[\w-]{43}$/);
  const [row] = await api.rows('select * from partner_application where id = $1', [id]);
  expect(row).toMatchObject({
    company_name: 'Bright   Solutions',
    contact_name: 'Zoë Hart',
    contact_email: input.contactEmail.toLowerCase(),
    partnership_type: 'RESELLER',
    company_size: '11-50',
    motivation: 'One\ntwo',
    target_market: null,
    status: 'PENDING',
    version: 1,
  });
  const emails = await api.rows('select recipient, template, status from email_message where application_id = $1', [
    id,
  ]);
  expect(emails.map(({ recipient }) => recipient)).toEqual([
    input.contactEmail.toLowerCase(),
    'team@reachgenie.example',
    'lead@reachgenie.example',
  ]);
  const jobs = await api.rows(
    `select 1 from pgboss.job where data->>'id' in (select id::text from email_message where application_id = $1)`,
    [id],
  );
  expect(jobs).toHaveLength(3);
});

test('F4: names every invalid field, repeats no value, and stores nothing', async () => {
  const before = await counts(api);

  const { data, errors } = await submit(api, {
    companyName: '   ',
    contactName: 'a\u0000b',
    contactEmail: '"a\r\nBcc: x@y.z"@b.co',
    contactPhone: '1'.repeat(41),
    website: 'javascript:alert(1)',
    partnershipType: 'RESELLER',
    companySize: 'SIZE_1_10',
    industry: '\u202eevil',
    motivation: 'x'.repeat(5001),
    currentSolutions: '',
    targetMarket: 'x'.repeat(5001),
    additionalInformation: 'x\u0007',
  });

  expect(data).toBeNull();
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', requestId: expect.any(String) });
  expect(new Set(errors?.[0]?.extensions.fields?.map(({ path }) => path))).toEqual(
    new Set(
      [
        'companyName',
        'contactName',
        'contactEmail',
        'contactPhone',
        'website',
        'industry',
        'motivation',
        'currentSolutions',
        'targetMarket',
        'additionalInformation',
      ].map((field) => `input.${field}`),
    ),
  );
  expect(JSON.stringify(errors)).not.toMatch(/Bcc|alert|evil/);
  expect(await counts(api)).toEqual(before);
});

test.each([
  'a@b.co, c@d.co',
  'Ann <ann@b.co>',
  '"a b"@c.co',
  'no-address',
  'a@b',
  `${'a'.repeat(250)}@b.co`,
  'a@b.co\n',
])('F2: refuses the email address %j unless it is valid after trimming', async (contactEmail) => {
  const { errors } = await submit(api, validInput({ contactEmail }));

  if (contactEmail.trim() === 'a@b.co') expect(errors).toBeUndefined();
  else expect(errors?.[0]?.extensions.fields?.[0]?.path).toBe('input.contactEmail');
});

test.each([
  'ftp://a.example',
  'https://user:secret@a.example',
  'http://',
  `https://a.example/${'x'.repeat(2048)}`,
  'a example',
])('F4: refuses the website %j', async (website) => {
  const { errors } = await submit(api, validInput({ website }));
  expect(errors?.[0]?.extensions.fields?.[0]?.path).toBe('input.website');
});

test('F1: refuses a lone surrogate without an internal error', async () => {
  const body = JSON.stringify({ query: SUBMIT, variables: { input: validInput({ companyName: 'x\ud800' }) } });

  const { errors } = await (await api.post(body)).json();

  expect(errors).toMatchObject([{ extensions: { fields: [{ path: 'input.companyName' }] } }]);
});

test.each(['status', 'id', 'createdAt', 'version', '__proto__', 'constructor'])(
  'B6, B7: refuses an extra %s, and does not repeat its value',
  async (field) => {
    const variables = `{"input": ${JSON.stringify(validInput()).replace('{', `{"${field}": "smuggled",`)}}`;

    const response = await api.post(`{"query": ${JSON.stringify(SUBMIT)}, "variables": ${variables}}`);
    const text = await response.text();

    expect(response.status).toBe(400);
    expect(JSON.parse(text).errors[0].extensions.code).toMatch(/^BAD_(USER_INPUT|REQUEST)$/);
    expect(text).not.toContain('smuggled');
    expect(Reflect.get({}, 'smuggled')).toBeUndefined();
  },
);

test('the same contact and type get the same response, change nothing, and send the contact an email', async () => {
  const input = validInput();
  const first = await submit(api, input);
  const id = first.data?.submitPartnerApplication.applicationId ?? '';
  const before = await api.rows('select * from partner_application where id = $1', [id]);

  const again = await submit(api, { ...input, contactEmail: input.contactEmail.toUpperCase(), companyName: 'Other' });

  expect(shapeOf(again)).toEqual(shapeOf(first));
  expect(again.data?.submitPartnerApplication.confirmation).toBe(first.data?.submitPartnerApplication.confirmation);
  expect(
    await api.rows('select 1 from partner_application where contact_email = $1', [input.contactEmail]),
  ).toHaveLength(1);
  expect(await api.rows('select * from partner_application where id = $1', [id])).toEqual(before);
  const emails = await api.rows('select template from email_message where application_id = $1 order by id', [id]);
  expect(emails.at(-1)).toEqual({ template: 'application.already_received' });
  expect(emails).toHaveLength(4);
});

test('another type, or an application after a rejection, is a new application', async () => {
  const input = validInput();
  const id = await givenApplication(api, input);

  const other = await givenApplication(api, { ...input, partnershipType: 'REFERRAL' });
  await changeStatus(api, api.admin, { id, status: 'REJECTED' });
  const anew = await givenApplication(api, input);

  expect(new Set([id, other, anew]).size).toBe(3);
});

test('twenty concurrent submissions of one contact create one application', async () => {
  const input = validInput();

  const answers = await Promise.all(Array.from({ length: 20 }, () => submit(api, input)));

  expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
  expect(
    await api.rows('select 1 from partner_application where contact_email = $1', [input.contactEmail]),
  ).toHaveLength(1);
});

test('twenty concurrent submissions with one idempotency key create one application', async () => {
  const input = validInput();
  const key = uuid();

  const answers = await Promise.all(Array.from({ length: 20 }, () => submit(api, input, key)));

  const [first] = answers;
  const id = first?.data?.submitPartnerApplication.applicationId;
  expect(id).toEqual(expect.any(String));
  for (const answer of answers) expect(answer).toEqual(first);
  expect(await api.rows('select 1 from email_message where application_id = $1', [id])).toHaveLength(3);
});

test('the same idempotency key with another input is a conflict, and nothing is stored', async () => {
  const key = uuid();
  await submit(api, validInput(), key);
  const before = await counts(api);

  const { errors } = await submit(api, validInput(), key);

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'IDEMPOTENCY_KEY' } }]);
  expect(await counts(api)).toEqual(before);
});

test('an idempotency key can be reused after 24 hours', async () => {
  const key = uuid();
  await submit(api, validInput(), key);
  await api.rows(`update idempotency_key set created_at = created_at - interval '25 hours'`);

  const { errors } = await submit(api, validInput(), key);

  expect(errors).toBeUndefined();
});

test('stores nothing if the email cannot be written', async () => {
  const input = validInput({ contactEmail: 'never@written.example' });

  const refused = { table: 'email_message', unless: `recipient <> 'never@written.example'` };
  const { errors } = await whileRefused(api, refused, () => submit(api, input));

  expect(errors).toMatchObject([{ message: 'Something went wrong.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  expect(await api.rows(`select 1 from partner_application where contact_email = 'never@written.example'`)).toEqual([]);
});
