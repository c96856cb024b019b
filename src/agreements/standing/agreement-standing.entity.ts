import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Time } from '../../core/graphql/shared.fields.ts';

export enum AcceptanceStatus {
  MISSING = 'MISSING',
  ACCEPTED = 'ACCEPTED',
}
registerEnumType(AcceptanceStatus, {
  name: 'AcceptanceStatus',
  description: 'Whether a partner has accepted a version of an agreement.',
  valuesConfig: {
    MISSING: {
      description: 'The version binds or will bind, and the partner has accepted neither it nor a later one.',
    },
    ACCEPTED: { description: 'The partner has accepted the version.' },
  },
});

/** A view, which only the platform reads: an acceptance, or one that is missing. */
@Entity({ tableName: 'agreement_standing', expression: 'select * from agreement_standing' })
@ObjectType('AgreementStanding', {
  simpleResolvers: true,
  description: 'An accepted version of an agreement, or an open version that a partner has not accepted.',
})
export class AgreementStanding {
  @Field(() => ID, { description: 'Unique ID of this row. Of an acceptance: its ID.' })
  @Property({ type: 'uuid' })
  id!: string;

  @Field(() => ID, { description: 'ID of the partner.' })
  @Property({ type: 'uuid', fieldName: 'reseller_id' })
  partnerId!: string;

  @Field(() => String, { description: 'Company name of the partner.' })
  @Property({ type: 'string' })
  companyName!: string;

  @Field(() => ID, { description: 'ID of the agreement.' })
  @Property({ type: 'uuid' })
  agreementId!: string;

  @Field(() => ID, { description: 'ID of the version.' })
  @Property({ type: 'uuid' })
  versionId!: string;

  @Field(() => String, { description: 'Title of the agreement.' })
  @Property({ type: 'string' })
  agreementTitle!: string;

  @Field(() => Int, { description: 'Number of the version.' })
  @Property({ type: 'integer' })
  versionNumber!: number;

  @Field(() => AcceptanceStatus, { description: 'Whether the partner has accepted it.' })
  @Property({ type: 'string' })
  status!: AcceptanceStatus;

  @Time('When the version begins to bind.')
  bindingFrom!: Date;

  @Field(() => String, { nullable: true, description: 'Name that the owner typed. Null if it is missing.' })
  @Property({ type: 'string', nullable: true })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Job title that the owner typed. Null if it is missing.' })
  @Property({ type: 'string', nullable: true })
  title!: string | null;

  @Field(() => String, { description: 'SHA-256 of the PDF: of the one that was accepted, or of the one to accept.' })
  @Property({ type: 'string' })
  sha256!: string;

  @Field(() => String, { nullable: true, description: 'IP address of the owner. Null if it is missing.' })
  @Property({ type: 'string', nullable: true })
  ipAddress!: string | null;

  @Field(() => String, { nullable: true, description: 'Browser of the owner, as it names itself.' })
  @Property({ type: 'string', nullable: true })
  userAgent!: string | null;

  @Field(() => ID, { nullable: true, description: 'ID of the owner. Null if it is missing.' })
  @Property({ type: 'uuid', nullable: true })
  userId!: string | null;

  @Time('When the version was accepted. Null if it is missing.', { nullable: true })
  acceptedAt!: Date | null;
}
