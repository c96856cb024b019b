import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Language } from '../../src/core/text/language.ts';
import { renderEmail } from '../../src/email/email.renderer.ts';
import { emailTemplates } from '../../src/worker.ts';
import { useApi } from '../support/api.ts';
import { givenNotification } from '../support/given/notifications.ts';
import { givenPartner } from '../support/given/partners.ts';
import { givenAdmin, givenMember, type Person } from '../support/given/people.ts';
import { SITE } from '../support/mail.ts';

const api = useApi();
let admin: Person;

beforeEach(async () => {
  admin = await givenAdmin(api, 'REVIEW');
  await api.rows('delete from notification');
  await api.rows(`delete from email_message where template = 'notification.summary'`);
});

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const ACTOR_ID = uuid();

interface Given {
  kind?: string;
  /** A time in SQL. */
  at: string;
  read?: boolean;
}

const given = ({ kind = 'MENTIONED', at, read = false }: Given, { id } = admin) =>
  api.rows(
    `insert into notification (id, user_id, reseller_id, kind, actor_id, actor_name, subject_id, subject_name, detail, in_app,
       created_at, read_at)
     select gen_random_uuid(), id, reseller_id, $2, $4, 'Ada Winter', gen_random_uuid(), 'Octavo Media', 'Look at this.', true,
       ${at}, case when $3 then now() end from user_account where id = $1`,
    [id, kind, read, ACTOR_ID],
  );

/** A worker's first round is at its start. Its hourly tasks follow, and show that it is over. */
async function round({ email } = admin): Promise<{ language: string; data: { told: { kind: string }[] } }[]> {
  const old = `insert into notification (id, user_id, kind, in_app, created_at)
    values (gen_random_uuid(), $1, 'MENTIONED', true, now() - interval '91 days')`;
  await api.rows(old, [admin.id]);
  const workers = await Promise.all([1, 2].map(() => api.startAnother({ WORKER: 'only', DATABASE_POOL_SIZE: '3' })));
  for (const worker of workers) await worker.stop();
  const rows = await api.rows(
    `select language, data from email_message where template = 'notification.summary' and recipient = $1`,
    [email],
  );
  return rows as never;
}

const kindsOf = (emails: Awaited<ReturnType<typeof round>>) =>
  emails.flatMap(({ data }) => data.told.map(({ kind }) => kind));

const MORNING = (zone: string) =>
  `((date_trunc('day', now() at time zone '${zone}' - interval '8 hours') + interval '8 hours') at time zone '${zone}')`;

