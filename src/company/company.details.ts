import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import type { PartnerAccount } from '../tenants/partner-account.entity.ts';

/** Fields that change only after a review, in the order of forms. */
export const REVIEWED = ['companyName', 'legalName', 'street', 'postalCode', 'city', 'countryCode', 'vatId'] as const;
export type ReviewedField = (typeof REVIEWED)[number];

/** Fields that owners change at once. */
export const FREE = ['website', 'phone', 'description'] as const;

@ObjectType({ simpleResolvers: true, description: 'Data of a company that our team reviews before it changes.' })
export class CompanyDetails {
  @Field(() => String, { description: 'Company name.' })
  companyName!: string;

  @Field(() => String, { nullable: true, description: 'Name of the company in its register.' })
  legalName!: string | null;

  @Field(() => String, { nullable: true, description: 'Street and number.' })
  street!: string | null;

  @Field(() => String, { nullable: true, description: 'Postal code.' })
  postalCode!: string | null;

  @Field(() => String, { nullable: true, description: 'City.' })
  city!: string | null;

  @Field(() => String, { nullable: true, description: 'Country, in ISO 3166-1 alpha-2: `DE`.' })
  countryCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Tax ID, in the EU the VAT number: `DE123456789`.' })
  vatId!: string | null;
}

export type Wanted = { [Name in ReviewedField]?: string | null | undefined };

/** The reviewed fields of an account, and nothing else. */
export const detailsOf = (account: Pick<PartnerAccount, ReviewedField>): CompanyDetails => ({
  companyName: account.companyName,
  legalName: account.legalName ?? null,
  street: account.street ?? null,
  postalCode: account.postalCode ?? null,
  city: account.city ?? null,
  countryCode: account.countryCode ?? null,
  vatId: account.vatId ?? null,
});

/** In the order of forms. */
export const differences = (before: CompanyDetails, after: CompanyDetails): ReviewedField[] =>
  REVIEWED.filter((name) => before[name] !== after[name]);

/** Undefined keeps a value, and null removes it. A company keeps its name. */
export function withWanted(details: CompanyDetails, wanted: Wanted): CompanyDetails {
  const given = REVIEWED.filter((name) => wanted[name] !== undefined);
  const changed = Object.fromEntries(given.map((name) => [name, wanted[name]]));
  return { ...details, ...changed, companyName: wanted.companyName ?? details.companyName };
}
