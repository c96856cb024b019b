import { describe, expect, test } from 'vitest';
import { useFleet } from '../../support/fleet/fleet.ts';
import { hasProxy, type ProxyKind } from '../../support/proxies/proxy.program.ts';

/** Restarts of both APIs. */
const ROUNDS = Number(process.env['ROLLING_RESTARTS'] ?? 1);

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
    `Fault 23: the APIs behind ${kind} are restarted one after the other, and no request fails`,
    async (context) => {
      const row = await expectToWithstand(
        context,
        async (ledger) => {
          for (let restart = 0; restart < 2 * ROUNDS; restart++) {
            await fleet.restartApi(restart % 2 === 0 ? 0 : 1);
            await ledger.more();
          }
        },
        { submitters: 12 },
      );

      expect(row).toMatchObject({ unanswered: [], retries: 0 });
    },
    60_000 * (1 + ROUNDS),
  );
}
