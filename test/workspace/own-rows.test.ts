import { beforeAll, describe, expect, test } from 'vitest';
import { asPlatformFor, forkFor } from '../../src/core/database/tenancy.ts';
import { useApi } from '../support/api.ts';
import { callerOf, givenPartner, type Partner } from '../support/given/partners.ts';
import { givenMember, type Person } from '../support/given/people.ts';
import { givenView, saveDraft, setState } from '../support/given/workspaces.ts';

const api = useApi();
let reseller: Partner;
let member: Person;

beforeAll(async () => {
  reseller = await givenPartner(api);
  member = await givenMember(api, reseller);
  for (const actor of [reseller.actor, member.actor, api.admin]) {
    await givenView(api, actor);
    await saveDraft(api, actor, { key: 'k', text: 'Text' });
    await setState(api, actor, { key: 'TOUR', value: '{}' });
  }
});

/** The entity manager of the product for this user, as the role of partners and as the platform. */
const managersOf = (actor: Partner['actor']) => {
  const caller = callerOf(api, { actor });
  return [forkFor(api.app.orm, caller), asPlatformFor({ em: api.app.orm.em, caller })];
};

describe.each(['saved_view', 'interface_state', 'draft'])(
  'PostgreSQL itself keeps rows of %s from other users',
  (table) => {
    test('who reads without a condition', async () => {
      for (const [actor, userId] of [
        [reseller.actor, reseller.ownerId],
        [member.actor, member.id],
      ] as const) {
        for (const em of managersOf(actor)) {
          const seen = await em.execute(`select distinct user_id from ${table}`);
          expect(seen).toEqual([{ user_id: userId }]);
        }
      }
    });

    test('who deletes or takes all', async () => {
      const others = () => api.rows(`select * from ${table} where user_id <> $1 order by user_id`, [member.id]);
      const before = await others();
      const [, platform] = managersOf(member.actor);

      await platform?.execute(`update ${table} set updated_at = now()`);
      await platform?.execute(`delete from ${table}`);

      expect(await others()).toEqual(before);
      expect(await api.rows(`select 1 from ${table} where user_id = $1`, [member.id])).toEqual([]);
    });
  },
);

test('a shared view can be read by colleagues, and not be changed', async () => {
  const { id } = await givenView(api, reseller.actor, { isShared: true });
  const [tenant, platform] = managersOf(member.actor);

  expect(await tenant?.execute('select id from saved_view')).toEqual([{ id }]);
  await expect(platform?.execute(`update saved_view set name = 'Taken'`)).rejects.toThrow('row-level security');
  await platform?.execute('delete from saved_view');

  expect(await api.rows('select name from saved_view where id = $1', [id])).toEqual([{ name: 'Mine' }]);
});
