import { Migration } from '@mikro-orm/migrations';
import { addTo, CUBES, FACTS, notZero, type Cube } from './20261130-09-application-counters.ts';

/** Functions that compare the counters of applications with the table, and correct them: `npm run counters:check` and `:rebuild`. */
export class ApplicationRecount extends Migration {
  override up(): void {
    this.addSql(check);
    this.addSql(rebuild);
  }
}

/** A query for the counts that cube and journal lack compared with the table, by key. Negative if they have too many. */
function lacking({ table, keys, sums, sumsOf }: Cube): string {
  const by = keys.join(', ');
  const columns = [...keys, ...sums].join(', ');
  const difference = (sum: string) => `coalesce(actual.${sum}, 0) - coalesce(counted.${sum}, 0) as ${sum}`;
  return `
    select ${by}, ${sums.map(difference).join(', ')}
    from (${sumsOf(`(select ${FACTS}, 1 as n from partner_application) as facts`)}) as actual
    full join (
      select ${by}, ${sums.map((sum) => `sum(${sum}) as ${sum}`).join(', ')}
      from (select ${columns} from ${table} union all ${sumsOf('partner_application_delta')}) as parts group by ${by}
    ) as counted using (${by})`;
}

const asJson = (columns: string[]): string =>
  `jsonb_build_object(${columns.map((column) => `'${column}', ${column}`).join(', ')})`;

const check = `
  -- Compares every counter with a count of the table: all in one snapshot, so it is exact while others write, and locks nothing. Reads
  -- the whole table. No rows: all counters are right.
  create function check_partner_application_counters() returns table (counter text, key jsonb, lacking jsonb)
  language sql stable set search_path = public, pg_temp as $$
    ${CUBES.map(
      (cube) => `select '${cube.table}', ${asJson(cube.keys)}, ${asJson(cube.sums)}
        from (${lacking(cube)}) as differences where ${notZero(cube.sums)}`,
    ).join(' union all ')}
  $$;
  revoke execute on function check_partner_application_counters() from public;`;

const rebuild = `
  -- Adds to every counter what it lacks. Exact while others write: a change is in the snapshot of the statement that counts, or it
  -- comes later with its row of the journal. It holds the fold lock, so the journal grows meanwhile and no change waits.
  create function rebuild_partner_application_counters() returns void
  language plpgsql set search_path = public, pg_temp as $$
  begin
    if current_setting('transaction_isolation') <> 'read committed' then
      raise exception 'The counters are rebuilt under READ COMMITTED only: other snapshots may be older than the lock.';
    end if;
    perform pg_advisory_xact_lock(partner_application_fold_lock(), 0);
    ${CUBES.map(
      (cube) => `
    ${addTo(cube, lacking(cube))};
    delete from ${cube.table} where not ${notZero(cube.sums)};`,
    ).join('')}
  end $$;
  revoke execute on function rebuild_partner_application_counters() from public;`;
