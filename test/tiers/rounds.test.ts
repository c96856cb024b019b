import { afterEach, describe, expect, test } from 'vitest';
import { runDueRounds, type Round, type RoundTurn } from '../../src/core/jobs/round.ts';
import { evaluationRound } from '../../src/tiers/evaluation/evaluation.round.ts';
import { warningRound } from '../../src/tiers/evaluation/warning.round.ts';
import { useApi } from '../support/api.ts';
import { withoutTriggers } from '../support/database.changes.ts';
import { givenPartner } from '../support/given/partners.ts';
import { givenClients, tierOf, workerFor } from '../support/given/tiers.ts';

const api = useApi();

/** A round that counts its runs. */
function counting(name: string, more: Partial<Round> = {}) {
  const turns: RoundTurn[] = [];
  const run: Round['run'] = async (_em, _worker, turn) => {
    turns.push(turn);
    return undefined;
  };
  return { turns, round: { name, due: 'monthly', run, ...more } satisfies Round };
}

const work = (...rounds: Round[]) => runDueRounds(rounds, workerFor(api));
const makeDue = (name: string) =>
  api.rows(`update scheduled_round set due_at = now() - interval '70 days' where name = $1`, [name]);
const dueAt = async (name: string) =>
  (await api.rows(`select due_at > now() as is_later, claimed_until from scheduled_round where name = $1`, [name]))[0];

afterEach(async () => {
  await api.rows('delete from outbound_pause');
  await api.rows('delete from scheduled_round');
});

describe('a round', () => {
  test.each([
    ['hourly', `date_trunc('hour', now()) + interval '1 hour'`],
    [
      'daily',
      `(date_trunc('day', now() at time zone 'UTC' + interval '21 hours') + interval '3 hours') at time zone 'UTC'`,
    ],
    [
      'monthly',
      `(date_trunc('month', now() at time zone 'UTC' - interval '3 hours') + interval '1 month 3 hours') at time zone 'UTC'`,
    ],
  ] as const)('is first due at the next time: %s', async (due, time) => {
    const { round, turns } = counting('first', { due });

    await work(round);

    expect(turns).toEqual([]);
    expect(await api.rows(`select due_at = ${time} as is_next from scheduled_round`)).toEqual([{ is_next: true }]);
  });

  test('runs once after any number of missed times', async () => {
    const { round, turns } = counting('missed');
    await work(round);
    await makeDue('missed');

    await work(round);
    await work(round);

    expect(turns).toHaveLength(1);
    expect(await dueAt('missed')).toEqual({ is_later: true, claimed_until: null });
  });

  test('is done by one of several workers', async () => {
    const { round, turns } = counting('shared');
    await work(round);
    await makeDue('shared');

    await Promise.all([work(round), work(round), work(round)]);

    expect(turns).toHaveLength(1);
  });

  test('is left to the worker that has it, until its lease is over', async () => {
    const { round, turns } = counting('leased');
    await work(round);
    await makeDue('leased');
    await api.rows(`update scheduled_round set claimed_until = now() + interval '1 minute'`);

    await work(round);
    expect(turns).toEqual([]);

    await api.rows(`update scheduled_round set claimed_until = now() - interval '1 minute'`);
    await work(round);
    expect(turns).toHaveLength(1);
  });

  test('goes on from batch to batch', async () => {
    const seen: unknown[] = [];
    const run: Round['run'] = async (_em, _worker, { after }) => {
      seen.push(after);
      return seen.length < 3 ? `batch ${seen.length}` : undefined;
    };
    const { round } = counting('batches', { run });
    await work(round);
    await makeDue('batches');

    await work(round);

    expect(seen).toEqual([undefined, 'batch 1', 'batch 2']);
  });

  test('that fails stays due, and does not stop the others', async () => {
    const failing = counting('failing', { run: () => Promise.reject(new Error('broken')) });
    const other = counting('other');
    await work(failing.round, other.round);
    await makeDue('failing');
    await makeDue('other');

    await work(failing.round, other.round);

    expect(await dueAt('failing')).toEqual({ is_later: false, claimed_until: null });
    expect(other.turns).toHaveLength(1);
  });

  test('waits while outbound work is paused', async () => {
    const { round, turns } = counting('paused');
    await work(round);
    await makeDue('paused');
    await api.rows(`insert into outbound_pause (reason) values ('restored')`);

    await work(round);

    expect(turns).toEqual([]);
    expect(await dueAt('paused')).toEqual({ is_later: false, claimed_until: null });
  });

  test('ends after its batch once outbound work is paused', async () => {
    let batches = 0;
    const run: Round['run'] = async () => {
      batches++;
      await api.rows(`insert into outbound_pause (reason) values ('restored')`);
      return 'more';
    };
    const { round } = counting('interrupted', { run });
    await work(round);
    await makeDue('interrupted');

    await work(round);

    expect(batches).toBe(1);
    expect((await dueAt('interrupted'))?.['is_later']).toBe(false);
  });
});

