import { Field, ObjectType } from 'type-graphql';
import { Update } from '../../core/bulk/update.each.ts';
import { PartnerApplication } from '../application.entity.ts';

@ObjectType({ simpleResolvers: true, description: 'Result for one of several applications.' })
export class StatusUpdate extends Update {
  @Field(() => PartnerApplication, {
    nullable: true,
    description: 'The current application. Null if the change failed.',
  })
  application?: PartnerApplication;
}
