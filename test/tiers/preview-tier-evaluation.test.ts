import { beforeAll, expect, test } from 'vitest';
import { addDays, dayAt } from '../../src/core/text/day.ts';
import { useApi } from '../support/api.ts';
import { givenPartner } from '../support/given/partners.ts';
import { assign, evaluate, givenClients } from '../support/given/tiers.ts';

const api = useApi();
const yesterday = addDays(dayAt(new Date()), -1);

beforeAll(async () => {
  const rising = await givenPartner(api, { companyName: 'Rising 10' });
  await givenClients(api, rising.resellerId, { count: 10 });
  await givenPartner(api, { companyName: 'Falling 9', tier: 'GOLD' });
  await givenPartner(api, { companyName: 'Staying' });
  const pinned = await givenPartner(api, { companyName: 'Pinned' });
  await assign(api, api.admin, { id: pinned.resellerId, tier: 'GOLD', pinnedUntil: addDays(yesterday, 30) });
});

interface Preview {
  companyName: string;
  outcome: string;
}

const preview = (periodEnd: string) =>
  api.ask<{ previewTierEvaluation: Preview[] }>(
    api.admin,
    `query ($periodEnd: Date!) { previewTierEvaluation(periodEnd: $periodEnd) {
      companyName tier newTier outcome values { metric value required met } graceUntil
    } }`,
    { periodEnd },
  );

const everything = () =>
  api.rows(`select (select jsonb_agg(account) from partner_account account) as accounts,
    (select count(*) from tier_evaluation) as evaluations, (select count(*) from tier_grace) as graces,
    (select count(*) from email_message) as emails, (select count(*) from notification) as notifications`);

test('returns what would change, by name, and changes nothing', async () => {
  const before = await everything();

  const { data } = await preview(yesterday);

  expect(data?.previewTierEvaluation).toMatchObject([
    { companyName: 'Falling 9', tier: 'GOLD', newTier: 'GOLD', outcome: 'AT_RISK', graceUntil: addDays(yesterday, 91) },
    { companyName: 'Rising 10', tier: 'SILVER', newTier: 'GOLD', outcome: 'PROMOTED', graceUntil: null },
  ]);
  expect(await everything()).toEqual(before);
});

test('looks ahead: a pin will have ended', async () => {
  const { data } = await preview(addDays(yesterday, 30));

  expect(data?.previewTierEvaluation.map(({ companyName }) => companyName)).toContain('Pinned');
});

test.each([addDays(yesterday, -1), addDays(yesterday, 400)])('rejects %s', async (day) => {
  const { errors } = await preview(day);

  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    fields: [{ path: 'periodEnd', rule: 'RANGE' }],
  });
});

test('admins see the evaluations of a partner, latest first', async () => {
  const { resellerId } = await givenPartner(api);
  await evaluate(api, resellerId, '2027-01-01');
  await evaluate(api, resellerId, '2027-02-01');
  const query = `query ($id: ID!) { tierEvaluations(id: $id) { items {
    periodEnd tier newTier outcome graceUntil values { tier metric required value met }
  } } }`;

  const { data } = await api.ask(api.admin, query, { id: resellerId });

  expect(data).toMatchObject({
    tierEvaluations: { items: [{ periodEnd: '2027-01-31', outcome: 'KEPT' }, { periodEnd: '2026-12-31' }] },
  });
});
