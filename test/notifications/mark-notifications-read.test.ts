import { v7 as uuid } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { givenNotification } from '../support/given/notifications.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenMember } from '../support/given/people.ts';
import { toldTo, unreadOf } from './told.ts';

const api = useApi();
let partner: Partner;
beforeEach(async () => void (partner = await givenPartner(api)));

const mark = (actor: Actor | undefined, variables: { ids?: string[]; until?: string }) =>
  api.ask<{ markNotificationsRead: number }>(
    actor,
    'mutation ($ids: [ID!], $until: DateTime) { markNotificationsRead(ids: $ids, until: $until) }',
    variables,
  );

const stored = () => api.rows('select * from notification order by id');

test('marks some, says how many are left, and keeps the time of the first reading', async () => {
  const ids = [await givenNotification(api, partner), await givenNotification(api, partner)];
  await givenNotification(api, partner);

  const first = await mark(partner.actor, { ids });
  const [before] = await api.rows('select read_at from notification where id = $1', [ids[0]]);
  const again = await mark(partner.actor, { ids });

  expect([first.data, again.data]).toEqual([{ markNotificationsRead: 1 }, { markNotificationsRead: 1 }]);
  expect(await api.rows('select read_at from notification where id = $1', [ids[0]])).toEqual([before]);
  expect(await unreadOf(api, partner.actor)).toBe(1);
  expect((await toldTo(api, partner.actor, false)).map(({ id }) => id).sort()).toEqual(ids.sort());
});

test('marks all up to a moment, and none of later', async () => {
  await givenNotification(api, partner);
  await givenNotification(api, partner);
  const [newest] = await toldTo(api, partner.actor);
  await api.rows(`update notification set created_at = created_at + interval '1 second' where id = $1`, [
    await givenNotification(api, partner),
  ]);

  const { data } = await mark(partner.actor, { until: newest?.createdAt ?? '' });

  expect(data).toEqual({ markNotificationsRead: 1 });
});

test('leaves unread what only an email tells', async () => {
  await givenNotification(api, partner);
  const id = await givenNotification(api, partner);
  await api.rows('update notification set in_app = false where id = $1', [id]);

  await mark(partner.actor, { until: '2099-01-01T00:00:00.000Z' });

  const unread = 'select id from notification where user_id = $1 and read_at is null';
  expect(await api.rows(unread, [partner.ownerId])).toEqual([{ id }]);
});

test('counts no further than 100', async () => {
  for (let row = 0; row < 101; row++) await givenNotification(api, partner);

  expect(await unreadOf(api, partner.actor)).toBe(100);
  expect((await mark(partner.actor, { until: '2020-01-01T00:00:00.000Z' })).data).toEqual({
    markNotificationsRead: 100,
  });
});

test('another member’s notification is not found, and none is marked', async () => {
  const member = await givenMember(api, partner);
  const own = await givenNotification(api, { ...partner, ownerId: member.id });
  const before = await stored();

  for (const ids of [
    [own, await givenNotification(api, partner)],
    [own, uuid()],
    [own, 'no-uuid'],
  ]) {
    await api.rows('update notification set read_at = null');
    const { errors } = await mark(member.actor, { ids });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  }

  expect((await stored()).filter(({ read_at: readAt }) => readAt !== null)).toEqual([]);
  expect(before.length).toBeGreaterThan(0);
});

test.each([{}, { ids: [] }])('refuses %o', async (variables) => {
  const { errors } = await mark(partner.actor, variables);

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'ids' }] } }]);
});
