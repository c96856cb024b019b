import { Field, ObjectType } from 'type-graphql';
import { Update } from '../core/bulk/update.each.ts';
import { EmailMessage } from './email-message.entity.ts';

@ObjectType({ simpleResolvers: true, description: 'Result for one of several emails.' })
export class EmailUpdate extends Update {
  @Field(() => EmailMessage, { nullable: true, description: 'The current email. Null if the change failed.' })
  email?: EmailMessage;
}
