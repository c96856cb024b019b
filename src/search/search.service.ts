import { sql, type RawBuilder } from 'kysely';
import { PartnerApplication } from '../applications/application.entity.ts';
import { conditionsOn } from '../applications/list/application.filter.ts';
import { ClientAccount } from '../clients/client-account.entity.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import type { Row } from '../core/database/row.query.ts';
import { fromVisible } from '../core/database/tenancy.ts';
import { mayReadMembers } from '../core/graphql/permissions.ts';
import { findByName } from '../core/lists/name.search.ts';
import { contains, isInTrigrams } from '../core/lists/text.search.ts';
import { User } from '../identity/users/user.entity.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';
import type { SearchArgs } from './search.inputs.ts';
import type { FoundPerson } from './search.types.ts';

/** Undefined for a text that only the beginning of names can answer quickly. */
const ifLong = <Condition>(text: string, conditions: () => Condition): Condition | undefined =>
  isInTrigrams(text) ? conditions() : undefined;

/** Empty for partners. */
export async function findApplications(
  { reader, caller }: RequestContext,
  { text }: SearchArgs,
): Promise<Row<PartnerApplication>[]> {
  if (caller?.role !== 'ADMIN') return [];
  const anywhere = await ifLong(text, () => conditionsOn(reader, { search: text }));
  return findByName(reader, { entity: PartnerApplication, name: 'companyName', text, anywhere });
}

/** Empty for partners. */
export async function findPartners(
  { reader, caller }: RequestContext,
  { text }: SearchArgs,
): Promise<Row<PartnerAccount>[]> {
  if (caller?.role !== 'ADMIN') return [];
  const anywhere = ifLong(text, () => [contains(text)]);
  return findByName(reader, { entity: PartnerAccount, name: 'companyName', text, anywhere });
}

/** The reseller's own clients. Empty for others. */
export async function findClients(
  { reader, caller }: RequestContext,
  { text }: SearchArgs,
): Promise<Row<ClientAccount>[]> {
  if (!caller?.managesClients) return [];
  const anywhere = ifLong(text, () => [contains(text)]);
  return findByName(reader, { entity: ClientAccount, name: 'companyName', text, anywhere });
}

/** The index of users has this expression. */
const nameAndAddress: RawBuilder<unknown> = sql`search_text(name || ' ' || email)`;

/** All active users for admins, and the own active members for owners. Empty for others. */
export async function findPeople(
  { reader, caller }: RequestContext,
  { text }: SearchArgs,
): Promise<Row<FoundPerson>[]> {
  if (!caller || (caller.role !== 'ADMIN' && !mayReadMembers(caller))) return [];
  const company = fromVisible(reader, PartnerAccount, [sql`id = found."resellerId"`]);
  return findByName<User & FoundPerson>(reader, {
    entity: User,
    name: 'name',
    text,
    anywhere: ifLong(text, () => [contains(text, nameAndAddress)]),
    where: [sql`is_active`],
    also: sql`, "resellerId" as "partnerAccountId", (select company_name ${company}) as "companyName"`,
  });
}
