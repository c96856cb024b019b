import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { APPLICATION_LINK } from '../../../src/applications/applicant/application.link.ts';
import { generateSecretsKeys, Secrets } from '../../../src/core/secrets/secrets.ts';
import { renderEmail } from '../../../src/email/email.renderer.ts';
import { linkSecret, siteOf } from '../../../src/core/secrets/mailed.link.ts';
import { emailTemplates } from '../../../src/worker.ts';
import { postTo, useApi, type GraphQLProblem } from '../../support/api.ts';
import { view, withdraw } from '../../support/given/callers/applicants.ts';
import {
  changeStatus,
  givenSubmission,
  stored,
  submit,
  tokenOf,
  validInput,
} from '../../support/given/applications.ts';
import { mailedToken } from '../../support/given/partners.ts';
import { statementsOf } from '../../support/statements.ts';

const api = useApi();

test('shows a new application without the answers of the applicant', async () => {
  const { id, token } = await givenSubmission(api, { companyName: 'Bright & Sons', partnershipType: 'REFERRAL' });

  const { data, errors } = await view(api, token);

  expect(errors).toBeUndefined();
  const rows = await api.rows('select created_at from partner_application where id = $1', [id]);
  expect(data?.applicationStatus).toEqual({
    companyName: 'Bright & Sons',
    partnershipType: 'REFERRAL',
    status: 'PENDING',
    submittedAt: rows.map((row) => (row['created_at'] as Date).toISOString())[0],
    withdrawnAt: null,
    history: [],
  });
});

test('shows each step with the message to the applicant, but no names or notes', async () => {
  const { id, token } = await givenSubmission(api);
  await api.ask(api.admin, `mutation { addPartnerApplicationNote(id: "${id}", note: "Too small.") { id } }`);
  await changeStatus(api, api.admin, { id, status: 'REVIEWING' });
  await changeStatus(api, api.admin, { id, status: 'REJECTED', message: 'Not yet.\nSorry.' });

  const answer = await view(api, token);

  const steps = await api.rows(
    'select changed_at from partner_application_status_change where application_id = $1 order by changed_at',
    [id],
  );
  const times = steps.map((step) => (step['changed_at'] as Date).toISOString());
  expect(answer.data?.applicationStatus).toMatchObject({ status: 'REJECTED', withdrawnAt: null });
  expect(answer.data?.applicationStatus?.history).toEqual([
    { status: 'REVIEWING', withdrawn: false, message: null, changedAt: times[0] },
    { status: 'REJECTED', withdrawn: false, message: 'Not yet.\nSorry.', changedAt: times[1] },
  ]);
  expect(JSON.stringify(answer)).not.toMatch(/Ada Admin|Too small/);
});

test('sends one message to the database', async () => {
  const { token } = await givenSubmission(api);

  const statements = await statementsOf(() => view(api, token));

  expect(statements.filter((text) => !text.includes('pgboss'))).toEqual([
    expect.stringContaining('application_receipt'),
  ]);
});

test('returns the same link for the same idempotency key, for applications and receipts', async () => {
  const input = validInput();
  for (const key of [uuid(), uuid()]) {
    const answers = [await submit(api, input, key), await submit(api, input, key)];

    const urls = new Set(answers.map(({ data }) => data?.submitPartnerApplication.statusUrl));
    expect(urls.size).toBe(1);
    const { data } = await view(api, tokenOf([...urls][0] ?? ''));
    expect(data?.applicationStatus).toMatchObject({ status: 'PENDING' });
  }
});

test('every email to the applicant has the link, and no email to the team', async () => {
  const input = validInput();
  const { id, token } = await givenSubmission(api, input);
  await submit(api, { ...input, companyName: 'Somebody Else' });
  await changeStatus(api, api.admin, { id, status: 'REVIEWING' });
  await withdraw(api, token);

  const mails = await api.rows('select recipient, template, data from email_message where application_id = $1', [id]);
  const site = siteOf('https://partners.example', api.secrets);
  const linked: [unknown, unknown, boolean][] = [];
  for (const { recipient, template, data } of mails) {
    const { html, text } = await renderEmail(emailTemplates, { template: String(template), data: Object(data) }, site);
    const hasLink = [html, text].map((body) => body.includes(`https://partners.example/status#${token}`));
    expect(new Set(hasLink).size).toBe(1);
    if (!hasLink[0]) expect(html + text).not.toContain('/status#');
    linked.push([template, String(recipient).endsWith('@reachgenie.example'), hasLink[0] ?? false]);
  }
  const applicants = ['received', 'already_received', 'status_changed', 'withdrawn'];
  const team = ['submitted', 'submitted', 'withdrawal_noticed', 'withdrawal_noticed'];
  expect(linked.sort()).toEqual(
    [
      ...applicants.map((name) => [`application.${name}`, false, true]),
      ...team.map((name) => [`application.${name}`, true, false]),
    ].sort(),
  );
});

