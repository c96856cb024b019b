import { afterEach, describe, expect, test } from 'vitest';
import type { App } from '../../../src/app.ts';
import { useApi } from '../../support/api.ts';
import { whileChanged } from '../../support/database.changes.ts';
import { exportLink } from '../../support/given/exports.ts';
import { givenApplication } from '../../support/given/applications.ts';
import { hasProxy, startProxy, type ProxyKind, type ProxyProcess } from '../../support/proxies/proxy.program.ts';

const api = useApi({ LOG_LEVEL: 'trace', DATABASE_POOL_SIZE: '3' });

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function givenLink(): Promise<{ path: string; token: string }> {
  const { pathname, search, searchParams } = new URL(await exportLink(api, {}));
  return { path: pathname + search, token: searchParams.get('token') ?? '' };
}

test('J20: logs and errors of the process have no token of a link, however its download ends', async () => {
  await givenApplication(api);
  const { path, token } = await givenLink();
  const logged = () => api.logs.filter((line) => line['path'] === '/exports/applications');

  const statuses: number[] = [];
  const errors: string[] = [];
  for (const url of [
    path,
    `${path}x`,
    `${path}&token=${token}`,
    `${path}%`,
    `/exports%2Fapplications?token=${token}`,
    `/exports/%zz?token=${token}`,
    `/exports/${token}%zz`,
    `/api/partner/clients?token=${token}`,
    `/api/nothing?token=${token}`,
  ]) {
    const response = await fetch(api.url + url);
    statuses.push(response.status);
    if (!response.ok) errors.push(await response.text());
  }
  const change = 'revoke select on partner_application from reachgenie_platform';
  const back = 'grant select on partner_application to reachgenie_platform';
  await whileChanged(api, { change, back }, async () => {
    statuses.push((await fetch(api.url + path)).status);
  });
  await fetch(api.url + path, { method: 'POST', body: '{' });
  await expect.poll(logged).toHaveLength(6);

  expect(statuses).toEqual([200, 404, 404, 404, 404, 400, 400, 400, 404, 500]);
  expect(JSON.stringify([api.logs, errors])).not.toContain(token.split('.')[1]);
});

// With the configuration files of ops/proxies.
describe.each<Exclude<ProxyKind, 'plain'>>(['nginx', 'caddy'])('%s', (kind) => {
  test.skipIf(!hasProxy(kind))('J20: logs no token of a link, not even if no process answers', async () => {
    const apps = [await startedApp(), await startedApp()];
    const proxy = await startProxy(
      kind,
      apps.map(({ url }) => Number(new URL(url ?? '').port)),
    );
    stops.push(() => proxy.stop());
    const { path, token } = await givenLink();
    const statusOf = async (url: string) => (await fetch(proxy.url + url)).status;

    expect([await statusOf(path), await statusOf(`${path}x`)]).toEqual([200, 404]);
    for (const app of apps) await app.stop();
    expect(await statusOf(path)).toBeGreaterThanOrEqual(502);

    await expect.poll(() => linesAbout(proxy)).toBeGreaterThanOrEqual(3);
    expect(await proxy.logs()).not.toContain(token.split('.')[1]);
  });
});

async function startedApp(): Promise<App> {
  const app = await api.startAnother();
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= app.stop());
  stops.push(stop);
  return { ...app, stop };
}

const linesAbout = async (proxy: ProxyProcess): Promise<number> =>
  (await proxy.logs()).split('\n').filter((line) => line.includes('/exports/applications')).length;
