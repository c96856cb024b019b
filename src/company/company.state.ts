import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { notFound } from '../core/context/domain.error.ts';
import type { Reader } from '../core/database/reader.ts';
import { columnsOf, type Row } from '../core/database/row.query.ts';
import { fromVisible } from '../core/database/tenancy.ts';
import { readRows } from '../core/database/transaction.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';
import { CompanyChange, CompanyChangeStatus } from './company-change.entity.ts';
import { detailsOf } from './company.details.ts';
import type { Company } from './company.types.ts';

type Run = <Found>(statement: RawBuilder<Found>) => Promise<Found[]>;

const IS_PENDING = sql`status = ${sql.lit(CompanyChangeStatus.PENDING)}`;
const IS_DECIDED = sql`status in (${sql.lit(CompanyChangeStatus.APPROVED)}, ${sql.lit(CompanyChangeStatus.REJECTED)})`;

/** All in one message. */
export const readCompany = (reader: Reader, resellerId: string): Promise<Company> =>
  companyBy(reader, resellerId, (statement) => readRows(reader, statement));

/** As the transaction sees it. Its changes must be flushed. */
export const companyIn = (em: EntityManager, resellerId: string): Promise<Company> =>
  companyBy(em, resellerId, async (statement) => (await statement.execute(em.getKysely())).rows);

async function companyBy(reader: Reader, resellerId: string, run: Run): Promise<Company> {
  const ofCompany = sql`reseller_id = ${resellerId}`;
  const changes = columnsOf(reader.getMetadata(CompanyChange));
  const own = (where: RawBuilder<unknown>) => fromVisible(reader, CompanyChange, [ofCompany, where]);
  const [[account], [pending], [decided], [versions]] = await Promise.all([
    run(
      sql<Row<PartnerAccount>>`select ${columnsOf(reader.getMetadata(PartnerAccount))}
        ${fromVisible(reader, PartnerAccount, [sql`id = ${resellerId}`])}`,
    ),
    run(sql<Row<CompanyChange>>`select ${changes} ${own(IS_PENDING)}`),
    run(sql<Row<CompanyChange>>`select ${changes} ${own(IS_DECIDED)} order by closed_at desc, id desc limit 1`),
    run(sql<{ sum: number }>`select coalesce(sum(version), 0)::int as sum ${own(sql`true`)}`),
  ]);
  if (!account) throw notFound('PartnerAccount');
  return {
    ...detailsOf(account),
    id: account.id,
    website: account.website ?? null,
    phone: account.phone ?? null,
    description: account.description ?? null,
    pendingChange: pending ?? null,
    lastDecision: decided ?? null,
    version: account.version + (versions?.sum ?? 0),
  };
}
