import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { Audited } from '../audit/audit.recorder.ts';
import { Named } from '../audit/names/audit.names.ts';
import { currentTime } from '../core/database/database.clock.ts';
import { PLATFORM_SEES_ALL, TenantOwned } from '../core/database/tenancy.ts';
import { Id, TenantId, Time } from '../core/graphql/shared.fields.ts';

/** Proof of what an owner was shown and agreed to. Grants and a trigger let nobody change or delete it. */
@Entity({ policies: [PLATFORM_SEES_ALL] })
@TenantOwned()
@Audited()
@Named({ name: 'agreementTitle' })
@Unique({ name: 'agreement_acceptance_version_unique', properties: ['resellerId', 'versionId'] })
@Index({ properties: ['id'] })
@Index({ properties: ['versionId'] })
@ObjectType({ simpleResolvers: true, description: 'The acceptance of a version of an agreement. Never changes.' })
export class AgreementAcceptance {
  [OptionalProps]?: 'acceptedAt';

  @TenantId()
  resellerId!: string;

  @Id()
  id = uuid();

  @Field(() => ID, { description: 'ID of the accepted version.' })
  @Property({ type: 'uuid' })
  versionId!: string;

  @Field(() => String, { description: 'Title of the agreement.' })
  @Property({ type: 'string', length: 200 })
  agreementTitle!: string;

  @Field(() => Int, { description: 'Number of the accepted version.' })
  @Property({ type: 'integer' })
  versionNumber!: number;

  @Property({ type: 'uuid' })
  userId!: string;

  @Field(() => String, { description: 'Name that the owner typed. 1 to 200 characters.' })
  @Property({ type: 'string', length: 200 })
  name!: string;

  @Field(() => String, { description: 'Job title that the owner typed. 1 to 200 characters.' })
  @Property({ type: 'string', length: 200 })
  title!: string;

  @Field(() => String, { description: 'SHA-256 of the PDF that the owner was shown.' })
  @Property({ type: 'string', length: 64 })
  sha256!: string;

  @Property({ type: 'string', length: 45, hidden: true })
  ipAddress!: string;

  @Property({ type: 'string', length: 500, nullable: true, hidden: true })
  userAgent?: string | null;

  @Time('When the version was accepted.')
  acceptedAt = currentTime();
}
