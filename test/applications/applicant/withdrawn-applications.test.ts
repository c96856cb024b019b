import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { view, withdraw } from '../../support/given/callers/applicants.ts';
import { changeStatus, counts, givenApplication, givenSubmission, stored } from '../../support/given/applications.ts';

const api = useApi();
const change = (variables: { id: string; status: string; expectedVersion?: number; reopenWithdrawn?: boolean }) =>
  changeStatus(api, api.admin, variables);

const rowOf = async (id: string) =>
  (await api.rows('select status, version, decided_at, withdrawn_at from partner_application where id = $1', [id]))[0];

describe('an admin', () => {
  test.each(['PENDING', 'REVIEWING', 'APPROVED', 'REJECTED'])(
    'cannot change a withdrawn application to %s without `reopenWithdrawn`',
    async (status) => {
      const { id, token } = await givenSubmission(api);
      await withdraw(api, token);
      const before = [await stored(api, id), await counts(api)];

      const answers = [await change({ id, status }), await change({ id, status, reopenWithdrawn: false })];

      for (const { errors } of answers) {
        expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'WITHDRAWN' } }]);
      }
      expect([await stored(api, id), await counts(api)]).toEqual(before);
    },
  );

  test('an admin can reopen it for review with `reopenWithdrawn`, but not decide it directly', async () => {
    const { id, token } = await givenSubmission(api);
    await withdraw(api, token);
    const before = await stored(api, id);

    for (const status of ['PENDING', 'APPROVED', 'REJECTED']) {
      const { errors } = await change({ id, status, reopenWithdrawn: true });
      expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'WITHDRAWN' } }]);
    }
    expect(await stored(api, id)).toEqual(before);
    const { errors } = await change({ id, status: 'REVIEWING', reopenWithdrawn: true });

    expect(errors).toBeUndefined();
    expect(await rowOf(id)).toMatchObject({ status: 'REVIEWING', decided_at: null, withdrawn_at: null });
    expect((await view(api, token)).data?.applicationStatus).toMatchObject({ status: 'REVIEWING', withdrawnAt: null });
    const [mail] = await api.rows('select data from email_message where application_id = $1 order by id desc limit 1', [
      id,
    ]);
    expect(mail?.['data']).toMatchObject({ status: 'REVIEWING', wasWithdrawn: true });
  });

  test('the flag has no effect on an application that is not withdrawn', async () => {
    const { id } = await givenSubmission(api);

    const { data } = await change({ id, status: 'REVIEWING', reopenWithdrawn: true });

    expect(data?.updatePartnerApplicationStatus.status).toBe('REVIEWING');
    const [mail] = await api.rows('select data from email_message where application_id = $1 order by id desc limit 1', [
      id,
    ]);
    expect(mail?.['data']).toMatchObject({ wasWithdrawn: false });
  });

  test('of several applications, only the withdrawn one is refused', async () => {
    const { id, token } = await givenSubmission(api);
    await withdraw(api, token);
    const other = await givenApplication(api);
    const before = await stored(api, id);

    const { data } = await api.ask<{ updatePartnerApplicationStatuses: object[] }>(
      api.admin,
      `mutation ($input: UpdateStatusesInput!) {
        updatePartnerApplicationStatuses(input: $input) { id application { status } error { code reason } }
      }`,
      { input: { applications: [{ id }, { id: other }], status: 'REVIEWING' } },
    );

    expect(data?.updatePartnerApplicationStatuses).toEqual([
      { id, application: null, error: { code: 'CONFLICT', reason: 'WITHDRAWN' } },
      { id: other, application: { status: 'REVIEWING' }, error: null },
    ]);
    expect(await stored(api, id)).toEqual(before);
  });
});

