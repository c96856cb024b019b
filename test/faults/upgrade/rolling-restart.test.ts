import { describe, expect, test, vi } from 'vitest';
import { useFleet } from '../../support/fleet/fleet.ts';
import { hasProxy, type ProxyKind } from '../../support/proxies/proxy.program.ts';

/** Restarts of both APIs. */
const ROUNDS = Number(process.env['ROLLING_RESTARTS'] ?? 1);

/** A process that closes its port resets connections that it has not accepted: see server.ts. On a busy machine, there may be some. */
const MOST_RETRIES = 5;

/** The log line of a request through the proxy, which then knows that the process is back. */
const SERVED = expect.objectContaining({ msg: 'request', path: '/graphql' });

// With the configuration files of ops/proxies.
describe.skipIf(!hasProxy('nginx'))('nginx', () => {
  describeRestarts('nginx');
});

describe.skipIf(!hasProxy('caddy'))('caddy', () => {
  describeRestarts('caddy');
});

function describeRestarts(kind: ProxyKind): void {
  const { fleet, expectToWithstand } = useFleet(kind);

  test(
    `the APIs behind ${kind} are restarted one after the other, and hardly a request fails`,
    async (context) => {
      const { retries } = await expectToWithstand(
        context,
        async (ledger) => {
          for (let restart = 0; restart < 2 * ROUNDS; restart++) {
            const [api] = fleet.apis.slice(restart % 2);
            api?.signal('SIGTERM');
            expect(await api?.ended).toEqual({ code: 0, signal: null });
            await fleet.startApi(restart % 2);
            await vi.waitFor(() => expect(fleet.apis[restart % 2]?.logs).toContainEqual(SERVED), 10_000);
            await ledger.more();
          }
        },
        { submitters: 12 },
      );

      expect(retries).toBeLessThanOrEqual(MOST_RETRIES * ROUNDS);
    },
    60_000 * (1 + ROUNDS),
  );
}
