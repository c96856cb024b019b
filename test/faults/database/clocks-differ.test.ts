import { afterEach, expect, test, vi } from 'vitest';
import { ADMIN, postTo, signIn, useApi, type Actor, type Answer, type Api } from '../../support/api.ts';
import { whileChanged } from '../../support/database.changes.ts';
import { givenKey, revokeKey } from '../../support/given/api-keys.ts';
import { withdraw } from '../../support/given/callers/applicants.ts';
import { changeStatus, givenApplication, givenSubmission, validInput } from '../../support/given/applications.ts';
import { exchange, givenAccess, revoke } from '../../support/given/callers/client-access.ts';
import { givenClient, update } from '../../support/given/client-accounts.ts';
import { exportLink } from '../../support/given/exports.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { givenMember } from '../../support/given/people.ts';

const api = useApi();
const MESSAGE = 'the clocks of this process and of PostgreSQL differ';

/** Compares the clocks of PostgreSQL and of this process, which all its apps share. */
const compare = async () => (await api.startAnother()).stop();

async function rightClocks(): Promise<void> {
  vi.useRealTimers();
  await compare();
}

afterEach(rightClocks);

/** Lines about clocks of a process that starts while PostgreSQL's clock is ahead by an interval. */
async function linesOfStart(ahead: string): Promise<unknown[]> {
  const before = api.logs.length;
  const [{ name } = {}] = await api.rows('select quote_ident(current_database()) as name');
  const path = `alter role reachgenie_login in database ${String(name)}`;
  const change = `create schema moved; grant usage on schema moved to public;
    create function moved.clock_timestamp() returns timestamptz language sql
      as $$ select pg_catalog.clock_timestamp() + interval '${ahead}' $$;
    ${path} set search_path = moved, pg_catalog, public`;
  await whileChanged(api, { change, back: `${path} reset search_path; drop schema moved cascade` }, compare);
  return api.logs.slice(before).filter(({ msg }) => msg === MESSAGE);
}

test('a process whose clock is more than 5 seconds off logs a warning when it starts', async () => {
  expect(await linesOfStart('0 seconds')).toEqual([]);
  expect(await linesOfStart('1 hour')).toMatchObject([{ level: 40, differenceMs: expect.closeTo(-3_600_000, -5) }]);
  expect(await linesOfStart('-1 minute')).toMatchObject([{ level: 40, differenceMs: expect.closeTo(60_000, -5) }]);
});

/** Stores a time in as many columns as possible. Returns the actor of a new sign-in. */
async function storeTimes(there: Api): Promise<Actor> {
  const { actor } = await givenPartner(there);
  const contact = { contactEmail: validInput().contactEmail };
  const open = await givenSubmission(there, contact);
  const receipt = await givenSubmission(there, contact);
  for (const { token } of [receipt, open]) await withdraw(there, token);
  const rejected = await givenApplication(there);
  await changeStatus(there, there.admin, { id: rejected, status: 'REJECTED' });
  await there.ask(there.admin, 'mutation ($id: ID!) { addPartnerApplicationNote(id: $id, note: "Hm") { id } }', {
    id: rejected,
  });
  await exportLink(there, {});
  await givenMember(there, { actor });
  const { apiKey } = await givenKey(there, actor);
  await revokeKey(there, actor, apiKey.id);
  const { id } = await givenClient(there, actor);
  await update(there, actor, { id, input: { contactName: 'Another' } });
  const access = await givenAccess(there, actor, id);
  await exchange(there, access.accessToken);
  await revoke(there, actor, access.sessionId);
  return signIn(there, ADMIN);
}

/** All times of all tables, in hours from now. */
async function storedTimes(): Promise<Record<string, unknown>[]> {
  const columns = await api.rows(`select table_name as table, column_name as name from information_schema.columns
    where table_schema = 'public' and data_type like 'timestamp%' and table_name <> 'mikro_orm_migrations'`);
  const selects = columns.map(
    ({ table, name }) => `select '${String(table)}.${String(name)}' as place,
      round(extract(epoch from ${String(name)} - now()) / 3600)::int as hours from ${String(table)}`,
  );
  return api.rows(`select distinct place, hours from (${selects.join(' union all ')}) as times
    where hours is not null order by place, hours`);
}

test.each([3, -3])('all times of a process whose clock is %i hours off are those of PostgreSQL', async (hours) => {
  await storeTimes(api);
  const usual = await storedTimes();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hours * 3_600_000, shouldAdvanceTime: true });

  const app = await api.startAnother();
  const url = app.url ?? '';
  const post: Api['post'] = (body, headers) => postTo(url, body, headers);
  const ask = async <Data>(actor: Actor | undefined, query: string, variables?: object) => {
    const response = await post({ query, variables }, actor && { authorization: `Bearer ${actor.accessToken}` });
    return (await response.json()) as Answer<Data>;
  };
  const actor = await storeTimes({ ...api, url, post, ask });

  await app.stop();
  await rightClocks();
  expect(await storedTimes()).toEqual(usual);
  expect((await api.ask(actor, '{ viewer { id } }')).errors).toBeUndefined();
});
