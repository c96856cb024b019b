import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicationEmails } from '../../src/applications/application.emails.tsx';
import { companyEmails } from '../../src/company/company.emails.tsx';
import { DEMO_LOGINS, fillWithDemoData } from '../../src/dev/demo/demo.data.ts';
import { withdrawalEmails } from '../../src/applications/applicant/withdrawal.emails.tsx';
import { renderEmail } from '../../src/email/email.renderer.ts';
import { registerTemplates } from '../../src/email/email.template.ts';
import { identityEmails } from '../../src/identity/invitations/identity.emails.tsx';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';

const silent = pino({ level: 'silent' });

const TABLES = [
  'user_account',
  'partner_application',
  'partner_application_status_change',
  'partner_application_note',
  'email_message',
  'partner_account',
  'client_account',
  'audit_event',
];

async function contents({ rows }: TestDatabase): Promise<unknown[]> {
  const found = [];
  for (const table of TABLES) found.push(await rows(`select * from ${table} order by id`));
  return found;
}

describe('an empty database', () => {
  let database: TestDatabase;
  let logins: Awaited<ReturnType<typeof fillWithDemoData>>;

  beforeAll(async () => {
    database = await cloneDatabase();
    logins = await fillWithDemoData(database.ownerUrl, silent);
  });
  afterAll(() => database.close());

  /** Rows that must not exist. There are applications, so the query could find some. */
  const violations = (condition: string) => database.rows(`select a.* from partner_application a where ${condition}`);

  test('gets the users whose logins are shown', async () => {
    expect(logins).toEqual(DEMO_LOGINS);
  });

  test('gets nine months of applications, in growing numbers and in working hours', async () => {
    const [found] = await database.rows(`
      select count(*)::int as applications, min(created_at) > now() - interval '10 months' as starts,
        max(created_at) > now() - interval '4 days' as goes_on, max(created_at) <= now() as no_future,
        count(*) filter (where created_at > now() - interval '3 months')
          > 2 * count(*) filter (where created_at < now() - interval '6 months') as grows,
        count(*) filter (where extract(hour from created_at) between 6 and 17)::int as in_working_hours,
        count(distinct status)::int as statuses, count(distinct partnership_type)::int as types,
        count(distinct company_size)::int as sizes, count(distinct industry) > 10 as industries
      from partner_application`);

    expect(found).toEqual({
      applications: 400,
      starts: true,
      goes_on: true,
      no_future: true,
      grows: true,
      in_working_hours: 400,
      statuses: 4,
      types: 3,
      sizes: 5,
      industries: true,
    });
  });

  test('gets statuses that match the history', async () => {
    const history = `partner_application_status_change h where h.application_id = a.id`;
    const last = `(select "to" from ${history} order by changed_at desc limit 1)`;

    expect(await violations(`status <> coalesce(${last}, 'PENDING')`)).toEqual([]);
    const assignments = `(assignee_id is not null)::int`;
    expect(await violations(`version <> 1 + (select count(*) from ${history}) + ${assignments}`)).toEqual([]);
    expect(await violations(`status = 'REVIEWING' and assignee_id is null`)).toEqual([]);
    expect(await violations(`updated_at <> coalesce((select max(changed_at) from ${history}), created_at)`)).toEqual(
      [],
    );
    expect(await violations(`coalesce(decided_at, withdrawn_at) <> updated_at`)).toEqual([]);
    const isWithdrawal = `(select withdrawn from ${history} order by changed_at desc limit 1)`;
    expect(await violations(`(withdrawn_at is not null) is distinct from coalesce(${isWithdrawal}, false)`)).toEqual(
      [],
    );
    expect(
      await violations(`exists (select from ${history} and changed_at not between a.created_at and now())`),
    ).toEqual([]);
  });

  test('gets withdrawals by the contacts, each in the audit log', async () => {
    const withdrawals = await database.rows(`
      select changed_by = contact_name as by_contact, event.actor_role, event.credential
      from partner_application_status_change step join partner_application application on application.id = application_id
      left join audit_event event on event.target_id = application_id and action = 'application.withdrawn' and occurred_at = changed_at
      where step.withdrawn`);

    expect(withdrawals.length).toBeGreaterThan(10);
    for (const each of withdrawals) {
      expect(each).toEqual({ by_contact: true, actor_role: 'APPLICANT', credential: 'link' });
    }
  });

  test('gets a history with only allowed status changes', async () => {
    const steps = await database.rows(`
      select distinct coalesce(lag("to") over steps, 'PENDING') = "from" as connected, "from" || ' to ' || "to" as step
      from partner_application_status_change window steps as (partition by application_id order by changed_at)`);

    expect(steps.filter(({ connected }) => !connected)).toEqual([]);
    expect(steps.map(({ step }) => step).toSorted()).toEqual([
      'PENDING to APPROVED',
      'PENDING to REJECTED',
      'PENDING to REVIEWING',
      'REJECTED to REVIEWING',
      'REVIEWING to APPROVED',
      'REVIEWING to PENDING',
      'REVIEWING to REJECTED',
    ]);
  });

  test('gets notes by admins on about a third of the applications', async () => {
    const [found] = await database.rows(`
      select count(distinct application_id)::int as annotated,
        bool_and(author_name in (select name from user_account)) as by_admins,
        bool_and(note.created_at between application.created_at and now()) as in_time
      from partner_application_note note join partner_application application on application.id = application_id`);

    expect(found).toMatchObject({ by_admins: true, in_time: true });
    expect(found?.['annotated']).toBeGreaterThan(100);
    expect(found?.['annotated']).toBeLessThan(170);
  });

  test('gets every email that the applications cause, nearly all of them sent', async () => {
    const mails = (template: string) =>
      `(select count(*) from email_message where application_id = a.id and template = '${template}')`;
    const states = await database.rows(`
      select status, count(*)::int as mails, bool_and((sent_at is null) = (status = 'FAILED')) as sent_where_so,
        bool_and((last_error is not null) = (status = 'FAILED')) as explained
      from email_message group by status order by status`);

    expect(await violations(`${mails('application.received')} <> 1 or ${mails('application.submitted')} <> 1`)).toEqual(
      [],
    );
    const steps = (condition: string) =>
      `(select count(*) from partner_application_status_change h where h.application_id = a.id and ${condition})`;
    expect(await violations(`${mails('application.status_changed')} <> ${steps('not withdrawn')}`)).toEqual([]);
    for (const template of ['application.withdrawn', 'application.withdrawal_noticed']) {
      expect(await violations(`${mails(template)} <> ${steps('withdrawn')}`)).toEqual([]);
    }
    expect(states.map(({ status }) => status)).toEqual(['FAILED', 'SENT']);
    expect(states).toEqual([
      expect.objectContaining({ sent_where_so: true, explained: true }),
      expect.objectContaining({ sent_where_so: true, explained: true }),
    ]);
    expect(states[0]?.['mails']).toBeGreaterThanOrEqual(2);
    expect(states[0]?.['mails']).toBeLessThan(8);
  });

  test('gets emails that can be rendered', async () => {
    const templates = registerTemplates(applicationEmails, withdrawalEmails, identityEmails, companyEmails);
    const site = { publicUrl: 'http://localhost:4000', linkSecret: (_purpose: string, tokenId: string) => tokenId };
    const mails = await database.rows(
      'select distinct on (template) template, data from email_message order by template',
    );

    const rendered = await Promise.all(
      mails.map((mail) =>
        renderEmail(templates, { template: String(mail['template']), data: Object(mail['data']) }, site),
      ),
    );

    expect(rendered).toHaveLength(7);
    for (const { subject, text } of rendered) expect(`${subject} ${text}`).not.toMatch(/undefined|null/);
  });

  test('is filled once: a second call changes nothing, and returns the same logins', async () => {
    const before = await contents(database);

    const again = await fillWithDemoData(database.ownerUrl, silent);

    expect(again).toEqual(logins);
    expect(await contents(database)).toEqual(before);
  });
});

test('only one of two concurrent processes fills an empty database', async () => {
  const database = await cloneDatabase();

  const both = await Promise.all([1, 2].map(() => fillWithDemoData(database.ownerUrl, silent)));

  expect(both[0]).toEqual(both[1]);
  expect(await database.rows(`select count(*)::int as admins from user_account where role = 'ADMIN'`)).toEqual([
    { admins: 5 },
  ]);
  await database.close();
});

test('a database with a user stays as it is, and no logins are shown for missing admins', async () => {
  const database = await cloneDatabase();
  await database.rows(`insert into user_account (id, email, name, role, admin_roles, created_at, updated_at)
    values (gen_random_uuid(), 'somebody@reachgenie.example', 'Somebody', 'ADMIN', '{ALL}', now(), now())`);
  const before = await contents(database);

  const logins = await fillWithDemoData(database.ownerUrl, silent);

  expect(logins).toEqual([]);
  expect(await contents(database)).toEqual(before);
  await database.close();
});
