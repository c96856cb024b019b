import { addTo, notZero, type Counters, type Cube } from './application.cubes.sql.ts';

/** How much the cube and the journal lack of what the table says, by key; negative where they have too much. */
function lacking(facts: string, { table, keys, sums, sumsOf }: Cube): string {
  const by = keys.join(', ');
  const columns = [...keys, ...sums].join(', ');
  const difference = (sum: string) => `coalesce(actual.${sum}, 0) - coalesce(counted.${sum}, 0) as ${sum}`;
  return `
    select ${by}, ${sums.map(difference).join(', ')}
    from (${sumsOf(`(select ${facts}, 1 as n from partner_application) as facts`)}) as actual
    full join (
      select ${by}, ${sums.map((sum) => `sum(${sum}) as ${sum}`).join(', ')}
      from (select ${columns} from ${table} union all ${sumsOf('partner_application_delta')}) as parts group by ${by}
    ) as counted using (${by})`;
}

const asJson = (columns: string[]): string =>
  `jsonb_build_object(${columns.map((column) => `'${column}', ${column}`).join(', ')})`;

/**
 * Compares every counter with a count of the table: all in one snapshot, so that it is exact while others write, and it
 * locks nothing. Reads the whole table. No rows: all is well.
 */
export const createCounterCheck = ({ facts, cubes }: Counters): string => `
  create or replace function check_partner_application_counters() returns table (counter text, key jsonb, lacking jsonb)
  language sql stable set search_path = public, pg_temp as $$
    ${cubes
      .map(
        (cube) => `select '${cube.table}', ${asJson(cube.keys)}, ${asJson(cube.sums)}
        from (${lacking(facts, cube)}) as differences where ${notZero(cube.sums)}`,
      )
      .join(' union all ')}
  $$;
  revoke execute on function check_partner_application_counters() from public;`;

/**
 * Adds to every counter what it lacks. Also exact while others write: a change is either in the snapshot of the statement
 * that counts, or it comes later with its row of the journal. It holds the fold lock, so that the journal grows meanwhile
 * and nobody waits; and it waits for a transaction that is folding.
 */
export const createCounterRebuild = ({ facts, cubes }: Counters): string => `
  create or replace function rebuild_partner_application_counters() returns void
  language plpgsql set search_path = public, pg_temp as $$
  begin
    if current_setting('transaction_isolation') <> 'read committed' then
      raise exception 'The counters are rebuilt under READ COMMITTED only: other snapshots may be older than the lock.';
    end if;
    perform pg_advisory_xact_lock(partner_application_fold_lock(), 0);
    ${cubes
      .map(
        (cube) => `
    ${addTo(cube, lacking(facts, cube))};
    delete from ${cube.table} where not ${notZero(cube.sums)};`,
      )
      .join('')}
  end $$;
  revoke execute on function rebuild_partner_application_counters() from public;`;
