import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export enum AuditActorKind {
  ADMIN = 'ADMIN',
  PARTNER = 'PARTNER',
  APPLICANT = 'APPLICANT',
  SYSTEM = 'SYSTEM',
}
registerEnumType(AuditActorKind, {
  name: 'AuditActorKind',
  description: 'Kind of an actor in the audit log. Later versions can add kinds.',
  valuesConfig: {
    ADMIN: { description: 'A member of the ReachGenie team.' },
    PARTNER: { description: 'A user of a partner.' },
    APPLICANT: { description: 'The contact of an application, by a private link.' },
    SYSTEM: { description: 'ReachGenie itself, or a command of its operators.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'The person or program that acted.' })
export class AuditActor {
  @Field(() => ID, {
    nullable: true,
    description: 'ID of the user, or of the application for an applicant. Null if the caller may not see it.',
  })
  id!: string | null;

  @Field(() => AuditActorKind, { description: 'Kind of the actor.' })
  kind!: AuditActorKind;

  @Field(() => String, { description: 'Current name of the actor. The email address if the name is not known.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name of the API key that was used. Null for a person.' })
  apiKeyName!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'An object that an audit event names.' })
export class AuditObject {
  @Field(() => String, { description: 'Type of the object, such as `ClientAccount`.' })
  type!: string;

  @Field(() => ID, { description: 'ID of the object.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Current name of the object. Null if it has none, was deleted, or the caller cannot see it.',
  })
  name!: string | null;
}