const idOf = (token: string): string => token.split('.')[0] ?? '';

test('a link stays valid after a key rotation, and ends when its key is removed', async () => {
  const { token } = await givenSubmission(api);
  const statusFrom = async (keys: string) => {
    const another = await api.startAnother({ SECRETS_KEYS: keys });
    try {
      const query = 'query ($token: String!) { applicationStatus(token: $token) { status } }';
      return await (await postTo(another.url ?? '', { query, variables: { token } })).json();
    } finally {
      await another.stop();
    }
  };

  const rotated = await statusFrom(`${generateSecretsKeys('next')},${api.secretsKeys}`);
  const ended = await statusFrom(generateSecretsKeys('next'));

  expect(rotated).toEqual({ data: { applicationStatus: { status: 'PENDING' } } });
  expect(ended).toEqual({ data: { applicationStatus: null } });
});

test('a link ends two years after the submission, and then withdraws nothing', async () => {
  const { contactEmail } = validInput();
  // The second one is a receipt.
  const submissions = [await givenSubmission(api, { contactEmail }), await givenSubmission(api, { contactEmail })];
  const ids = submissions.map(({ id }) => id);
  const olderBy = async (interval: string) => {
    for (const table of ['partner_application', 'application_receipt']) {
      await api.rows(`update ${table} set created_at = now() - $1::interval where id = any($2)`, [interval, ids]);
    }
  };

  await olderBy('2 years -1 minute');
  for (const { token } of submissions) expect((await view(api, token)).data?.applicationStatus).not.toBeNull();
  await olderBy('2 years 1 minute');

  for (const { id, token } of submissions) {
    const before = await stored(api, id);
    expect(await view(api, token)).toEqual({ data: { applicationStatus: null } });
    expect((await withdraw(api, token)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await stored(api, id)).toEqual(before);
  }
});

describe('returns null for a link that is not valid', () => {
  let own: string;
  let other: string;
  let invitation: string;

  beforeAll(async () => {
    own = (await givenSubmission(api)).token;
    other = (await givenSubmission(api)).token;
    const input = validInput();
    const { id } = await givenSubmission(api, input);
    await changeStatus(api, api.admin, { id, status: 'APPROVED' });
    invitation = await mailedToken(api, input.contactEmail, 'user.invited');
  });

  test.each([
    ['an ID alone', () => own.split('.')[0]],
    ['the signature of another ID', () => `${own.split('.')[0]}.${other.split('.')[1]}`],
    ['a cut signature', () => own.slice(0, -1)],
    ['a longer signature', () => `${own}.x`],
    ['an ID in capitals', () => own.replace(/^[^.]+/, (id) => id.toUpperCase())],
    ['a valid signature of an unknown ID', () => linkSecret(api.secrets, APPLICATION_LINK, uuid())],
    ['a signature of another key', () => linkSecret(new Secrets(generateSecretsKeys()), APPLICATION_LINK, idOf(own))],
    ['a signature for another purpose', () => linkSecret(api.secrets, 'INVITATION', idOf(own))],
    ['a valid signature with more text', () => `${own}.${own}`],
    ['an invitation', () => invitation],
    ['no ID', () => 'x.y'],
  ])('%s', async (_, token) => {
    expect(await view(api, token() ?? '')).toEqual({ data: { applicationStatus: null } });
  });

  test('refuses a blank token and a long one', async () => {
    for (const token of [' ', 'x'.repeat(201), 'a\u0000b']) {
      const { errors } = await view(api, token);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'token' }] } }]);
    }
  });
});

test('views and withdrawals from one network share a limit, with valid and invalid links', async () => {
  const { id, token } = await givenSubmission(api);
  const limited = await api.startAnother({ RATE_LIMIT_STATUS: '2/hour', TRUST_PROXY: '1' });
  const send = async (query: string, address: string) => {
    const response = await postTo(limited.url ?? '', { query }, { 'x-forwarded-for': address });
    const { errors = [] } = (await response.json()) as { errors?: GraphQLProblem[] };
    return [response.status, errors[0]?.extensions.code];
  };
  try {
    const codes = [
      await send('{ applicationStatus(token: "x") { status } }', '2001:db8::1'),
      await send(`{ applicationStatus(token: "${token}") { status } }`, '2001:db8::2'),
      await send(`{ applicationStatus(token: "${token}") { status } }`, '2001:db8::3'),
      await send(`mutation { withdrawApplication(token: "${token}") { status } }`, '2001:db8::4'),
      await send(`{ applicationStatus(token: "${token}") { status } }`, '198.18.0.7'),
    ];

    expect(codes).toEqual([
      [200, undefined],
      [200, undefined],
      [429, 'RATE_LIMITED'],
      [429, 'RATE_LIMITED'],
      [200, undefined],
    ]);
    expect(await api.rows('select status from partner_application where id = $1', [id])).toEqual([
      { status: 'PENDING' },
    ]);
  } finally {
    await limited.stop();
  }
});
