import { sql, type RawBuilder } from 'kysely';
import type { Row } from '../../core/database/row.query.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { readRows } from '../../core/database/transaction.ts';
import type { PartnerApplication } from '../application.entity.ts';
import type { PossibleDuplicate } from './duplicates.types.ts';
import { publicMailDomains } from './mail.providers.ts';

const MOST = 10;

const domainPartOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);

const mailboxOf = (row: 'self' | 'other') => sql.raw(`coalesce(${row}.contact_mailbox, ${row}.contact_email)`);
const domainOf = (row: 'self' | 'other') => sql`split_part(${mailboxOf(row)}, '@', 2)`;

/** Each has an index. company_key is a database function: see the migration 20261130-07-company-key. */
const SAME_MAILBOX = sql`${mailboxOf('other')} = ${mailboxOf('self')}`;
const SAME_DOMAIN = sql`has_own_domain and ${domainOf('other')} = ${domainOf('self')}`;
const SAME_COMPANY = sql`company_key(other.company_name) = company_key(self.company_name)
  and company_key(self.company_name) <> ''`;

/** Reads only the newest matches of each kind, because a domain may have thousands. */
const newest = (where: RawBuilder<unknown>) => sql`(select id from partner_application other
  where ${where} and other.id <> self.id order by other.created_at desc, other.id desc limit ${sql.lit(MOST)})`;

type Original = Pick<PartnerApplication, 'id' | 'contactEmail' | 'contactMailbox'>;

/** One statement for all applications. */
export async function readDuplicates(
  { reader }: RequestContext,
  applications: readonly Original[],
): Promise<Row<PossibleDuplicate>[][]> {
  const isPublic = await publicMailDomains();
  const ids = applications.map(({ id }) => id);
  const haveOwnDomain = applications.map(
    ({ contactEmail, contactMailbox }) => !isPublic(domainPartOf(contactMailbox ?? contactEmail)),
  );
  const rows = await readRows(
    reader,
    sql<Row<PossibleDuplicate> & { of: string }>`
      select self.id as of, alike.* from unnest(${ids}::uuid[], ${haveOwnDomain}::boolean[]) as original (id, has_own_domain)
        join partner_application self using (id) cross join lateral (
        select other.id, other.company_name as "companyName", other.contact_name as "contactName",
          other.contact_email as "contactEmail", other.partnership_type as "partnershipType", other.status,
          other.withdrawn_at as "withdrawnAt",
          other.created_at as "createdAt",
          array_remove(array[
            case when ${SAME_MAILBOX} then 'EMAIL' when ${SAME_DOMAIN} then 'EMAIL_DOMAIN' end,
            case when ${SAME_COMPANY} then 'COMPANY_NAME' end], null) as matches
        from partner_application other
        where other.id in (${newest(SAME_MAILBOX)} union ${newest(SAME_DOMAIN)} union ${newest(SAME_COMPANY)})
        order by ${SAME_MAILBOX} desc, ${SAME_DOMAIN} and ${SAME_COMPANY} desc,
          other.created_at desc, other.id desc
        limit ${sql.lit(MOST)}
      ) alike`,
  );
  const byApplication = Map.groupBy(rows, ({ of }) => of);
  return ids.map((id) => byApplication.get(id) ?? []);
}
