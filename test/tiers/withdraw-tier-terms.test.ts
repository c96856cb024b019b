import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenTerms } from '../support/given/tiers.ts';
import { actionsOn } from '../support/given/people.ts';

const api = useApi();

const withdraw = (id: string) =>
  api.ask<{ withdrawTierTerms: boolean }>(api.admin, 'mutation ($id: ID!) { withdrawTierTerms(id: $id) }', { id });

const stored = () => api.rows('select id from tier_terms order by id');

test('withdraws terms that have not begun, and audits that', async () => {
  const before = await stored();
  const id = await givenTerms(api);

  expect((await withdraw(id)).data).toEqual({ withdrawTierTerms: true });

  expect(await stored()).toEqual(before);
  expect(await actionsOn(api, id)).toEqual(['tier.terms_published', 'tier.terms_withdrawn']);
});

test('terms that have begun stay', async () => {
  const [begun] = await api.rows(`select id from tier_terms where effective_from = '2026-01-01' limit 1`);
  const before = await stored();

  const { errors } = await withdraw(String(begun?.['id']));

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'TERMS_BEGUN' });
  expect(await stored()).toEqual(before);
});

test.each([uuid(), 'no-uuid'])('does not find %s', async (id) => {
  expect((await withdraw(id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});
