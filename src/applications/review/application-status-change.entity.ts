import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { OptionalProps } from '@mikro-orm/postgresql';
import { Field, ObjectType } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import { ApplicationStatus } from '../application.enums.ts';
import { PartnerApplication } from '../application.entity.ts';

@Entity({ tableName: 'partner_application_status_change' })
@ObjectType({ simpleResolvers: true, description: 'One step in the review of an application.' })
@Index({ name: 'partner_application_status_change_history_index', properties: ['applicationId', 'changedAt', 'id'] })
export class ApplicationStatusChange {
  [OptionalProps]?: 'changedAt' | 'withdrawn';

  @PrimaryKey({ type: 'uuid' })
  id = uuid();

  @ManyToOne({ entity: () => PartnerApplication, fieldName: 'application_id', mapToPk: true })
  applicationId!: string;

  @Field(() => ApplicationStatus, { description: 'The status before.' })
  @Enum({ items: () => ApplicationStatus })
  from!: ApplicationStatus;

  @Field(() => ApplicationStatus, {
    description: 'The status after. REJECTED with `withdrawn` is a withdrawal, not a decision.',
  })
  @Enum({ items: () => ApplicationStatus })
  to!: ApplicationStatus;

  @Field(() => Boolean, {
    description: 'True if the applicant withdrew the application with this step. False if an admin took it.',
  })
  @Property({ type: 'boolean', default: false })
  withdrawn = false;

  @Field(() => String, { description: 'The name of the admin who decided, or of the applicant who withdrew.' })
  @Property({ type: 'string', length: 200 })
  changedBy!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the admin told the applicant. At most 5,000 characters.',
  })
  @Property({ type: 'string', length: 5000, nullable: true })
  message?: string | null;

  @Field(() => DateTime, { description: 'When it was decided.' })
  @Property({ type: 'datetime', length: 3 })
  changedAt = new Date();
}
