import { beforeEach, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { givenApplication } from '../support/given/applications.ts';
import { givenPartner } from '../support/given/partners.ts';
import { givenAdmin, type Person } from '../support/given/people.ts';
import { toldTo } from './told.ts';

const api = useApi();
let admin: Person;
beforeEach(async () => void (admin = await givenAdmin(api, 'REVIEW')));

interface Setting {
  kind: string;
  inApp: boolean;
  email: string;
}

const update = (actor: Actor | undefined, settings: Setting[]) =>
  api.ask<{ updateNotificationSettings: { kinds: Setting[] } }>(
    actor,
    `mutation ($settings: [NotificationSettingInput!]!) {
      updateNotificationSettings(settings: $settings) { kinds { kind inApp email } }
    }`,
    { settings },
  );

async function settingsOf(actor: Actor): Promise<Setting[]> {
  const query = '{ notificationSettings { kinds { kind inApp email } } }';
  const { data } = await api.ask<{ notificationSettings: { kinds: Setting[] } }>(actor, query);
  return data?.notificationSettings.kinds ?? [];
}

const assign = async () => {
  const id = await givenApplication(api);
  await api.ask(
    api.admin,
    'mutation ($id: ID!, $to: ID) { assignPartnerApplication(id: $id, assigneeId: $to) { id } }',
    {
      id,
      to: admin.id,
    },
  );
};

test('have a default for each kind that the role can get', async () => {
  const partner = await givenPartner(api);

  expect((await settingsOf(admin.actor)).map(({ kind }) => kind)).toEqual([
    'APPLICATION_ASSIGNED',
    'MENTIONED',
    'APPLICATION_DECIDED',
    'APPLICATION_WITHDRAWN',
    'PARTNER_ASSIGNED',
    'EMAIL_FAILED',
    'COMPANY_CHANGE_REQUESTED',
    'AGREEMENT_ACCEPTED',
    'MEMBER_JOINED',
    'ROLE_CHANGED',
  ]);
  expect(await settingsOf(partner.actor)).toEqual([
    { kind: 'CLIENT_STOPPED', inApp: true, email: 'DAILY' },
    { kind: 'COMPANY_CHANGE_DECIDED', inApp: true, email: 'OFF' },
    { kind: 'AGREEMENT_DUE', inApp: true, email: 'OFF' },
    { kind: 'AGREEMENT_ACCEPTED', inApp: true, email: 'OFF' },
    { kind: 'TIER_PROMOTED', inApp: true, email: 'OFF' },
    { kind: 'TIER_AT_RISK', inApp: true, email: 'OFF' },
    { kind: 'TIER_RECOVERED', inApp: true, email: 'OFF' },
    { kind: 'TIER_DEMOTED', inApp: true, email: 'OFF' },
    { kind: 'MEMBER_JOINED', inApp: true, email: 'DAILY' },
    { kind: 'ROLE_CHANGED', inApp: true, email: 'DAILY' },
  ]);
});

test('change one kind of one user, and can change again', async () => {
  const other = await givenAdmin(api);
  const before = await settingsOf(other.actor);
  const chosen = { kind: 'MENTIONED', inApp: false, email: 'OFF' };
  await update(admin.actor, [{ ...chosen, email: 'DAILY' }]);

  const { data } = await update(admin.actor, [chosen]);

  expect(data?.updateNotificationSettings.kinds).toContainEqual(chosen);
  expect(await settingsOf(admin.actor)).toEqual(data?.updateNotificationSettings.kinds);
  expect(await settingsOf(other.actor)).toEqual(before);
});

test.each([
  { setting: { inApp: false, email: 'OFF' }, stored: [] },
  { setting: { inApp: false, email: 'DAILY' }, stored: [{ in_app: false }] },
  { setting: { inApp: true, email: 'OFF' }, stored: [{ in_app: true }] },
])('$setting decide what is stored', async ({ setting, stored }) => {
  await update(admin.actor, [{ kind: 'APPLICATION_ASSIGNED', ...setting }]);

  await assign();

  expect(await api.rows('select in_app from notification where user_id = $1', [admin.id])).toEqual(stored);
  expect(await toldTo(api, admin.actor)).toHaveLength(setting.inApp ? 1 : 0);
});

test('name a kind once', async () => {
  const setting = { kind: 'MENTIONED', inApp: true, email: 'OFF' };
  const before = await settingsOf(admin.actor);

  const { errors } = await update(admin.actor, [setting, { ...setting, email: 'DAILY' }]);

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'settings' }] } }]);
  expect(await settingsOf(admin.actor)).toEqual(before);
});
