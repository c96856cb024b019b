import { createDatabase } from '../../src/dev/postgres/development.database.ts';
import { asSuperuser } from '../data/cluster.ts';
import { MAIN, prepareDataset } from '../data/dataset.ts';
import type { Contender } from '../load/contender.ts';
import { COST } from '../report/report.ts';
import { operationCalled } from './operations.ts';
import type { Bench, Trial } from './trial.ts';
import { startContender } from './trials.ts';

/** The gate lets all pass, and reads nothing. */
const OPEN = `create or replace function require_agreements() returns void language plpgsql as 'begin end'`;

/** So that no autovacuum and no checkpoint of a copy's rows runs beside the load. */
const TIDY = ['vacuum (freeze, analyze)', 'checkpoint'];

/** Three required agreements of two versions each, which all resellers have accepted. */
const ACCEPTED = `
  set session_replication_role = replica;
  with file as (
    insert into stored_file (id, purpose, name, content_type, bytes, sha256, state, created_by, credential, claimed_at, created_at)
    select gen_random_uuid(), 'AGREEMENT', 'agreement.pdf', 'application/pdf', 1000, repeat('0', 64), 'READY',
      (select id from user_account limit 1), 'bench', now(), now()
    from generate_series(1, 6) returning id
  ), agreement_row as (
    insert into agreement (id, title, partnership_types, is_required, created_at, updated_at)
    select gen_random_uuid(), 'Agreement', '{RESELLER}', true, now(), now() from generate_series(1, 3) returning id
  ), version as (
    insert into agreement_version (id, agreement_id, number, file_id, sha256, published_at, binding_from)
    select gen_random_uuid(), agreement.id, 1 + (agreement.place - 1) / 3, file.id, repeat('0', 64), now() - interval '1 year',
      now() - interval '300 days'
    from (select id, row_number() over () as place from file) as file
      join (select id, row_number() over () as place from agreement_row cross join generate_series(1, 2) as twice) as agreement
        using (place)
    returning id, number
  )
  insert into agreement_acceptance (reseller_id, id, version_id, agreement_title, version_number, user_id, name, title, sha256,
    ip_address, accepted_at)
  select account.id, gen_random_uuid(), version.id, 'Agreement', version.number, (select id from user_account limit 1), 'Bench', 'Bench',
    repeat('0', 64), '192.0.2.1', now()
  from partner_account as account cross join version;
  set session_replication_role = origin`;

/** New clients without and with the gate of agreements, each on a copy of the data. */
export async function withoutGate(bench: Bench): Promise<Trial> {
  const { operations = [operationCalled('create-client')], fresh } = bench.options;
  await prepareDataset(bench.cluster.port, MAIN, fresh);
  const contenders = [
    await copied('without', [ACCEPTED, OPEN, ...TIDY], bench),
    await copied('with the gate', [ACCEPTED, ...TIDY], bench),
  ];
  return { contenders, operations, comparisons: [COST], targets: [] };
}

async function copied(name: string, changes: readonly string[], bench: Bench): Promise<Contender> {
  const { port } = bench.cluster;
  const copy = `${MAIN.name}_${name.split(' ')[0]}`;
  const drop = () =>
    asSuperuser(port, 'postgres', (client) => client.query(`drop database if exists ${copy} with (force)`));
  await drop();
  const urls = await createDatabase(port, copy, MAIN.name);
  bench.atEnd(drop);
  await asSuperuser(port, copy, async (client) => {
    for (const change of changes) await client.query(change);
  });
  return startContender(name, urls, bench);
}