describe('an email', () => {
  test('has all that is unread after two minutes, once, although two workers run', async () => {
    await given({ at: `now() - interval '3 minutes'` });
    await given({ at: `now() - interval '4 minutes'` });
    await given({ at: `now() - interval '1 minute'` });
    await given({ at: `now() - interval '3 minutes'`, read: true });
    await given({ at: `now() - interval '3 days'` });

    expect(await round()).toMatchObject([{ language: 'EN', data: { told: [{}, {}] } }]);
    expect(await round()).toHaveLength(1);
  });

  test.each(['UTC', 'Pacific/Auckland', 'America/Los_Angeles'])('has yesterday’s news at 8:00 in %s', async (zone) => {
    await api.rows(`update user_account set time_zone = $1, language = 'DE' where id = $2`, [zone, admin.id]);
    await given({ kind: 'APPLICATION_ASSIGNED', at: `${MORNING(zone)} - interval '1 second'` });
    await given({ kind: 'APPLICATION_DECIDED', at: `${MORNING(zone)} + interval '1 second'` });

    expect(await round()).toMatchObject([{ language: 'DE', data: { told: [{ kind: 'APPLICATION_ASSIGNED' }] } }]);
  });

  test('does not go to users of a deactivated partner', async () => {
    const { resellerId, ownerId } = await givenPartner(api);
    await api.rows(
      `insert into notification_setting (user_id, reseller_id, kind, in_app, email) values ($1, $2, 'ROLE_CHANGED', true, 'SOON')`,
      [ownerId, resellerId],
    );
    const id = await givenNotification(api, { resellerId, ownerId }, 'ROLE_CHANGED');
    await api.rows(`update notification set created_at = now() - interval '3 minutes' where id = $1`, [id]);
    const deactivate = 'mutation ($id: ID!) { updatePartnerAccount(id: $id, input: { isActive: false }) { id } }';
    await api.ask(api.admin, deactivate, { id: resellerId });

    await round();

    expect(await api.rows('select emailed_at from notification where id = $1', [id])).toEqual([{ emailed_at: null }]);
  });

  test.each([
    { before: 'REVIEW', after: 'FINANCE', lost: ['MENTIONED', 'APPLICATION_ASSIGNED', 'EMAIL_FAILED'] },
    { before: 'ALL', after: 'REVIEW', lost: ['MEMBER_JOINED'] },
  ])('leaves out what an admin with $before can no longer get with $after', async ({ before, after, lost }) => {
    const demoted = await givenAdmin(api, before);
    for (const kind of [...lost, 'ROLE_CHANGED']) await given({ kind, at: `now() - interval '25 hours'` }, demoted);
    const change = 'mutation ($id: ID!, $roles: [AdminRole!]!) { changeAdminRoles(id: $id, roles: $roles) { id } }';
    expect((await api.ask(api.admin, change, { id: demoted.id, roles: [after] })).errors).toBeUndefined();

    expect(kindsOf(await round(demoted))).toEqual(['ROLE_CHANGED']);
  });

  test('leaves out what a member can no longer get, who was an owner', async () => {
    const partner = await givenPartner(api);
    const demoted = await givenMember(api, partner, 'OWNER');
    for (const kind of ['MEMBER_JOINED', 'CLIENT_STOPPED', 'ROLE_CHANGED']) {
      await given({ kind, at: `now() - interval '25 hours'` }, demoted);
    }
    const change = 'mutation ($id: ID!) { changeMemberRole(id: $id, role: BILLING) { id } }';
    expect((await api.ask(partner.actor, change, { id: demoted.id })).errors).toBeUndefined();

    expect(kindsOf(await round(demoted))).toEqual(['ROLE_CHANGED']);
  });

  test('does not go to a removed user', async () => {
    const removed = await givenAdmin(api, 'REVIEW');
    await given({ at: `now() - interval '3 minutes'` }, removed);
    await api.ask(api.admin, 'mutation ($id: ID!) { deactivateAdmin(id: $id) }', { id: removed.id });

    expect(await round(removed)).toEqual([]);
  });

  test('follows the setting', async () => {
    await api.rows(
      `insert into notification_setting (user_id, kind, in_app, email) values ($1, 'MENTIONED', true, 'OFF')`,
      [admin.id],
    );
    await given({ at: `now() - interval '1 day'` });

    expect(await round()).toEqual([]);
  });
});

test('a summary is found by who acted, and ends two days after it was sent', async () => {
  const old = async (status: string, template = 'notification.summary') =>
    api.rows(
      `insert into email_message (id, recipient, template, data, status, tries, created_at)
       values (gen_random_uuid(), 'old@acme.example', $1, '{}', $2, 1, now() - interval '49 hours')`,
      [template, status],
    );
  for (const status of ['SENT', 'FAILED', 'HELD_BACK']) await old(status);
  await old('SENT', 'application.received');
  await given({ at: `now() - interval '3 minutes'` });

  const [{ data } = { data: {} }] = await round();
  await round();

  expect(data).toMatchObject({ told: [{ actorId: ACTOR_ID }] });
  expect(await api.rows(`select template from email_message where recipient = 'old@acme.example'`)).toEqual([
    { template: 'application.received' },
  ]);
  expect(await round()).toHaveLength(1);
});

test('old notifications are deleted', async () => {
  await round();

  const old = () => api.rows(`select 1 from notification where created_at < now() - interval '90 days'`);
  expect(await old()).toEqual([]);
});

test.each([
  {
    language: Language.EN,
    subject: 'Ada Winter mentioned you in a note on Octavo Media',
    several: '2 new notifications',
  },
  {
    language: Language.DE,
    subject: 'Ada Winter hat Sie in einer Notiz zu Octavo Media erwähnt',
    several: '2 neue Benachrichtigungen',
  },
])('the summary is in the language $language', async ({ language, subject, several }) => {
  const told = { kind: 'MENTIONED', actorName: 'Ada Winter', subjectId: '1', subjectName: 'Octavo Media' };
  const mention = { ...told, resellerId: null, detail: '<script>Look</script>' };
  const render = (all: object[]) =>
    renderEmail(emailTemplates, { template: 'notification.summary', data: { told: all }, language }, SITE);

  const { html, ...one } = await render([mention]);

  expect(one.subject).toBe(subject);
  expect(one.text).toContain('<script>Look</script>');
  expect(html).toContain('href="https://partners.example/admin/applications/1"');
  expect(html).not.toContain('<script>');
  expect((await render([mention, { ...mention, kind: 'EMAIL_FAILED' }])).subject).toBe(several);
});
