import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { TenantOwned } from '../core/database/tenancy.ts';
import { UpdatedAt } from '../core/graphql/shared.fields.ts';
import { OwnerId, OWN_ROWS } from './own.rows.ts';

export enum InterfaceKey {
  COLUMNS_APPLICATIONS = 'COLUMNS_APPLICATIONS',
  COLUMNS_PARTNERS = 'COLUMNS_PARTNERS',
  COLUMNS_CLIENTS = 'COLUMNS_CLIENTS',
  COLUMNS_MEMBERS = 'COLUMNS_MEMBERS',
  COLUMNS_ADMINS = 'COLUMNS_ADMINS',
  COLUMNS_EMAILS = 'COLUMNS_EMAILS',
  COLUMNS_AUDIT = 'COLUMNS_AUDIT',
  COLUMNS_API_KEYS = 'COLUMNS_API_KEYS',
  COLUMNS_JOBS = 'COLUMNS_JOBS',
  COLUMNS_PROVISIONINGS = 'COLUMNS_PROVISIONINGS',
  COLUMNS_PARTNER_CLIENTS = 'COLUMNS_PARTNER_CLIENTS',
  COLUMNS_COMPANY_CHANGES = 'COLUMNS_COMPANY_CHANGES',
  COLUMNS_WEBHOOKS = 'COLUMNS_WEBHOOKS',
  COLUMNS_DELIVERIES = 'COLUMNS_DELIVERIES',
  COLUMNS_FILES = 'COLUMNS_FILES',
  COLUMNS_AGREEMENTS = 'COLUMNS_AGREEMENTS',
  COLUMNS_ACCEPTANCES = 'COLUMNS_ACCEPTANCES',
  RECENT = 'RECENT',
  SIDEBAR = 'SIDEBAR',
  HINTS = 'HINTS',
  TOUR = 'TOUR',
  FIRST_STEPS = 'FIRST_STEPS',
}
registerEnumType(InterfaceKey, {
  name: 'InterfaceKey',
  description: 'A part of the web pages that keeps state for each user.',
  valuesConfig: {
    COLUMNS_APPLICATIONS: { description: 'Columns of the applications.' },
    COLUMNS_FILES: { description: 'Columns of the files.' },
    COLUMNS_PARTNERS: { description: 'Columns of the partners.' },
    COLUMNS_CLIENTS: { description: 'Columns of the clients.' },
    COLUMNS_MEMBERS: { description: 'Columns of the members.' },
    COLUMNS_ADMINS: { description: 'Columns of the admins.' },
    COLUMNS_EMAILS: { description: 'Columns of the emails.' },
    COLUMNS_AUDIT: { description: 'Columns of the audit log.' },
    COLUMNS_API_KEYS: { description: 'Columns of the API keys.' },
    COLUMNS_JOBS: { description: 'Columns of the failed background jobs.' },
    COLUMNS_PROVISIONINGS: { description: 'Columns of the failed provisionings.' },
    COLUMNS_PARTNER_CLIENTS: { description: "Columns of a partner's clients, as admins see them." },
    COLUMNS_COMPANY_CHANGES: { description: 'Columns of the changes of company data.' },
    COLUMNS_WEBHOOKS: { description: 'Columns of the webhook endpoints.' },
    COLUMNS_DELIVERIES: { description: 'Columns of the deliveries to a webhook endpoint.' },
    COLUMNS_AGREEMENTS: { description: 'Columns of the agreements.' },
    COLUMNS_ACCEPTANCES: { description: 'Columns of the acceptances of an agreement.' },
    RECENT: { description: 'Objects that the user opened last.' },
    SIDEBAR: { description: 'The sidebar, such as folded groups.' },
    HINTS: { description: 'Hints that the user has seen.' },
    TOUR: { description: 'Whether the first tour is done.' },
    FIRST_STEPS: { description: 'Whether the list of first steps is closed.' },
  },
});

/** One row for each user and key. Not audited: it is about pages only. */
@Entity({ policies: OWN_ROWS })
@TenantOwned()
@ObjectType({ simpleResolvers: true, description: 'What a part of the web pages keeps for the user.' })
export class InterfaceState {
  @OwnerId()
  userId!: string;

  @Field(() => InterfaceKey, { description: 'The part of the pages.' })
  @PrimaryKey({ type: 'string', length: 40 })
  key!: InterfaceKey;

  @Property({ type: 'uuid', nullable: true })
  resellerId?: string | null;

  @Field(() => String, { description: 'A JSON object, as it was set.' })
  @Property({ type: 'string', length: 4000 })
  value!: string;

  @UpdatedAt('When it was set.')
  updatedAt!: Date;
}