test('the history keeps each step: withdrawn, reopened, withdrawn again, reopened, declined', async () => {
  const { id, token } = await givenSubmission(api);
  await withdraw(api, token);
  await change({ id, status: 'REVIEWING', reopenWithdrawn: true });
  await withdraw(api, token);
  await change({ id, status: 'REVIEWING', reopenWithdrawn: true });
  await change({ id, status: 'REJECTED' });

  const query = `{ partnerApplication(id: "${id}") { withdrawnAt statusHistory { to withdrawn changedBy } } }`;
  const { data } = await api.ask(api.admin, query);
  const seen = (await view(api, token)).data?.applicationStatus;

  const withdrawal = { to: 'REJECTED', withdrawn: true, changedBy: 'Zoë Hart' };
  const reopening = { to: 'REVIEWING', withdrawn: false, changedBy: 'Ada Admin' };
  const decline = { to: 'REJECTED', withdrawn: false, changedBy: 'Ada Admin' };
  expect(data?.['partnerApplication']).toEqual({
    withdrawnAt: null,
    statusHistory: [withdrawal, reopening, withdrawal, reopening, decline],
  });
  expect(seen?.history.map(({ status, withdrawn }) => [status, withdrawn])).toEqual([
    ['REJECTED', true],
    ['REVIEWING', false],
    ['REJECTED', true],
    ['REVIEWING', false],
    ['REJECTED', false],
  ]);
});

test('lists and neighbors find withdrawn applications, the others, or both', async () => {
  const ids: Record<string, string> = {};
  const industry = `Withdrawals ${uuid()}`;
  for (const name of ['withdrawn', 'declined', 'pending']) {
    const { id, token } = await givenSubmission(api, { industry });
    if (name === 'withdrawn') await withdraw(api, token);
    if (name === 'declined') await change({ id, status: 'REJECTED' });
    ids[name] = id;
  }
  const { withdrawn = '', declined = '', pending = '' } = ids;

  const listed = async (filter: object) => {
    const { data } = await api.ask<{
      partnerApplications: { items: { id: string }[]; pageInfo: { totalItems: number } };
    }>(
      api.admin,
      `query ($filter: PartnerApplicationFilter) {
        partnerApplications(filter: $filter, sortOrder: ASC) { items { id } pageInfo { totalItems } }
      }`,
      { filter: { industry: [industry], ...filter } },
    );
    const { items = [], pageInfo } = data?.partnerApplications ?? {};
    expect(pageInfo?.totalItems).toBe(items.length);
    return items.map(({ id }) => id);
  };

  expect(await listed({})).toEqual([withdrawn, declined, pending]);
  expect(await listed({ withdrawn: true })).toEqual([withdrawn]);
  expect(await listed({ withdrawn: false })).toEqual([declined, pending]);
  expect(await listed({ status: ['REJECTED'] })).toEqual([withdrawn, declined]);
  expect(await listed({ status: ['REJECTED'], withdrawn: false })).toEqual([declined]);
  expect(await listed({ status: ['PENDING'], withdrawn: true })).toEqual([]);
  const { data } = await api.ask(
    api.admin,
    `query ($id: ID!, $filter: PartnerApplicationFilter) {
      partnerApplicationNeighbors(id: $id, filter: $filter, sortOrder: ASC) { previous { id } next { id } }
    }`,
    { id: declined, filter: { industry: [industry], withdrawn: true } },
  );
  expect(data?.['partnerApplicationNeighbors']).toEqual({ previous: { id: withdrawn }, next: null });
});

test('a possible duplicate shows its withdrawal', async () => {
  const companyName = `Twice ${uuid()}`;
  const contactEmail = `twice@d${uuid()}.example`;
  const { id: first, token } = await givenSubmission(api, { companyName, contactEmail });
  const { data: withdrawal } = await withdraw(api, token);
  const second = await givenApplication(api, { companyName, contactEmail });

  const query = `{ partnerApplication(id: "${second}") { possibleDuplicates { id status withdrawnAt } } }`;
  const { data } = await api.ask(api.admin, query);

  const { withdrawnAt } = withdrawal?.withdrawApplication ?? {};
  expect(withdrawnAt).toMatch(/Z$/);
  expect(data?.['partnerApplication']).toEqual({
    possibleDuplicates: [{ id: first, status: 'REJECTED', withdrawnAt }],
  });
});
