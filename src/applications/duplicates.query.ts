import { sql, type RawBuilder } from 'kysely';
import type { Row } from '../core/page.types.ts';
import type { RequestContext } from '../core/request.context.ts';
import { readRows } from '../core/transaction.ts';
import type { PossibleDuplicate } from './duplicates.types.ts';

const MOST = 10;

/** contact_key and company_key are the database's (migration 20261125150000), and have their indexes. */
const SAME_DOMAIN = sql`contact_key(other.contact_email) = contact_key(self.contact_email)`;
const SAME_EMAIL = sql`${SAME_DOMAIN} and other.contact_email = self.contact_email`;
const SAME_COMPANY = sql`company_key(other.company_name) = company_key(self.company_name)
  and company_key(self.company_name) <> ''`;

/** Of each way to be alike only the newest are looked at: a domain may have many thousands. */
const newest = (where: RawBuilder<unknown>) => sql`(select id from partner_application other
  where ${where} and other.id <> self.id order by other.created_at desc, other.id desc limit ${sql.lit(MOST)})`;

/** The possible duplicates of each application, in one statement. */
export async function readDuplicates(
  { em }: RequestContext,
  applicationIds: readonly string[],
): Promise<Row<PossibleDuplicate>[][]> {
  const rows = await readRows(
    em,
    sql<Row<PossibleDuplicate> & { of: string }>`
      select self.id as of, alike.* from partner_application self cross join lateral (
        select other.id, other.company_name as "companyName", other.contact_name as "contactName",
          other.contact_email as "contactEmail", other.partnership_type as "partnershipType", other.status,
          other.withdrawn_at as "withdrawnAt",
          other.created_at as "createdAt",
          array_remove(array[
            case when ${SAME_EMAIL} then 'EMAIL' when ${SAME_DOMAIN} then 'EMAIL_DOMAIN' end,
            case when ${SAME_COMPANY} then 'COMPANY_NAME' end], null) as matches
        from partner_application other
        where other.id in (${newest(SAME_EMAIL)} union ${newest(SAME_DOMAIN)} union ${newest(SAME_COMPANY)})
        order by other.contact_email = self.contact_email desc, ${SAME_DOMAIN} and ${SAME_COMPANY} desc,
          other.created_at desc, other.id desc
        limit ${sql.lit(MOST)}
      ) alike where self.id = any(${[...applicationIds]})`,
  );
  const byApplication = Map.groupBy(rows, ({ of }) => of);
  return applicationIds.map((id) => byApplication.get(id) ?? []);
}
