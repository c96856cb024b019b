import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { APPLICATION_LINK } from '../../../src/applications/applicant/application.link.ts';
import { linkSecret } from '../../../src/core/secrets/mailed.link.ts';
import { useApi } from '../../support/api.ts';
import { view, withdraw } from '../../support/given/callers/applicants.ts';
import {
  changeStatus,
  counts,
  givenApplication,
  givenSubmission,
  stored,
  validInput,
} from '../../support/given/applications.ts';
import { wrongCounters } from '../../support/counters.ts';
import { whileHeld } from '../../support/locks.ts';
import { auditOf } from '../../support/given/people.ts';
import { statisticsByHand } from '../../support/oracles/statistics-oracle.ts';
import { whileRefused } from '../../support/database.changes.ts';

const api = useApi();
const change = (variables: { id: string; status: string; expectedVersion?: number; reopenWithdrawn?: boolean }) =>
  changeStatus(api, api.admin, variables);

const rowOf = async (id: string) =>
  (await api.rows('select status, version, decided_at, withdrawn_at from partner_application where id = $1', [id]))[0];

const mailsOf = (id: string) =>
  api.rows(
    `select template, recipient from email_message where application_id = $1 and template like 'application.withdraw%'
     order by id`,
    [id],
  );

test.each(['PENDING', 'REVIEWING'])(
  'withdraws an application that is %s, and emails the applicant and the team',
  async (status) => {
    const input = validInput({ contactName: 'Zoë Hart' });
    const { id, token } = await givenSubmission(api, input);
    if (status !== 'PENDING') await change({ id, status });
    const before = await rowOf(id);

    const { data, errors } = await withdraw(api, token);

    expect(errors).toBeUndefined();
    const { withdrawnAt = null, history = [] } = data?.withdrawApplication ?? {};
    expect(data?.withdrawApplication.status).toBe('REJECTED');
    expect(withdrawnAt).toMatch(/Z$/);
    expect(history.at(-1)).toEqual({ status: 'REJECTED', withdrawn: true, message: null, changedAt: withdrawnAt });
    expect(data?.withdrawApplication).toEqual((await view(api, token)).data?.applicationStatus);
    expect(await rowOf(id)).toEqual({
      status: 'REJECTED',
      version: Number(before?.['version']) + 1,
      decided_at: null,
      withdrawn_at: new Date(withdrawnAt ?? ''),
    });
    const steps = await api.rows(
      'select "from", "to", changed_by from partner_application_status_change where application_id = $1 order by changed_at',
      [id],
    );
    expect(steps.at(-1)).toEqual({ from: status, to: 'REJECTED', changed_by: 'Zoë Hart' });
    expect(await mailsOf(id)).toEqual([
      { template: 'application.withdrawn', recipient: input.contactEmail },
      { template: 'application.withdrawal_noticed', recipient: 'team@reachgenie.example' },
      { template: 'application.withdrawal_noticed', recipient: 'lead@reachgenie.example' },
    ]);
    expect((await auditOf(api, id)).at(-1)).toMatchObject({
      action: 'application.withdrawn',
      actor_email: input.contactEmail,
      actor_id: id,
      actor_role: 'APPLICANT',
      credential: 'link',
      reseller_id: null,
      ip_address: '127.0.0.1',
    });
  },
);

test('an admin sees the time of the withdrawal, and no decision', async () => {
  const { id, token } = await givenSubmission(api);
  await withdraw(api, token);

  const query = `{ partnerApplication(id: "${id}") { status decidedAt withdrawnAt statusHistory { to withdrawn changedBy } } }`;
  const { data } = await api.ask(api.admin, query);

  expect(data?.['partnerApplication']).toEqual({
    status: 'REJECTED',
    decidedAt: null,
    withdrawnAt: expect.stringMatching(/Z$/),
    statusHistory: [{ to: 'REJECTED', withdrawn: true, changedBy: 'Zoë Hart' }],
  });
});

test.each(['APPROVED', 'REJECTED', 'withdrawn'])(
  'refuses an application that is %s, and changes nothing',
  async (status) => {
    const { id, token } = await givenSubmission(api);
    await (status === 'withdrawn' ? withdraw(api, token) : change({ id, status }));
    const before = await stored(api, id);

    const { errors } = await withdraw(api, token);

    expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'APPLICATION_STATUS' } }]);
    expect(await stored(api, id)).toEqual(before);
  },
);