const mailsTo = (email: string) =>
  api.rows(`select data ->> 'days' as days from email_message where template = 'tier.told' and recipient = $1`, [
    email,
  ]);

async function runNow(round: Round): Promise<void> {
  await work(round);
  await makeDue(round.name);
  await work(round);
}

describe('the rounds of the tiers', () => {
  test('evaluate every partner once a month', async () => {
    const partners = [await givenPartner(api), await givenPartner(api)];
    for (const { resellerId } of partners) await givenClients(api, resellerId, { count: 10 });

    await runNow(evaluationRound);
    await runNow(evaluationRound);

    for (const { resellerId, email } of partners) {
      expect(await tierOf(api, resellerId)).toBe('GOLD');
      expect(await mailsTo(email)).toHaveLength(1);
    }
  });

  test('one partner that cannot be evaluated does not stop the others', async () => {
    const broken = await givenPartner(api);
    const { resellerId } = await givenPartner(api);
    await givenClients(api, resellerId, { count: 10 });
    await api.rows(
      `alter table tier_evaluation add constraint refused check (reseller_id <> '${broken.resellerId}') not valid`,
    );

    try {
      await runNow(evaluationRound);
    } finally {
      await api.rows('alter table tier_evaluation drop constraint refused');
    }

    expect(await tierOf(api, resellerId)).toBe('GOLD');
  });

  async function givenGrace(until: string): Promise<{ email: string }> {
    const { resellerId, email } = await givenPartner(api, { tier: 'GOLD' });
    await api.rows(
      `insert into tier_grace (reseller_id, id, tier, began_on, until, next_warning)
       select $1, gen_random_uuid(), 'GOLD', current_date, ${until}, 60`,
      [resellerId],
    );
    return { email };
  }

  test('warn partners at risk', async () => {
    const due = await givenGrace('current_date + 60');
    const later = await givenGrace('current_date + 61');

    await runNow(warningRound);
    await runNow(warningRound);

    expect([await mailsTo(due.email), await mailsTo(later.email)]).toEqual([[{ days: '60' }], []]);
  });

  test('Fault 25: mail nothing again that was mailed between the backup and its restore', async () => {
    const warned = await givenGrace('current_date + 60');
    const promoted = await givenPartner(api);
    await givenClients(api, promoted.resellerId, { count: 10 });
    await work(evaluationRound);
    await makeDue('tiers');
    await api.rows(`insert into outbound_pause (reason, ended_at) values ('restored', now())`);

    await work(evaluationRound);
    await runNow(warningRound);

    expect(await tierOf(api, promoted.resellerId)).toBe('GOLD');
    expect([await mailsTo(promoted.email), await mailsTo(warned.email)]).toEqual([[], []]);
    await withoutTriggers(api, 'delete from tier_grace');
  });
});
