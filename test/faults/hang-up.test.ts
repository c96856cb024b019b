import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenApplication } from '../support/given/applications.ts';
import { exportLink } from '../support/given/exports.ts';
import { waitingFor } from '../support/locks.ts';
import { makeKnown, newVersion } from '../support/oracles/two.ways.ts';
import { whileChanged } from '../support/database.changes.ts';

const api = useApi();

/** Sends a request without its last bytes. Returns both ends of its connection. */
async function send(start: string, body = '', missing = 0): Promise<{ client: Socket; server: Socket }> {
  const begun = once(api.app.server?.server ?? process, 'request');
  const client = connect(Number(new URL(api.url).port), '127.0.0.1');
  const headers = [
    'Host: x',
    'Content-Type: application/json',
    `Content-Length: ${body.length + missing}`,
    `Authorization: Bearer ${api.admin.accessToken}`,
  ];
  client.write(`${start} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n${body}`);
  const [{ socket }] = (await begun) as [IncomingMessage];
  return { client, server: socket };
}

async function hangUp({ client, server }: { client: Socket; server: Socket }): Promise<void> {
  const noticed = new Promise((resolve) => server.once('close', resolve));
  client.destroy();
  await noticed;
}

/** The lines of requests since then. Lines of later requests follow them. */
async function linesSince(before: number): Promise<Record<string, unknown>[]> {
  await api.ask(undefined, 'query After { __typename }');
  const lines = () => api.logs.slice(before).filter(({ msg }) => msg === 'request');
  await expect.poll(() => lines().at(-1)?.['operation']).toBe('After');
  return lines().slice(0, -1);
}

const aborted = (more: object) => ({
  level: 30,
  time: expect.any(Number),
  pid: expect.any(Number),
  hostname: expect.any(String),
  msg: 'request',
  requestId: expect.any(String),
  method: 'POST',
  aborted: true,
  address: '127.0.0.1',
  durationMs: expect.any(Number),
  ...more,
});

const CHANGE = 'mutation Change($id: ID!) { updatePartnerApplicationStatus(id: $id, status: REVIEWING) { id } }';

test.each([
  ['a new', newVersion(CHANGE)],
  ['a known', CHANGE],
])('a disconnect before the response of %s document logs one line when the work is done', async (_, query) => {
  const id = await givenApplication(api);
  await makeKnown(api, CHANGE);
  await linesSince(api.logs.length); // of the request before
  const before = api.logs.length;

  await whileChanged(api, { change: 'begin', back: 'commit' }, async () => {
    await api.rows('select 1 from partner_application where id = $1 for update', [id]);
    const request = await send('POST /graphql', JSON.stringify({ query, variables: { id } }));
    await expect.poll(() => waitingFor(api)).toBe(1);
    await hangUp(request);
    expect(api.logs.slice(before)).toEqual([]);
  });

  const status = () => api.rows('select status from partner_application where id = $1', [id]);
  await expect.poll(status).toEqual([{ status: 'REVIEWING' }]);
  expect(await linesSince(before)).toEqual([
    aborted({ path: '/graphql', operation: 'Change', role: 'ADMIN', outcome: 'ok' }),
  ]);
});

test('a read whose client disconnects ends, and PostgreSQL stops it', async () => {
  const query = '{ partnerApplications(limit: 5) { items { id status } } }';
  await makeKnown(api, query);
  await linesSince(api.logs.length);
  const before = api.logs.length;

  await whileChanged(api, { change: 'begin', back: 'rollback' }, async () => {
    await api.rows('lock table partner_application in access exclusive mode');
    const request = await send('POST /graphql', JSON.stringify({ query }));
    await expect.poll(() => waitingFor(api)).toBe(1);
    await hangUp(request);
    await expect.poll(() => waitingFor(api), { timeout: 4_000 }).toBe(0);
  });

  expect(await linesSince(before)).toEqual([
    aborted({ path: '/graphql', operation: null, role: 'ADMIN', outcome: 'UNAVAILABLE' }),
  ]);
});

test('an export whose client disconnects ends, and PostgreSQL stops it', async () => {
  const { pathname, search } = new URL(await exportLink(api, {}));

  await whileChanged(api, { change: 'begin', back: 'rollback' }, async () => {
    await api.rows('lock table partner_application in access exclusive mode');
    const request = await send(`GET ${pathname}${search}`);
    await expect.poll(() => waitingFor(api)).toBe(1);
    await hangUp(request);
    await expect.poll(() => waitingFor(api), { timeout: 4_000 }).toBe(0);
  });
});

test('a disconnect before the end of the request logs one line', async () => {
  const before = api.logs.length;

  await hangUp(await send('POST /graphql', '{"query":', 100));

  expect(await linesSince(before)).toEqual([aborted({ path: '/graphql' })]);
});

test('a disconnect in the middle of the response logs one line', async () => {
  await api.rows(`insert into partner_application (id, company_name, contact_name, contact_email, partnership_type,
      company_size, industry, motivation, target_market, created_at, updated_at)
    select gen_random_uuid(), 'Many', 'M', 'many-' || n || '@many.example', 'RESELLER', '1-10', 'Many',
      repeat('m', 5000), repeat('t', 5000), now(), now() from generate_series(1, 2000) as n`);
  const { pathname, search } = new URL(await exportLink(api, {}));
  const before = api.logs.length;

  const request = await send(`GET ${pathname}${search}`);
  await once(request.client, 'data');
  await hangUp(request);

  expect(await linesSince(before)).toEqual([aborted({ path: pathname, method: 'GET' })]);
});