describe('concurrently', () => {
  const held = (id: string) => ({ sql: 'select 1 from partner_application where id = $1', values: [id] });
  const refusalsOf = (answers: { errors?: { extensions: { reason?: string } }[] }[]) =>
    answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.reason));

  test.each(['APPROVED', 'REJECTED'])('either the withdrawal or %s succeeds', async (status) => {
    const { id, token } = await givenSubmission(api);

    const answers = await whileHeld(api, held(id), 2, () =>
      Promise.all([withdraw(api, token), change({ id, status, expectedVersion: 1 })]),
    );

    const [refusal, ...others] = refusalsOf(answers);
    expect(others).toEqual([]);
    expect(['STALE_VERSION', 'APPLICATION_STATUS']).toContain(refusal);
    const isWithdrawn = refusal === 'STALE_VERSION';
    expect(await rowOf(id)).toMatchObject({
      status: isWithdrawn ? 'REJECTED' : status,
      version: 2,
      decided_at: isWithdrawn ? null : expect.any(Date),
      withdrawn_at: isWithdrawn ? expect.any(Date) : null,
    });
    expect(await mailsOf(id)).toHaveLength(isWithdrawn ? 3 : 0);
  });

  test('two withdrawals change and notify once', async () => {
    const { id, token } = await givenSubmission(api);

    const answers = await whileHeld(api, held(id), 2, () => Promise.all([withdraw(api, token), withdraw(api, token)]));

    expect(refusalsOf(answers)).toEqual(['APPLICATION_STATUS']);
    expect(await mailsOf(id)).toHaveLength(3);
  });

  test('a receipt is withdrawn once, too', async () => {
    const input = validInput();
    await givenSubmission(api, input);
    const { id, token } = await givenSubmission(api, input);

    const receipt = { sql: 'select 1 from application_receipt where id = $1', values: [id] };
    const answers = await whileHeld(api, receipt, 2, () => Promise.all([withdraw(api, token), withdraw(api, token)]));

    expect(refusalsOf(answers)).toEqual(['APPLICATION_STATUS']);
  });
});

test('the contact can apply again, and the withdrawn application then stays closed', async () => {
  const input = validInput();
  const { id, token } = await givenSubmission(api, input);
  await withdraw(api, token);

  const anew = await givenApplication(api, input);

  expect(await rowOf(anew)).toMatchObject({ status: 'PENDING' });
  expect((await change({ id, status: 'REVIEWING', reopenWithdrawn: true })).errors).toMatchObject([
    { extensions: { reason: 'OPEN_APPLICATION' } },
  ]);
});

test('statistics count it separately and not as a decision, and the counters stay correct', async () => {
  const ids: string[] = [];
  for (const status of ['withdrawn', 'APPROVED', 'PENDING']) {
    const { id, token } = await givenSubmission(api);
    if (status === 'withdrawn') await withdraw(api, token);
    if (status === 'APPROVED') await change({ id, status });
    ids.push(id);
  }
  await api.rows(
    `update partner_application set created_at = '2020-01-15T06:00Z', decided_at = decided_at - (now() - '2020-01-15T08:00Z'),
        withdrawn_at = withdrawn_at - (now() - '2020-01-15T08:00Z')
      where id = any($1)`,
    [ids],
  );

  const query = `query ($from: DateTime, $to: DateTime) { partnerApplicationStatistics(from: $from, to: $to) {
    total withdrawn byStatus { status count } approvalRate medianHoursToDecision
    overTime(interval: MONTH) { submitted approved rejected withdrawn }
  } }`;
  for (const [from, to] of [
    ['2020-01-01T00:00:00Z', '2020-02-01T00:00:00Z'],
    ['2020-01-15T01:00:00Z', '2020-01-15T20:00:00Z'],
  ]) {
    const { data } = await api.ask(api.admin, query, { from, to });
    expect(data?.['partnerApplicationStatistics']).toEqual({
      total: 3,
      withdrawn: 1,
      byStatus: ['PENDING', 'REVIEWING', 'APPROVED', 'REJECTED'].map((status) => ({
        status,
        count: status === 'PENDING' || status === 'APPROVED' ? 1 : 0,
      })),
      approvalRate: 1,
      medianHoursToDecision: expect.closeTo(2, 1),
      overTime: [{ submitted: 3, approved: 1, rejected: 0, withdrawn: 1 }],
    });
  }
  const { data: ofAll } = await api.ask(api.admin, query);
  const { approvalRate, medianHoursToDecision } = Object(await statisticsByHand(api, {}));
  expect(ofAll?.['partnerApplicationStatistics']).toMatchObject({ approvalRate, medianHoursToDecision });
  expect(await wrongCounters(api)).toEqual([]);
  await api.rows('select fold_partner_application_deltas(1000)');
  expect(await wrongCounters(api)).toEqual([]);
});

test.each([
  ['a wrong signature', (token: string) => `${token.slice(0, -2)}xx`],
  ['an unknown ID', () => linkSecret(api.secrets, APPLICATION_LINK, uuid())],
])('%s is not found, and nothing changes', async (_, tokenOf) => {
  const { id, token } = await givenSubmission(api);
  const before = [await stored(api, id), await counts(api)];

  const { errors } = await withdraw(api, tokenOf(token));

  expect(errors).toMatchObject([{ message: 'PartnerApplication not found.', extensions: { code: 'NOT_FOUND' } }]);
  expect([await stored(api, id), await counts(api)]).toEqual(before);
});

test('does not withdraw if the email cannot be written', async () => {
  const { id, token } = await givenSubmission(api);
  const before = await stored(api, id);

  const refused = { table: 'email_message', unless: `template <> 'application.withdrawn'` };
  const { errors } = await whileRefused(api, refused, () => withdraw(api, token));

  expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  expect(await stored(api, id)).toEqual(before);
  expect(await auditOf(api, id)).toEqual([]);
});
