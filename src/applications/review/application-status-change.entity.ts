import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { currentTime } from '../../core/database/database.clock.ts';
import { Time } from '../../core/graphql/shared.fields.ts';
import { ApplicationStatus } from '../application.enums.ts';

@Entity({ tableName: 'partner_application_status_change' })
@ObjectType({ simpleResolvers: true, description: 'A status change of an application.' })
@Index({ name: 'partner_application_status_change_history_index', properties: ['applicationId', 'changedAt', 'id'] })
export class ApplicationStatusChange {
  [OptionalProps]?: 'changedAt' | 'withdrawn';

  @PrimaryKey({ type: 'uuid' })
  id = uuid();

  @Property({ type: 'uuid' })
  applicationId!: string;

  @Field(() => ApplicationStatus, { description: 'The previous status.' })
  @Enum({ items: () => ApplicationStatus })
  from!: ApplicationStatus;

  @Field(() => ApplicationStatus, {
    description: 'The new status. REJECTED with `withdrawn` is a withdrawal, not a decision.',
  })
  @Enum({ items: () => ApplicationStatus })
  to!: ApplicationStatus;

  @Field(() => Boolean, {
    description: 'True if the applicant withdrew the application. False if an admin changed the status.',
  })
  @Property({ type: 'boolean', default: false })
  withdrawn = false;

  @Field(() => String, { description: 'Name of the admin that decided, or of the contact that withdrew.' })
  @Property({ type: 'string', length: 200 })
  changedBy!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Message to the applicant. At most 5,000 characters.',
  })
  @Property({ type: 'string', length: 5000, nullable: true })
  message?: string | null;

  @Time('When the status changed.')
  changedAt = currentTime();
}
