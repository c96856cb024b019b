/**
 * SQL that adds values to the check of a column, after those of earlier migrations. Reads no row: the check counts for new
 * ones, until the migration validates it. Safe to repeat.
 */
export const withValues = (table: string, column: string, added: readonly string[]): string => `
  do $$
  declare
    added text[] := '{${added.join()}}';
    allowed text := (
      select string_agg(quote_literal(value), ', ' order by place) from (
        select word[1] as value, place from pg_constraint,
          regexp_matches(pg_get_constraintdef(oid), '''(\\w+)''', 'g') with ordinality as match (word, place)
        where conname = '${table}_${column}_check' and conrelid = '${table}'::regclass and word[1] <> all (added)
        union all select value, 1000 + place from unnest(added) with ordinality as new (value, place)
      ) as known);
  begin
    execute format('alter table ${table} drop constraint ${table}_${column}_check,
      add constraint ${table}_${column}_check check (${column} in (%s)) not valid', allowed);
  end $$`;
