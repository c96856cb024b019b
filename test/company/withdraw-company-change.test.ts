import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { companyOf, decideChange, givenChange, withdrawChange } from '../support/given/companies.ts';
import { givenPartner } from '../support/given/partners.ts';
import { givenMember } from '../support/given/people.ts';

const api = useApi();

test('another owner can take a request back, and ask again', async () => {
  const partner = await givenPartner(api);
  const other = await givenMember(api, partner, 'OWNER');
  const { id } = await givenChange(api, partner);

  const { data, errors } = await withdrawChange(api, other.actor, id);

  expect(errors).toBeUndefined();
  expect(data?.withdrawCompanyChange).toMatchObject({ pendingChange: null, lastDecision: null });
  const [stored] = await api.rows('select status, decided_by from company_change where id = $1', [id]);
  expect(stored).toEqual({ status: 'WITHDRAWN', decided_by: null });
  const [event] = await api.rows(
    `select action, actor_id from audit_event where target_id = $1 order by sequence desc limit 1`,
    [partner.resellerId],
  );
  expect(event).toEqual({ action: 'company.change_withdrawn', actor_id: other.id });
  expect((await givenChange(api, partner)).id).not.toBe(id);
});

test('refuses a request that was withdrawn or decided', async () => {
  const partner = await givenPartner(api);
  const withdrawn = await givenChange(api, partner);
  await withdrawChange(api, partner.actor, withdrawn.id);
  const decided = await givenChange(api, partner);
  await decideChange(api, api.admin, { id: decided.id, approve: true });
  const before = await companyOf(api, partner);

  for (const { id } of [withdrawn, decided]) {
    expect((await withdrawChange(api, partner.actor, id)).errors).toMatchObject([
      { extensions: { code: 'CONFLICT', reason: 'COMPANY_CHANGE_STATUS' } },
    ]);
  }

  expect(await companyOf(api, partner)).toEqual(before);
});

test('C1: does not find the request of another partner, or one that does not exist', async () => {
  const [me, other] = [await givenPartner(api), await givenPartner(api)];
  const { id } = await givenChange(api, other);

  for (const unknown of [id, '01980e4a-5b20-7d13-9a6e-2c4f6a8b0d1e', 'x']) {
    expect((await withdrawChange(api, me.actor, unknown)).errors).toMatchObject([
      { extensions: { code: 'NOT_FOUND' } },
    ]);
  }

  expect((await companyOf(api, other)).pendingChange?.id).toBe(id);
});

test('a member cannot take a request back', async () => {
  const partner = await givenPartner(api);
  const { actor } = await givenMember(api, partner);
  const { id } = await givenChange(api, partner);

  expect((await withdrawChange(api, actor, id)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);

  expect((await companyOf(api, partner)).pendingChange?.id).toBe(id);
});
