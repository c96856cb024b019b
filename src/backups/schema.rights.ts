import { DatabaseClient } from '../core/database/hosts/database.client.ts';

/** Where a grant goes to. */
const GRANTEE = `case grantee when 0 then 'everyone' else grantee::regrole::text end`;

/** The product's own schemas. */
const OWN = `select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'`;

const OF_EXTENSIONS = `select objid from pg_depend where deptype = 'e'`;

/** Without parentheses: PostgreSQL groups equal conditions differently after a restore. */
const plain = (text: string) => `translate(${text}, '()', '')`;

/** The protection of rows, one text each: policies, permissions and triggers. */
const RIGHTS = `
  select format('policy %s on %I.%I: %s %s to %s using (%s) with check (%s)', policyname, schemaname, tablename,
    permissive, cmd, roles, ${plain('qual')}, ${plain('with_check')}) as right_text from pg_policies
  union all
  select format('row-level security of %s: %s, forced: %s', oid::regclass, relrowsecurity, relforcerowsecurity)
    from pg_class where relkind in ('r', 'p') and relnamespace in (${OWN})
  union all
  select format('%s on %s for %s', lower(privilege_type), pg_class.oid::regclass, ${GRANTEE})
    from pg_class cross join aclexplode(coalesce(relacl, acldefault((case relkind when 'S' then 's' else 'r' end)::"char", relowner)))
    where relkind in ('r', 'p', 'v', 'm', 'S') and relnamespace in (${OWN})
  union all
  select format('%s on %s.%s for %s', lower(privilege_type), attrelid::regclass, attname, ${GRANTEE})
    from pg_attribute cross join aclexplode(attacl)
    where attrelid in (select oid from pg_class where relnamespace in (${OWN}))
  union all
  select format('%s on %s for %s', lower(privilege_type), pg_proc.oid::regprocedure, ${GRANTEE})
    from pg_proc cross join aclexplode(coalesce(proacl, acldefault('f', proowner)))
    where pronamespace in (${OWN}) and oid not in (${OF_EXTENSIONS})
  union all
  select format('%s on schema %s for %s', lower(privilege_type), nspname, ${GRANTEE})
    from pg_namespace cross join aclexplode(coalesce(nspacl, acldefault('n', nspowner))) where oid in (${OWN})
  union all
  select format('%s on new %s in schema %s for %s', lower(privilege_type), defaclobjtype, defaclnamespace::regnamespace, ${GRANTEE})
    from pg_default_acl cross join aclexplode(defaclacl)
  union all
  select format('%s: %s', case tgenabled when 'O' then 'trigger' else 'disabled trigger' end, ${plain('pg_get_triggerdef(oid)')})
    from pg_trigger where not tgisinternal
  order by 1`;

/** The policies, permissions and triggers of a database, one text each. */
export async function rightsOf(ownerUrl: string): Promise<string[]> {
  const owner = new DatabaseClient(ownerUrl);
  await owner.connect();
  try {
    const { rows } = await owner.query<{ right_text: string }>(RIGHTS);
    return rows.map(({ right_text: text }) => text);
  } finally {
    await owner.end();
  }
}

/** Each difference of a restored database to the schema of this version. */
export function differencesOf(restored: readonly string[], expected: readonly string[]): string[] {
  const [there, due] = [new Set(restored), new Set(expected)];
  return [
    ...expected.filter((text) => !there.has(text)).map((text) => `missing: ${text}`),
    ...restored.filter((text) => !due.has(text)).map((text) => `not of this version: ${text}`),
  ];
}
