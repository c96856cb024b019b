import { describe, expect, test } from 'vitest';
import { useFleetOn } from '../support/fleet/fleet.ts';
import { replicationPrograms } from '../support/clusters/postgres.node.ts';
import { PostgresPair } from '../support/clusters/postgres.pair.ts';
import { hasProxy } from '../support/proxies/proxy.program.ts';

describe.skipIf(!replicationPrograms)("a fleet on two PostgreSQL servers (needs Debian's package postgresql)", () => {
  const { fleet, expectToWithstand } = useFleetOn(PostgresPair.start, hasProxy('nginx') ? 'nginx' : 'plain');

  test('Fault 21: the primary is killed and its synchronous standby promoted', async (context) => {
    const row = await expectToWithstand(context, async (ledger) => {
      await ledger.more(50);
      await fleet.postgres.failOver();
      await ledger.more(50);
    });

    expect(row.twice).toBe(0);
    expect(fleet.apis.map(({ end }) => end)).toEqual([undefined, undefined]);
    expect(fleet.workers.map(({ end }) => end)).toEqual([undefined, undefined]);
  }, 180_000);
});
