import { expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { whileChanged } from '../../support/database.changes.ts';

const api = useApi();
const MESSAGE = 'the clocks of this process and of PostgreSQL differ';

/** Lines about clocks of a process that starts while PostgreSQL's clock is ahead by an interval. */
async function linesOfStart(ahead: string): Promise<unknown[]> {
  const before = api.logs.length;
  const [{ name } = {}] = await api.rows('select quote_ident(current_database()) as name');
  const path = `alter role reachgenie_login in database ${String(name)}`;
  const change = `create schema moved; grant usage on schema moved to public;
    create function moved.clock_timestamp() returns timestamptz language sql
      as $$ select pg_catalog.clock_timestamp() + interval '${ahead}' $$;
    ${path} set search_path = moved, pg_catalog, public`;
  await whileChanged(api, { change, back: `${path} reset search_path; drop schema moved cascade` }, async () => {
    const app = await api.startAnother();
    await app.stop(); // waits for the comparison
  });
  return api.logs.slice(before).filter(({ msg }) => msg === MESSAGE);
}

test('a process whose clock is more than 5 seconds off logs a warning when it starts', async () => {
  expect(await linesOfStart('0 seconds')).toEqual([]);
  expect(await linesOfStart('1 hour')).toMatchObject([{ level: 40, differenceMs: expect.closeTo(-3_600_000, -5) }]);
  expect(await linesOfStart('-1 minute')).toMatchObject([{ level: 40, differenceMs: expect.closeTo(60_000, -5) }]);
});
