import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';

@ObjectType({ simpleResolvers: true, description: 'A device on which the caller is signed in.' })
export class DeviceSession {
  @Field(() => ID, { description: 'Identifies the session, for endSession.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Null if unknown. For example: Firefox.' })
  browser!: string | null;

  @Field(() => String, { nullable: true, description: 'Null if unknown. For example: Windows.' })
  operatingSystem!: string | null;

  @Field(() => String, { description: 'Network address of the sign-in.' })
  address!: string;

  @Field(() => DateTime, { description: 'When the user signed in.' })
  startedAt!: Date | string;

  @Field(() => DateTime, {
    description: 'When the session was last refreshed; an active session is refreshed every 15 minutes.',
  })
  lastUsedAt!: Date | string;

  @Field(() => Boolean, { description: 'Whether this request belongs to the session.' })
  isCurrent!: boolean;
}
