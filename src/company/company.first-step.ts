import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '../core/database/reader.ts';
import { fromVisible } from '../core/database/tenancy.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';
import { CompanyChange, CompanyChangeStatus } from './company-change.entity.ts';

const isComplete = sql`num_nulls(legal_name, street, city, country_code) = 0`;

const wouldComplete = sql`status = ${sql.lit(CompanyChangeStatus.PENDING)}
  and num_nulls(after ->> 'legalName', after ->> 'street', after ->> 'city', after ->> 'countryCode') = 0`;

/** The account has a legal name and an address, or an owner has asked for them. Some countries have no postal codes. */
export const isCompanyComplete = (reader: Reader): RawBuilder<unknown> =>
  sql`(exists (select 1 ${fromVisible(reader, PartnerAccount, [isComplete])})
    or exists (select 1 ${fromVisible(reader, CompanyChange, [wouldComplete])}))`;
