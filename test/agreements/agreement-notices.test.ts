import { beforeEach, expect, test } from 'vitest';
import { sendAgreementNotices } from '../../src/agreements/agreement.notices.ts';
import { asPlatform } from '../../src/core/database/tenancy.ts';
import { inTransaction } from '../../src/core/database/transaction.ts';
import { sendingJobs, type JobQueue } from '../../src/core/jobs/job.queue.ts';
import { useApi } from '../support/api.ts';
import { accept, givenAgreement, givenBinding, givenVersionRow, withdraw } from '../support/given/agreements.ts';
import { withoutTriggers } from '../support/database.changes.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenInvitedMember, givenMember } from '../support/given/people.ts';

const api = useApi();
let partner: Partner;

beforeEach(async () => {
  partner = await givenPartner(api);
  // Owners hear of what happens after they have joined.
  await withoutTriggers(api, `update user_account set joined_at = now() - interval '1 year' where reseller_id = $1`, [
    partner.resellerId,
  ]);
});

const round = () =>
  inTransaction(asPlatform(api.app.orm.em.fork()), (em) =>
    sendAgreementNotices(em, { jobs: { sending: sendingJobs } as JobQueue }),
  );

/** The stages that each owner heard of. */
async function heard(agreementId: string): Promise<string[]> {
  const rows = await api.rows(
    `select recipient, data ->> 'stage' as stage from email_message
     where template = 'agreement.due' and data ->> 'agreementId' = $1 order by 1, 2`,
    [agreementId],
  );
  return rows.map(({ recipient, stage }) => `${String(recipient)} ${String(stage)}`);
}

const agreement = () => givenAgreement(api, { partnerId: partner.resellerId });

test('each active owner gets one email and one notification, whatever the number of rounds and workers', async () => {
  const second = await givenMember(api, partner, 'OWNER');
  await givenMember(api, partner, 'MEMBER');
  await givenInvitedMember(api, partner, 'OWNER');
  const { agreementId } = await givenBinding(api, { partnerId: partner.resellerId });

  await Promise.all([round(), round(), round()]);
  await round();

  expect(await heard(agreementId)).toEqual([`${partner.email} PUBLISHED`, `${second.email} PUBLISHED`].toSorted());
  expect(await api.rows(`select kind, detail from notification where subject_id = $1`, [agreementId])).toEqual(
    [1, 2].map(() => ({ kind: 'AGREEMENT_DUE', detail: 'PUBLISHED' })),
  );
});

test.each([
  { published: '-1 minute', binding: '60 days', stage: 'PUBLISHED' },
  { published: '-40 days', binding: '29 days', stage: 'DAYS_30' },
  { published: '-40 days', binding: '6 days', stage: 'DAYS_7' },
  { published: '-40 days', binding: '-1 minute', stage: 'BINDING' },
  { published: '-1 minute', binding: '30 days', stage: 'PUBLISHED' },
])('published $published and binding in $binding, owners hear $stage', async ({ published, binding, stage }) => {
  const agreementId = await agreement();
  await givenVersionRow(api, agreementId, { published, binding });

  await round();

  expect(await heard(agreementId)).toEqual([`${partner.email} ${stage}`]);
});

test('nobody hears of an accepted, withdrawn or replaced version, nor of old news', async () => {
  const [accepted, gone, replaced, old] = [await agreement(), await agreement(), await agreement(), await agreement()];
  await accept(api, partner.actor, await givenVersionRow(api, accepted, { published: '-1 day', binding: '3 days' }));
  await withdraw(api, api.admin, (await givenVersionRow(api, gone, { published: '-1 day', binding: '3 days' })).id);
  await givenVersionRow(api, replaced, { published: '-2 days', binding: '-1 day' });
  await accept(
    api,
    partner.actor,
    await givenVersionRow(api, replaced, { number: 2, published: '-1 day', binding: '-1 hour' }),
  );
  await givenVersionRow(api, old, { published: '-40 days', binding: '20 days' });

  await round();

  for (const id of [accepted, gone, replaced, old]) expect(await heard(id)).toEqual([]);
});

test('an owner who joined since, and a deactivated partner, hear nothing', async () => {
  const general = await givenAgreement(api, { partnershipTypes: ['TECHNOLOGY'] });
  await givenVersionRow(api, general, { published: '-2 days', binding: '50 days' });
  await givenPartner(api, { partnershipType: 'TECHNOLOGY' });
  const agreementId = await agreement();
  await givenVersionRow(api, agreementId, { published: '-1 day', binding: '50 days' });
  const deactivate = 'mutation ($id: ID!) { updatePartnerAccount(id: $id, input: { isActive: false }) { id } }';
  await api.ask(api.admin, deactivate, { id: partner.resellerId });

  await round();

  expect([...(await heard(general)), ...(await heard(agreementId))]).toEqual([]);
});
