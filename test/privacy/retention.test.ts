import { afterEach, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { withdraw } from '../support/given/callers/applicants.ts';
import { changeStatus, givenSubmission, stored, validInput } from '../support/given/applications.ts';
import { runCommand } from '../support/processes/commands.ts';

const api = useApi({ DATABASE_POOL_SIZE: '3' });

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A worker's first round is at its start. */
async function startWorker(months: string): Promise<void> {
  const worker = await api.startAnother({ WORKER: 'only', RETENTION_MONTHS: months });
  stops.push(() => worker.stop());
}

/** An application that ended some time ago. */
async function givenEnded(
  how: 'REJECTED' | 'WITHDRAWN' | 'APPROVED',
  ago: string,
): Promise<{ id: string; email: string }> {
  const input = validInput({ companyName: 'Old Company', partnershipType: 'REFERRAL' });
  const { id, token } = await givenSubmission(api, input);
  await api.ask(api.admin, `mutation { addPartnerApplicationNote(id: "${id}", note: "Zoë called.") { id } }`);
  if (how === 'WITHDRAWN') await withdraw(api, token);
  else await changeStatus(api, api.admin, { id, status: how, message: 'Dear Zoë.' });
  await api.rows(
    `update partner_application set created_at = created_at - $2::interval, decided_at = decided_at - $2::interval,
      withdrawn_at = withdrawn_at - $2::interval where id = $1`,
    [id, ago],
  );
  return { id, email: input.contactEmail };
}

/** Without emails, which the worker sends meanwhile. */
const contentOf = async (id: string) => [
  await api.rows('select * from partner_application where id = $1', [id]),
  await api.rows('select * from partner_application_note where application_id = $1', [id]),
  await api.rows('select * from partner_application_status_change where application_id = $1', [id]),
];

async function contentOfAll(applications: { id: string }[]): Promise<unknown[]> {
  const contents = [];
  for (const { id } of applications) contents.push(await contentOf(id));
  return contents;
}

const isErased = async (id: string) =>
  (await api.rows('select 1 from partner_application where id = $1 and erased_at is not null', [id])).length === 1;

const commands = {
  counters: () => runCommand('src/applications/counters/counters.command.ts', api.database, 'check'),
  audit: () => runCommand('src/audit/audit.verify.command.ts', api.database.loginUrl),
};

test('rejected and withdrawn applications lose their personal data after the months, and stay in the counters', async () => {
  const rejected = await givenEnded('REJECTED', '24 months 1 day');
  const withdrawn = await givenEnded('WITHDRAWN', '24 months 1 day');
  const kept = [
    await givenEnded('REJECTED', '23 months'),
    await givenEnded('WITHDRAWN', '23 months'),
    await givenEnded('APPROVED', '30 months'),
  ];
  const { id: open } = await givenSubmission(api);
  await api.rows(`update partner_application set created_at = now() - interval '30 months' where id = $1`, [open]);
  const before = await contentOfAll(kept);
  const totals =
    '{ partnerApplicationStatistics { total withdrawn byStatus { status count } byIndustry { industry count } } }';
  const statistics = await api.ask(api.admin, totals);

  await startWorker('24');

  for (const { id, email } of [rejected, withdrawn]) {
    await expect.poll(() => isErased(id), { timeout: 10_000 }).toBe(true);
    const all = JSON.stringify([
      await stored(api, id),
      await api.rows('select * from audit_event where target_id = $1', [id]),
    ]);
    for (const personal of [email, 'Zoë', 'Old Company', '+49', 'bright.example']) expect(all).not.toContain(personal);
  }
  const search = 'query ($search: String) { partnerApplications(filter: { search: $search }) { items { id } } }';
  const found = await api.ask<{ partnerApplications: { items: { id: string }[] } }>(api.admin, search, {
    search: 'Old Company',
  });
  expect(found.data?.partnerApplications.items.map(({ id }) => id).sort()).toEqual(kept.map(({ id }) => id).sort());
  expect(await contentOfAll(kept)).toEqual(before);
  expect(await isErased(open)).toBe(false);
  expect(await api.ask(api.admin, totals)).toEqual(statistics);
  expect(await commands.counters()).toMatchObject({ code: 0 });
  expect(await commands.audit()).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('without personal data') as string,
  });
});

test('the system is the actor of the erasure', async () => {
  const { id } = await givenEnded('REJECTED', '25 months');
  await startWorker('24');
  await expect.poll(() => isErased(id), { timeout: 10_000 }).toBe(true);

  const redactions = await api.rows(
    `select distinct actor_email, actor_role, credential from audit_event where action = 'audit.redacted'`,
  );
  expect(redactions).toEqual([{ actor_email: 'ReachGenie', actor_role: 'SYSTEM', credential: 'job:retention' }]);
});

test('a full round of applications with many audit events ends within the time of a statement', async () => {
  const { id } = await givenEnded('REJECTED', '30 months');
  await api.rows(
    `with copied as (
       insert into partner_application (id, company_name, contact_name, contact_email, contact_mailbox, mailbox_rank, partnership_type,
         company_size, industry, motivation, status, created_at, updated_at, decided_at, version)
       select gen_random_uuid(), 'Copy ' || number, contact_name, number || '@copy.example', number || '@copy.example', mailbox_rank,
         partnership_type, company_size, industry, motivation, status, created_at, updated_at, decided_at, version
       from partner_application as original, generate_series(1, 249) as number where id = $1 returning id)
     insert into audit_event (id, occurred_at, action, actor_email, actor_id, actor_role, credential, target_type, target_id,
       changes, hash)
     select gen_random_uuid(), now(), 'application.status_changed', 'applicant@copy.example', copied.id, 'APPLICANT', 'link',
       'PartnerApplication', copied.id, '{"contactName":{"from":null,"to":"Zoë"}}', ''
     from copied, generate_series(1, 30)`,
    [id],
  );

  await startWorker('24');

  await expect.poll(() => isErased(id), { timeout: 30_000 }).toBe(true);
  expect(await api.rows(`select 1 from audit_event where actor_email = 'applicant@copy.example' limit 1`)).toEqual([]);
  expect(await commands.audit()).toMatchObject({ code: 0 });
  expect(await commands.counters()).toMatchObject({ code: 0 });
}, 60_000);

test('0 months keep everything', async () => {
  const { id } = await givenEnded('REJECTED', '100 years');
  const before = await contentOf(id);
  // Its round follows in the same worker, and shows that this one is over.
  await api.rows(
    `insert into application_receipt (id, company_name, partnership_type, created_at)
     values (gen_random_uuid(), 'Old', 'REFERRAL', now() - interval '3 years')`,
  );

  await startWorker('0');

  await expect.poll(() => api.rows('select 1 from application_receipt'), { timeout: 10_000 }).toEqual([]);
  expect(await contentOf(id)).toEqual(before);
});

test('an application that is reopened meanwhile is left alone', async () => {
  const { id } = await givenEnded('REJECTED', '25 months');
  await changeStatus(api, api.admin, { id, status: 'REVIEWING' });
  const { id: due } = await givenEnded('REJECTED', '25 months');

  await startWorker('24');

  await expect.poll(() => isErased(due), { timeout: 10_000 }).toBe(true);
  expect(await isErased(id)).toBe(false);
});

test('the platform’s role can erase nothing else', async () => {
  const asPlatform = (statement: string) =>
    api.rows(`set role reachgenie_platform; ${statement}; reset role`).then(
      () => 'done',
      async (error: Error) => {
        await api.rows('reset role');
        return error.message;
      },
    );

  for (const call of [
    `select erase_applications('{}', gen_random_uuid(), 'x')`,
    `select redact_audit_events('{}', '{}', gen_random_uuid(), 'x')`,
    `update audit_event set actor_email = 'x'`,
    'delete from partner_application_note',
  ]) {
    expect(await asPlatform(call)).toMatch(/permission denied/);
  }
});
